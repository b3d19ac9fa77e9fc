import type { TurnoverDto, TurnoverQueryDto, TurnoverRowDto } from "@linli/contracts";
import { prepaymentKindLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { type Column, moneyColumn, textColumn } from "../../../components/columns";
import { ListPage } from "../../../components/list-page";
import { Money } from "../../../components/money";
import type { ListFilter } from "../../../lib/list-filter";
import { type LinkToPage, usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { BuildingSelect } from "../../property/building-select";
import { liabilityQueries } from "./liability.queries";

const filters = [
  { name: "from", to: "to", label: "日期", range: "dates" },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect /> },
  { name: "kind", label: "账户类别", labels: prepaymentKindLabels },
] satisfies ListFilter<keyof TurnoverQueryDto & string>[];

const columnsOf = (linkTo: LinkToPage): Column<TurnoverRowDto>[] => [
  textColumn("roomCode", "房号", { to: ({ roomId }) => linkTo(`billing/prepayments?roomId=${roomId}`) }),
  textColumn("customerName", "客户", { to: ({ customerId }) => linkTo(`customer/customers/${customerId}`) }),
  { key: "feeItemName", title: "用途", render: (_value, { feeItemName }) => feeItemName ?? "通用" },
  moneyColumn("openingFen", "期初"),
  moneyColumn("inFen", "存入"),
  moneyColumn("usedFen", "冲抵"),
  moneyColumn("refundedFen", "退款"),
  moneyColumn("movedFen", "结转"),
  moneyColumn("closingFen", "期末"),
];

/** 预收款发生表: what happened on the accounts in a span of days (BIL-60). */
export function TurnoverPage() {
  const linkTo = usePageLink();
  const table = useListTable({ list: liabilityQueries.turnover(useProjectId()), filters, paging: "cursor" });
  return (
    <ListPage
      name="prepayment-turnover"
      title="预收款发生表"
      help="prepayments"
      description="期初 + 存入 − 冲抵 − 退款 + 结转 = 期末；红冲冲减原来的存入或冲抵。不选日期为本月。"
      table={table}
      columns={columnsOf(linkTo)}
      actions={<Button onClick={() => window.print()}>打印</Button>}
      summary={(reply) => <Sums reply={reply} />}
      empty="这段时间没有预收款。"
    />
  );
}

function Sums({ reply: { from, to, sums } }: { reply: TurnoverDto }) {
  return (
    <>
      {from} 至 {to}：期初 <Money fen={sums.openingFen} strong />
      ，存入 <Money fen={sums.inFen} strong />
      ，冲抵 <Money fen={sums.usedFen} strong />
      ，退款 <Money fen={sums.refundedFen} strong />
      ，结转 <Money fen={sums.movedFen} strong />
      ，期末 <Money fen={sums.closingFen} strong />
    </>
  );
}
