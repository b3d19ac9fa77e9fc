import type { PaidBeyondQueryDto, PaidBeyondRowDto } from "@linli/contracts";
import { Button } from "antd";
import { type Column, dateColumn, moneyColumn, textColumn } from "../../../components/columns";
import { DateInput } from "../../../components/date-input";
import { ListPage } from "../../../components/list-page";
import { Money } from "../../../components/money";
import type { ListFilter } from "../../../lib/list-filter";
import { type LinkToPage, usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { BuildingSelect } from "../../property/building-select";
import { liabilityQueries } from "./liability.queries";

const filters = [
  { name: "on", label: "截止日期", input: <DateInput style={{ width: 150 }} /> },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect /> },
] satisfies ListFilter<keyof PaidBeyondQueryDto & string>[];

const columnsOf = (linkTo: LinkToPage): Column<PaidBeyondRowDto>[] => [
  textColumn("roomCode", "房号", { to: ({ roomId }) => linkTo(`property/rooms/${roomId}?tab=receipts`) }),
  textColumn("customerName", "客户", { to: ({ customerId }) => linkTo(`customer/customers/${customerId}`) }),
  moneyColumn("balanceFen", "预收余额（元）"),
  moneyColumn("chargesFen", "已缴以后费用（元）"),
  dateColumn("paidTo", "缴至"),
  moneyColumn("totalFen", "合计（元）"),
];

/** 预缴清单: what is paid beyond a day, due back to the owners when the contract ends then (BIL-65, LAW-14). */
export function PaidBeyondPage() {
  const linkTo = usePageLink();
  const table = useListTable({ list: liabilityQueries.paidBeyond(useProjectId()), filters, paging: "cursor" });
  return (
    <ListPage
      name="paid-beyond"
      title="预缴清单"
      help="prepayments"
      description="截止日期以后的预缴：没有用完的预收，和已缴费用中截止日期以后的部分（按天折算）。物业合同终止时应退还业主。"
      table={table}
      columns={columnsOf(linkTo)}
      actions={<Button onClick={() => window.print()}>打印</Button>}
      summary={({ on, balanceFen, chargesFen }) => (
        <>
          截至 {on}：预收余额 <Money fen={balanceFen} strong /> 元，已缴以后费用 <Money fen={chargesFen} strong />{" "}
          元，合计 <Money fen={balanceFen + chargesFen} strong /> 元
        </>
      )}
      empty="没有截止日期以后的预缴。"
    />
  );
}
