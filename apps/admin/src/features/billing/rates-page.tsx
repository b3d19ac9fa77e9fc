import type { RateDto, RateQueryDto } from "@linli/contracts";
import { cycleLabels } from "@linli/contracts/enums";
import { Button, Segmented } from "antd";
import { useSearchParams } from "react-router";
import { Can } from "../../components/can";
import { type Column, countColumn, statusColumn, textColumn } from "../../components/columns";
import { ListTable } from "../../components/list-table";
import { PageHeader } from "../../components/page-header";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { FeeItemSelect } from "./fee-item-select";
import { CreateRateForm } from "./rate-forms";
import { baseInWords, dueInWords, priceInWords } from "./rate-words";
import { PriceBoard } from "./rates-board";
import { rateQueries } from "./rates.queries";

const filters = [
  { name: "q", label: "标准", placeholder: "标准名称" },
  { name: "feeItemId", label: "收费项目", input: <FeeItemSelect aria-label="收费项目" /> },
  { name: "active", label: "状态", labels: { true: "启用", false: "停用" }, width: 120 },
] satisfies ListFilter<keyof RateQueryDto & string>[];

const columns: Column<RateDto>[] = [
  textColumn("name", "标准名称", { to: ({ id }) => id }),
  textColumn("feeItemName", "收费项目"),
  { key: "base", title: "计费方式", render: (_value, rate) => baseInWords(rate) },
  {
    key: "price",
    title: "当前价格",
    render: (_value, rate) => (
      <span className={rate.current ? "figures" : "tone tone-warning"}>{priceInWords(rate)}</span>
    ),
  },
  statusColumn("cycle", "周期", cycleLabels),
  { key: "due", title: "应缴日", render: (_value, rate) => dueInWords(rate) },
  countColumn("roomCount", "在用绑定"),
  textColumn("legalBasis", "定价依据", { hidden: true }),
  {
    key: "active",
    title: "状态",
    render: (_value, { active }) => (
      <span className={`tone tone-${active ? "good" : "neutral"}`}>{active ? "启用" : "停用"}</span>
    ),
  },
];

/** 收费标准: rates with their prices by date (BIL-04), as a list to keep and as a board to show (LAW-16). */
export function RatesPage() {
  const [params, setParams] = useSearchParams();
  const isBoard = params.get("view") === "board";
  return (
    <>
      <PageHeader
        title="收费标准"
        help="charging"
        actions={
          <>
            <Segmented
              aria-label="显示方式"
              value={isBoard ? "board" : "list"}
              options={[
                { value: "list", label: "列表" },
                { value: "board", label: "价目公示" },
              ]}
              onChange={(view) => setParams(view === "board" ? { view } : {})}
            />
            <Can do="billing:rates">
              <CreateRateForm
                feeItemId={params.get("feeItemId") ?? undefined}
                trigger={<Button type="primary">新建收费标准</Button>}
              />
            </Can>
          </>
        }
      />
      {isBoard ? <PriceBoard /> : <RateList />}
    </>
  );
}

function RateList() {
  const table = useListTable({ list: rateQueries.list(useProjectId()), filters });
  return (
    <ListTable
      name="rates"
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      empty="还没有收费标准。标准说明一个收费项目怎样计价，建好后绑定到房间。"
    />
  );
}
