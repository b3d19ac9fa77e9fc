import type { CursorQueryDto, DunningBatchDto } from "@linli/contracts";
import { dunningChannelLabels, dunningKindLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import {
  type Column,
  countColumn,
  dateColumn,
  moneyColumn,
  momentColumn,
  statusColumn,
  textColumn,
} from "../../../components/columns";
import { ListPage } from "../../../components/list-page";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useListTable } from "../../../lib/use-list-table";
import { dunningQueries } from "./dunning.queries";

const columns: Column<DunningBatchDto>[] = [
  dateColumn("onDay", "发出日期"),
  textColumn("levelName", "级别", { to: ({ id }) => id }),
  statusColumn("kind", "种类", dunningKindLabels),
  statusColumn("channel", "方式", dunningChannelLabels),
  countColumn("steps", "户数"),
  moneyColumn("amountFen", "金额（元）"),
  countColumn("delivered", "已登记送达"),
  countColumn("skipped", "略过户数"),
  textColumn("createdByName", "经办"),
  momentColumn("createdAt", "时间", { hidden: true }),
];

/** 催缴批次: notices that were issued together. */
export function DunningBatchesPage() {
  const mayDun = useCan("billing:dun");
  const list = dunningQueries.batches(useProjectId());
  const table = useListTable({ list: (query: CursorQueryDto) => list(query), paging: "cursor" });
  return (
    <ListPage
      name="dunning-batches"
      title="催缴批次"
      help="dunning"
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      actions={
        mayDun && (
          <Link to="new">
            <Button type="primary" tabIndex={-1}>
              批量催款
            </Button>
          </Link>
        )
      }
      empty="还没有批量催过款。选一个级别，先预览催谁、不催谁，再发出。"
    />
  );
}
