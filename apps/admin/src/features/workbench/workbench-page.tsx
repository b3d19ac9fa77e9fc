import { useQuery } from "@tanstack/react-query";
import { Empty } from "antd";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { thisPeriod, formatPeriod } from "../../lib/dates";
import { useProject, useSession } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { workbenchQuery } from "./workbench.queries";
import { WorkbenchFigures } from "./workbench-figures";

/** Where the day begins: the figures of the project and what waits for the user. */
export function WorkbenchPage() {
  const project = useProject();
  const { name } = useSession();
  const maySee = useCan("property:read");
  const query = useQuery({ ...workbenchQuery(project.id), enabled: maySee });
  return (
    <>
      <PageHeader
        title="工作台"
        description={`${name}，您好。${project.name}，${formatPeriod(thisPeriod())}`}
        help="start"
      />
      {maySee ? (
        <QueryView query={query}>{(workbench) => <WorkbenchFigures workbench={workbench} />}</QueryView>
      ) : (
        <Empty description="您的角色在工作台上没有要处理的事项，请从左侧菜单开始" />
      )}
    </>
  );
}
