import type { ReceiptDto } from "@linli/contracts";
import { paymentMethodLabels, receiptStatusLabels } from "@linli/contracts/enums";
import { dateColumn, moneyColumn, momentColumn, statusColumn, textColumn, type Column } from "../../components/columns";
import { receiptStatusTones } from "./collection-words";

/** The columns of lists of receipts; `to` leads to a receipt. */
export const receiptColumns = <Row extends ReceiptDto>(to: (receipt: Row) => string | undefined): Column<Row>[] => [
  textColumn("receiptNo", "收据号", { to }),
  statusColumn("status", "状态", receiptStatusLabels, receiptStatusTones),
  dateColumn("bookedOn", "收款日期"),
  textColumn("payerName", "付款人"),
  { key: "roomCodes", title: "房号", render: (_value, { roomCodes }: Row) => shortList(roomCodes) },
  {
    key: "methods",
    title: "收款方式",
    render: (_value, { methods }: Row) =>
      [...new Set(methods.map(({ method }) => paymentMethodLabels[method]))].join("、"),
  },
  moneyColumn("amountFen", "金额"),
  moneyColumn("prepaymentFen", "其中预收", { hidden: true }),
  textColumn("cashierName", "经办人"),
  textColumn("shiftNo", "班次", { hidden: true }),
  momentColumn("createdAt", "开具时间", { hidden: true }),
  textColumn("remark", "备注", { hidden: true }),
];

const shortList = (codes: readonly string[]) =>
  codes.length > 3 ? `${codes.slice(0, 3).join("、")} 等 ${codes.length} 间` : codes.join("、");
