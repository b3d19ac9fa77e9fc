import { PageHeader } from "../../components/page-header";
import { thisPeriod, formatPeriod } from "../../lib/dates";
import { useProject, useSession } from "../../lib/session";

/** Where the day begins: the figures of the project and what waits for the user. */
export function WorkbenchPage() {
  const project = useProject();
  const { name } = useSession();
  return (
    <PageHeader
      title="工作台"
      description={`${name}，您好。${project.name}，${formatPeriod(thisPeriod())}`}
      help="start"
    />
  );
}
