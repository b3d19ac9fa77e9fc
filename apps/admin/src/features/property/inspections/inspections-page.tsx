import type { InspectionQueryDto } from "@linli/contracts";
import { inspectionStateLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { ListPage } from "../../../components/list-page";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { BuildingSelect } from "../building-select";
import { inspectionColumns } from "./inspection-columns";
import { inspectionQueries } from "./inspections.queries";

const filters = [
  { name: "q", label: "关键字", placeholder: "验收单号、房号或接房人", width: 200 },
  { name: "state", label: "状态", labels: inspectionStateLabels },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect /> },
] satisfies ListFilter<keyof InspectionQueryDto & string>[];

/** 房屋验收: all inspections of the project, the newest first. */
export function InspectionsPage() {
  const projectId = useProjectId();
  const table = useListTable({ list: inspectionQueries.list(projectId), filters, paging: "cursor" });
  return (
    <ListPage
      name="inspections"
      title="房屋验收"
      help="inspections"
      table={table}
      columns={inspectionColumns(({ id }) => id)}
      rowTo={({ id }) => id}
      actions={
        <>
          <Link to={`/p/${projectId}/property/inspection-templates`}>
            <Button tabIndex={-1}>验收模板</Button>
          </Link>
          <Can do="property:inspect">
            <Link to="new">
              <Button type="primary" tabIndex={-1}>
                开始验收
              </Button>
            </Link>
          </Can>
        </>
      }
      empty="还没有验收单。先建立验收模板，再从房间或这里开始验收。"
    />
  );
}
