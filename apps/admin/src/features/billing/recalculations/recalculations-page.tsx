import type { RecalculationDto, RecalculationQueryDto } from "@linli/contracts";
import { recalculationStatusLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import {
  type Column,
  countColumn,
  momentColumn,
  moneyColumn,
  statusColumn,
  textColumn,
} from "../../../components/columns";
import { ListPage } from "../../../components/list-page";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { monthsInWords, recalculationTones, scopeInWords } from "./recalculation-words";
import { recalculationQueries } from "./recalculations.queries";

const filters = [{ name: "status", label: "状态", labels: recalculationStatusLabels, width: 140 }] satisfies ListFilter<
  keyof RecalculationQueryDto & string
>[];

const columns: Column<RecalculationDto>[] = [
  { key: "months", title: "服务月份", render: (_value, row) => <Link to={row.id}>{monthsInWords(row)}</Link> },
  statusColumn("status", "状态", recalculationStatusLabels, recalculationTones),
  { key: "scope", title: "范围", render: (_value, row) => scopeInWords(row) },
  textColumn("reason", "原因", { ellipsis: true, width: 200 }),
  countColumn("lineCount", "可重算"),
  moneyColumn("oldFen", "原金额（元）"),
  moneyColumn("newFen", "现金额（元）"),
  countColumn("blockedCount", "不能重算"),
  textColumn("createdByName", "申请人"),
  momentColumn("createdAt", "计算时间", { hidden: true }),
  textColumn("decidedByName", "审批人", { hidden: true }),
  momentColumn("appliedAt", "重算时间"),
];

/** 应收重算: unpaid bills issued anew after price, area, reduction, binding or payer has changed (BIL-13). */
export function RecalculationsPage() {
  const table = useListTable({ list: recalculationQueries.list(useProjectId()), filters });
  return (
    <ListPage
      name="recalculations"
      title="应收重算"
      help="recalculations"
      description="出账以后价格、面积、减免、绑定或收费对象变了：先算出差异清单，由另一人审批后，未缴的账单才重新出账。"
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      actions={
        <Can do="billing:recalculate">
          <Link to="new">
            <Button type="primary" tabIndex={-1}>
              新建重算
            </Button>
          </Link>
        </Can>
      }
      empty="还没有重算过。已出的账单不会自动改变；需要时新建重算，先看差异。"
    />
  );
}
