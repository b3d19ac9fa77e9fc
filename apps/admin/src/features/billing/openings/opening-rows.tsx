import type { OpeningDto, OpeningRowDto, OpeningRowQueryDto } from "@linli/contracts";
import { openingRowKindLabels } from "@linli/contracts/enums";
import {
  type Column,
  countColumn,
  dateColumn,
  moneyColumn,
  statusColumn,
  textColumn,
} from "../../../components/columns";
import { ListTable } from "../../../components/list-table";
import { Money } from "../../../components/money";
import { type LinkToPage, usePageLink } from "../../../lib/page-links";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useIsNarrow } from "../../../lib/use-is-narrow";
import { useListTable } from "../../../lib/use-list-table";
import { BuildingSelect } from "../../property/building-select";
import { FeeItemSelect } from "../fee-item-select";
import { openingQueries } from "./openings.queries";

/** Every row of the workbook, and why it cannot be posted. */
export function OpeningRows({ opening: { id, kind, counts } }: { opening: OpeningDto }) {
  const isNarrow = useIsNarrow();
  const linkTo = usePageLink();
  const kinds = Object.fromEntries(counts.map((count) => [count.kind, openingRowKindLabels[count.kind]]));
  const filters = [
    { name: "faulty", label: "检查", labels: { true: "有误", false: "无误" }, width: 110 },
    ...(counts.length > 1 ? [{ name: "kind" as const, label: "种类", labels: kinds, width: 120 }] : []),
    { name: "feeItemId", label: "收费项目", input: <FeeItemSelect /> },
    { name: "buildingId", label: "楼栋", input: <BuildingSelect /> },
    { name: "q", label: "房号", width: 140 },
  ] satisfies ListFilter<keyof OpeningRowQueryDto & string>[];
  const table = useListTable({ list: openingQueries.rows(useProjectId(), id), filters, paging: "cursor" });
  const wide = kind === "HISTORY" ? historyColumns(linkTo) : balanceColumns(linkTo);
  return (
    <ListTable
      key={String(isNarrow)}
      name={isNarrow ? "opening-rows-narrow" : `opening-rows-${kind}`}
      table={table}
      columns={isNarrow ? narrowColumns : wide}
      empty="这份文件没有数据行"
    />
  );
}

const toRoom =
  (linkTo: LinkToPage) =>
  ({ roomId }: OpeningRowDto) =>
    roomId === null ? undefined : linkTo(`property/rooms/${roomId}`);

const first = (linkTo: LinkToPage): Column<OpeningRowDto>[] => [
  statusColumn("kind", "工作表", openingRowKindLabels),
  countColumn("rowNo", "行号"),
  textColumn("roomCode", "房号", { to: toRoom(linkTo) }),
  textColumn("feeItemName", "收费项目"),
];

const check: Column<OpeningRowDto> = {
  key: "fault",
  title: "检查",
  render: (_value, { fault }) => <Fault fault={fault} />,
};

const balanceColumns = (linkTo: LinkToPage): Column<OpeningRowDto>[] => [
  ...first(linkTo),
  textColumn("objectLabel", "计费对象"),
  moneyColumn("amountFen", "金额（元）"),
  check,
  textColumn("customerName", "客户", {
    to: ({ customerId }) => (customerId === null ? undefined : linkTo(`customer/customers/${customerId}`)),
  }),
  { key: "days", title: "费用起止 / 已缴至", render: (_value, row) => <Days row={row} /> },
  dateColumn("dueOn", "应缴日", { hidden: true }),
  dateColumn("paidOn", "收取日期"),
  textColumn("documentNo", "原收据号"),
  textColumn("remark", "备注", { ellipsis: true, width: 160 }),
];

const historyColumns = (linkTo: LinkToPage): Column<OpeningRowDto>[] => [
  ...first(linkTo).slice(1),
  { key: "days", title: "费用起止", render: (_value, row) => <Days row={row} /> },
  dateColumn("paidOn", "缴费时间"),
  moneyColumn("amountFen", "应缴（元）"),
  moneyColumn("paidFen", "实缴（元）"),
  check,
  textColumn("cycle", "缴费周期"),
  textColumn("cashier", "收银员"),
  textColumn("remark", "备注", { ellipsis: true, width: 160 }),
];

/** On a telephone a row stands in one cell, so that its sentences are seen. */
const narrowColumns: Column<OpeningRowDto>[] = [
  {
    key: "row",
    title: "行",
    render: (_value, row) => (
      <div className="opening-row">
        <span>
          {openingRowKindLabels[row.kind]}第 {row.rowNo} 行 · <b>{row.roomCode ?? "—"}</b> · {row.feeItemName ?? "通用"}
          {row.objectLabel !== null && `（${row.objectLabel}）`}
        </span>
        <span>
          {row.toOn !== null && <Days row={row} />} {row.paidFen !== null && "应缴 "}
          {row.amountFen !== null && <Money fen={row.amountFen} unit />}
          {row.paidFen !== null && (
            <>
              ，实缴 <Money fen={row.paidFen} unit />
            </>
          )}
        </span>
        <Fault fault={row.fault} />
      </div>
    ),
  },
];

function Days({ row: { fromOn, toOn } }: { row: OpeningRowDto }) {
  if (toOn === null) return "—";
  return <span className="figures nowrap">{fromOn === null ? toOn : `${fromOn} 至 ${toOn}`}</span>;
}

function Fault({ fault }: { fault: string | null }) {
  return fault === null ? "无误" : <div className="opening-fault negative">{fault}</div>;
}
