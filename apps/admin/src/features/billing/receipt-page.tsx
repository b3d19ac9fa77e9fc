import { useQuery } from "@tanstack/react-query";
import type { ReceiptAllocationDto, ReceiptDetailDto, ReceiptDiscountLineDto, RefundDto } from "@linli/contracts";
import { paymentMethodLabels, receiptStatusLabels } from "@linli/contracts/enums";
import { Alert, Table, type TableColumnType, Tabs } from "antd";
import { Link, useParams } from "react-router";
import { DescriptionList } from "../../components/description-list";
import { Money } from "../../components/money";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import { StatusTag } from "../../components/status-tag";
import { ThingTimeline } from "../../components/thing-timeline";
import { formatMoment } from "../../lib/dates";
import { formatFen } from "../../lib/money";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useTab } from "../../lib/use-tab";
import { receiptQueries } from "./collection.queries";
import { ShiftLink } from "./shifts/shift-link";
import { ReceiptActions } from "./receipt-actions";
import { receiptStatusTones } from "./collection-words";
import "./desk.css";
import { WhyAmount } from "./why-amount";
import { ReceiptPaper } from "./prints/receipt-paper";

/** One receipt: what it settled, how it was paid, what became of it, and the sheet. */
export function ReceiptPage() {
  const projectId = useProjectId();
  const { receiptId = "" } = useParams();
  const query = useQuery(receiptQueries.one(projectId, receiptId));
  return <QueryView query={query}>{(receipt) => <ReceiptView key={receipt.id} receipt={receipt} />}</QueryView>;
}

function ReceiptView({ receipt }: { receipt: ReceiptDetailDto }) {
  const [tab, setTab] = useTab("details");
  return (
    <>
      <PageHeader
        title={`${receipt.status === "RED" ? "红字收据" : "收据"} ${receipt.receiptNo}`}
        back="billing/receipts"
        help="desk"
        tags={<StatusTag value={receipt.status} labels={receiptStatusLabels} tones={receiptStatusTones} />}
        actions={<ReceiptActions receipt={receipt} />}
        figures={
          <>
            <StatCard title="金额（元）" value={formatFen(receipt.amountFen)} hint={`收款日期 ${receipt.bookedOn}`} />
            <StatCard title="付款人" value={receipt.payerName} hint={receipt.payerNumber} />
            <StatCard
              title="打印次数"
              value={receipt.printCount}
              hint={receipt.printCount === 0 ? "还没有打印" : "再打印将标明补打"}
            />
          </>
        }
      />
      <Relatives receipt={receipt} />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        destroyOnHidden
        items={[
          { key: "details", label: "明细", children: <Details receipt={receipt} /> },
          { key: "sheet", label: "票面", children: <Sheet receiptId={receipt.id} /> },
          { key: "history", label: "历史", children: <ThingTimeline entity="receipt" entityId={receipt.id} /> },
        ]}
      />
    </>
  );
}

/** The other papers it is tied to. */
function Relatives({ receipt: { reversedBy, reverses, refundableFen, status } }: { receipt: ReceiptDetailDto }) {
  return (
    <>
      {reversedBy && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={
            <>
              已由 {reversedBy.byName} 于 {reversedBy.bookedOn} 红冲，红字收据{" "}
              <Link to={`../${reversedBy.id}`} relative="path">
                {reversedBy.receiptNo}
              </Link>
              。原因：{reversedBy.reason}
            </>
          }
        />
      )}
      {reverses && (
        <Alert
          type="info"
          showIcon
          className="form-note"
          title={
            <>
              冲销收据{" "}
              <Link to={`../${reverses.id}`} relative="path">
                {reverses.receiptNo}
              </Link>
              （{reverses.bookedOn}）。原因：{reverses.reason}
              {status === "RED" && refundableFen > 0 && `。还有 ${formatFen(refundableFen)} 元没有退`}
            </>
          }
        />
      )}
    </>
  );
}

/** The discounts that came with it, taken back on a red one. */
function Discounts({ discounts }: Pick<ReceiptDetailDto, "discounts">) {
  return (
    <section aria-label="优惠">
      <h2 className="section-title">
        优惠合计 <Money fen={discounts.reduce((sum, { amountFen }) => sum + amountFen, 0)} unit />
      </h2>
      <Table<ReceiptDiscountLineDto>
        size="small"
        rowKey={({ schemeName, roomCode, feeItemName, period }) => `${schemeName}${roomCode}${feeItemName}${period}`}
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={discounts}
        columns={[
          { dataIndex: "schemeName", title: "优惠方案" },
          { dataIndex: "roomCode", title: "房号" },
          { dataIndex: "feeItemName", title: "收费项目" },
          { dataIndex: "period", title: "费用月份", className: "figures" },
          ...(discounts.some(({ bearerName }) => bearerName !== null)
            ? [{ dataIndex: "bearerName", title: "承担方", render: (name: string | null) => name ?? "—" }]
            : []),
          { key: "amountFen", title: "优惠（元）", align: "right", render: (_v, row) => <Money fen={row.amountFen} /> },
        ]}
      />
    </section>
  );
}

/** What of each line is tax, at the rate of the day the charge fell due (BIL-120). */
const taxColumns: TableColumnType<ReceiptAllocationDto>[] = [
  {
    key: "taxRate",
    title: "税率",
    align: "right",
    className: "figures",
    render: (_v, { tax }) => (tax ? `${tax.taxRate}%` : "—"),
  },
  { key: "netFen", title: "不含税", align: "right", render: (_v, { tax }) => (tax ? <Money fen={tax.netFen} /> : "—") },
  { key: "taxFen", title: "税额", align: "right", render: (_v, { tax }) => (tax ? <Money fen={tax.taxFen} /> : "—") },
];

function Details({ receipt }: { receipt: ReceiptDetailDto }) {
  const linkTo = usePageLink();
  const room = (id: string, code: string) => {
    const href = linkTo(`property/rooms/${id}`);
    return href ? <Link to={href}>{code}</Link> : code;
  };
  return (
    <>
      <Table<ReceiptAllocationDto>
        size="small"
        rowKey="chargeId"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={receipt.lines}
        locale={{ emptyText: "没有收费明细，全部转入预收" }}
        columns={[
          { key: "roomCode", title: "房号", render: (_v, { roomId, roomCode }) => room(roomId, roomCode) },
          { dataIndex: "feeItemName", title: "收费项目" },
          { dataIndex: "period", title: "费用月份", className: "figures" },
          {
            key: "service",
            title: "服务期",
            className: "figures",
            render: (_v, row) => `${row.serviceFrom} ~ ${row.serviceTo}`,
          },
          {
            key: "receivableFen",
            title: "应收",
            align: "right",
            render: (_v, row) => <WhyAmount chargeId={row.chargeId} fen={row.receivableFen} />,
          },
          {
            key: "amountFen",
            title: "本次收",
            align: "right",
            render: (_v, row) => <Money fen={row.amountFen} strong />,
          },
          {
            key: "offsetFen",
            title: "其中预收冲抵",
            align: "right",
            render: (_v, row) => <Money fen={row.offsetFen} />,
          },
          { key: "openFen", title: "现在未缴", align: "right", render: (_v, row) => <Money fen={row.openFen} /> },
          ...(receipt.lines.some(({ tax }) => tax !== null) ? taxColumns : []),
        ]}
      />
      {receipt.discounts.length > 0 && <Discounts discounts={receipt.discounts} />}
      <div className="receipt-facts">
        <DescriptionList
          items={[
            ...receipt.methods.map(({ method, amountFen, tenderedFen, referenceNo }): [string, React.ReactNode] => [
              paymentMethodLabels[method],
              <>
                <Money fen={amountFen} />
                {tenderedFen !== amountFen && `（实收 ${formatFen(tenderedFen)}）`}
                {referenceNo && `　凭证号 ${referenceNo}`}
              </>,
            ]),
            receipt.changeFen > 0 && ["找零", <Money key="change" fen={receipt.changeFen} />],
            receipt.prepaymentFen !== 0 && [
              `转入预收${receipt.prepaymentRoomCode ? `（${receipt.prepaymentRoomCode}）` : ""}`,
              <Money key="prepayment" fen={receipt.prepaymentFen} />,
            ],
            ["经办人", receipt.cashierName],
            receipt.shiftId !== null && [
              "班次",
              <ShiftLink key="shift" id={receipt.shiftId} no={receipt.shiftNo ?? ""} />,
            ],
            ["开具时间", formatMoment(receipt.createdAt)],
            ["备注", receipt.remark],
            receipt.allocationReason !== null && ["不按顺序收款", receipt.allocationReason],
          ]}
        />
      </div>
      {receipt.refunds.length > 0 && (
        <section aria-label="退款">
          <h2 className="section-title">退款</h2>
          <Table<RefundDto>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={receipt.refunds}
            columns={[
              { dataIndex: "refundNo", title: "退款单号" },
              { dataIndex: "bookedOn", title: "退款日期" },
              { key: "method", title: "方式", render: (_v, { method }) => paymentMethodLabels[method] },
              { key: "amountFen", title: "金额", align: "right", render: (_v, row) => <Money fen={row.amountFen} /> },
              { dataIndex: "paidByName", title: "经办人" },
              { dataIndex: "reason", title: "原因" },
            ]}
          />
        </section>
      )}
    </>
  );
}

/** The sheet as the next print will be. */
function Sheet({ receiptId }: { receiptId: string }) {
  const projectId = useProjectId();
  const query = useQuery({ ...receiptQueries.print(projectId, receiptId), staleTime: 0 });
  return (
    <QueryView query={query}>
      {(receipt) => (
        <div className="receipt-preview">
          <ReceiptPaper receipt={{ ...receipt, copies: [] }} />
        </div>
      )}
    </QueryView>
  );
}
