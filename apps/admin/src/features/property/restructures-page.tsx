import type { RestructureDto, RestructureQueryDto } from "@linli/contracts";
import { restructureKindLabels, restructureStateLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { type Column, dateColumn, momentColumn, statusColumn, textColumn } from "../../components/columns";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { restructureTones } from "./restructure-words";
import { restructureQueries } from "./restructures.queries";

const filters = [
  { name: "q", label: "编号或房号" },
  { name: "kind", label: "种类", labels: restructureKindLabels, width: 110 },
  { name: "state", label: "状态", labels: restructureStateLabels, width: 120 },
] satisfies ListFilter<keyof RestructureQueryDto & string>[];

const codes = (rooms: RestructureDto["oldRooms"]) => rooms.map(({ code }) => code).join("、");

const columns: Column<RestructureDto>[] = [
  textColumn("number", "编号", { to: ({ id }) => id }),
  statusColumn("kind", "种类", restructureKindLabels, {}),
  { key: "oldRooms", title: "原房间", render: (_value, { oldRooms }) => codes(oldRooms) },
  { key: "newRooms", title: "新房间", render: (_value, { newRooms }) => codes(newRooms) },
  dateColumn("effectiveOn", "生效日期"),
  statusColumn("state", "状态", restructureStateLabels, restructureTones),
  textColumn("requestedByName", "经办人"),
  textColumn("approvedByName", "审批人"),
  momentColumn("createdAt", "登记时间", { hidden: true }),
];

/** Every split and merge with where it stands. */
export function RestructuresPage() {
  const projectId = useProjectId();
  const table = useListTable({ list: restructureQueries.list(projectId), filters });
  return (
    <ListPage
      name="restructures"
      title="拆分合并记录"
      help="restructures"
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      empty="还没有拆分或合并过房间。可以从房间档案的“更多”开始，或在这里新建。"
      actions={
        <Can do="property:restructure">
          <Link to="merge">
            <Button tabIndex={-1}>合并房间</Button>
          </Link>
          <Link to="split">
            <Button type="primary" tabIndex={-1}>
              拆分房间
            </Button>
          </Link>
        </Can>
      }
    />
  );
}
