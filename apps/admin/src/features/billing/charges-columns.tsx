import type { ChargeDto } from "@linli/contracts";
import { chargeSourceLabels, chargeStatusLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import {
  type Column,
  dateColumn,
  moneyColumn,
  quantityColumn,
  statusColumn,
  textColumn,
} from "../../components/columns";
import { StatusTag } from "../../components/status-tag";
import { formatFen } from "../../lib/money";
import { chargeTones } from "./charges-words";
import { OnDebit } from "./debit/on-debit";

/** The columns of charge lists. @param show opens the card of a charge @param inRoom leaves the room out */
export function chargeColumns(projectId: string, show: (id: string) => void, inRoom = false): Column<ChargeDto>[] {
  const room = textColumn<ChargeDto>("roomCode", "房号", {
    to: ({ roomId }) => `/p/${projectId}/property/rooms/${roomId}?tab=charges`,
  });
  return [
    ...(inRoom ? [] : [room]),
    textColumn("feeItemName", "收费项目"),
    dateColumn("period", "费用月份"),
    { key: "service", title: "服务期", hidden: true, render: (_value, charge) => <Service charge={charge} /> },
    textColumn("payerName", "收费对象", { to: ({ payerId }) => `/p/${projectId}/customer/customers/${payerId}` }),
    {
      ...moneyColumn<ChargeDto>("amountFen", "应收（元）"),
      render: (_value, { id, roomCode, amountFen }) => (
        <Button
          type="link"
          size="small"
          className="inline-button"
          aria-label={`${roomCode} ${formatFen(amountFen)} 元，为什么是这个金额`}
          onClick={() => show(id)}
        >
          <span className="figures">{formatFen(amountFen)}</span>
        </Button>
      ),
    },
    {
      ...moneyColumn<ChargeDto>("receivedFen", "已收（元）"),
      render: (_value, { receivedFen, offsetFen }) => (
        <span className="figures">{formatFen(receivedFen + offsetFen)}</span>
      ),
    },
    moneyColumn("openFen", "未收（元）"),
    {
      ...statusColumn<ChargeDto>("status", "状态", chargeStatusLabels, chargeTones),
      render: (_value, { status, debitBatchNo }) => (
        <span className="nowrap">
          <StatusTag value={status} labels={chargeStatusLabels} tones={chargeTones} />
          {debitBatchNo !== null && <OnDebit batchNo={debitBatchNo} />}
        </span>
      ),
    },
    {
      key: "dueOn",
      title: "应缴日期",
      render: (_value, { dueOn, overdue }) => (
        <span className={`figures nowrap${overdue ? " negative" : ""}`}>
          {dueOn}
          {overdue && " 逾期"}
        </span>
      ),
    },
    dateColumn("bookedPeriod", "记账月份"),
    statusColumn("source", "来源", chargeSourceLabels, {}, { hidden: true }),
    textColumn("batchNo", "批量单号", { hidden: true }),
    quantityColumn("quantity", "数量", undefined, { hidden: true }),
    quantityColumn("unitPrice", "单价", undefined, { hidden: true }),
    textColumn("rateName", "收费标准", { hidden: true }),
    textColumn("remark", "说明", { hidden: true }),
  ];
}

const Service = ({ charge }: { charge: ChargeDto }) => (
  <span className="figures nowrap">
    {charge.serviceFrom} 至 {charge.serviceTo}
  </span>
);
