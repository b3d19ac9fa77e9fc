import { useQuery } from "@tanstack/react-query";
import type { OffsetRunDto, OffsetRunQueryDto } from "@linli/contracts";
import { offsetRunStatusLabels, offsetTriggerLabels } from "@linli/contracts/enums";
import { Alert, Button } from "antd";
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
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useListTable } from "../../../lib/use-list-table";
import { OffsetSchemeDialog } from "./offset-scheme";
import { offsetQueries } from "./offsets.queries";

const filters = [{ name: "status", label: "状态", labels: offsetRunStatusLabels, width: 120 }] satisfies ListFilter<
  keyof OffsetRunQueryDto & string
>[];

export const offsetTones = { RUNNING: "active", DONE: "good", FAILED: "bad" } as const;

const columns: Column<OffsetRunDto>[] = [
  momentColumn("createdAt", "发起时间"),
  statusColumn("status", "状态", offsetRunStatusLabels, offsetTones),
  statusColumn("trigger", "方式", offsetTriggerLabels),
  moneyColumn("amountFen", "冲抵（元）"),
  countColumn("roomCount", "房间"),
  countColumn("chargeCount", "应收笔数"),
  countColumn("receiptCount", "冲抵单"),
  dateColumn("bookedOn", "记账日"),
  textColumn("createdByName", "发起人"),
];

/** 预收冲抵: what was offset when, and the way to the next preview (BIL-61). */
export function OffsetsPage() {
  const projectId = useProjectId();
  const { data: scheme } = useQuery(offsetQueries.scheme(projectId));
  const mayRun = useCan("billing:offset");
  const table = useListTable({ list: offsetQueries.list(projectId), filters, paging: "cursor" });
  return (
    <ListPage
      name="offsets"
      title="预收冲抵"
      help="prepayments"
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      actions={
        <>
          <OffsetSchemeDialog />
          {mayRun && scheme?.enabled && (
            <Link to="new">
              <Button type="primary">预览冲抵</Button>
            </Link>
          )}
        </>
      }
      above={
        scheme?.enabled === false && (
          <Alert
            type="info"
            showIcon
            className="form-note"
            title="没有启用预收冲抵"
            description="在“使用方案”中启用后，可以预览并批量冲抵；收银台仍可按收费对象的要求逐笔冲抵。"
          />
        )
      }
      empty="还没有冲抵过。先预览：冲谁的、冲哪些、按什么顺序，再确认。"
    />
  );
}
