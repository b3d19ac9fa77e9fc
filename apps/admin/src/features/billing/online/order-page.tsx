import { useMutation, useQuery } from "@tanstack/react-query";
import type { OnlineNoticeDto, OnlineOrderChargeDto, OnlineOrderDetailDto, OnlineRefundDto } from "@linli/contracts";
import {
  onlineMethodLabels,
  onlineNoticeKindLabels,
  onlineNoticeResultLabels,
  onlineOrderStatusLabels,
  onlineRefundStatusLabels,
} from "@linli/contracts/enums";
import { Alert, Button, Table, Tabs } from "antd";
import { Link, useParams } from "react-router";
import { Can } from "../../../components/can";
import { DescriptionList } from "../../../components/description-list";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { ThingTimeline } from "../../../components/thing-timeline";
import { formatMoment } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { askOrder, onlineQueries } from "./online.queries";
import { CloseOrder } from "./close-order";
import { attentionOf, noticeTones, orderTones, refundTones } from "./online-words";
import { PayCode } from "./pay-code";
import { WhyAmount } from "../why-amount";

/** One order: what it is for, its code while it waits, and every word of the channel. */
export function OrderPage() {
  const { orderId = "" } = useParams();
  const query = useQuery(onlineQueries.order(useProjectId(), orderId));
  return <QueryView query={query}>{(order) => <Order order={order} />}</QueryView>;
}

function Order({ order }: { order: OnlineOrderDetailDto }) {
  const attention = attentionOf(order);
  return (
    <>
      <PageHeader
        title={`线上订单 ${order.orderNo}`}
        help="online-payments"
        back="billing/online/orders"
        tags={<StatusTag value={order.status} labels={onlineOrderStatusLabels} tones={orderTones} />}
        actions={<Actions order={order} />}
      />
      {attention && <Alert type="warning" showIcon title={attention} className="form-note" />}
      <Facts order={order} />
      {order.status === "CREATED" && <PayCode order={order} />}
      <Tabs
        items={[
          { key: "charges", label: "应收", children: <Charges charges={order.charges} /> },
          { key: "refunds", label: `退款（${order.refunds.length}）`, children: <Refunds refunds={order.refunds} /> },
          {
            key: "notices",
            label: `渠道通知（${order.notices.length}）`,
            children: <Notices notices={order.notices} />,
          },
          { key: "history", label: "历史", children: <ThingTimeline entity="online-order" entityId={order.id} /> },
        ]}
      />
    </>
  );
}

function Actions({ order }: { order: OnlineOrderDetailDto }) {
  const ask = useMutation(askOrder(useProjectId(), order.id));
  return (
    <Can do="billing:collect">
      <Button loading={ask.isPending} onClick={() => ask.mutate()}>
        向渠道查询
      </Button>
      {order.status === "CREATED" && <CloseOrder order={order} />}
    </Can>
  );
}

function Facts({ order }: { order: OnlineOrderDetailDto }) {
  const linkTo = usePageLink();
  const receipt = order.receiptId && linkTo(`billing/receipts/${order.receiptId}`);
  const payer = linkTo(`customer/customers/${order.payerId}`);
  return (
    <DescriptionList
      items={[
        ["金额", <Money key="amount" fen={order.amountFen} unit strong />],
        ["收费对象", payer ? <Link to={payer}>{order.payerName}</Link> : order.payerName],
        ["房间", order.roomCodes.join("、")],
        ["渠道", `${order.channelName}（${onlineMethodLabels[order.method]}）`],
        ["商户订单号", order.tradeNo],
        ["渠道交易号", order.transactionNo],
        ["有效到", formatMoment(order.expiresAt)],
        ["支付时间", order.paidAt && formatMoment(order.paidAt)],
        ["收据", receipt ? <Link to={receipt}>{order.receiptNo}</Link> : order.receiptNo],
        order.prepaidFen > 0 && ["转入预收", `${formatFen(order.prepaidFen)} 元`],
        order.refundedFen > 0 && ["已退回", `${formatFen(order.refundedFen)} 元`],
        order.closeReason !== null && ["关闭原因", order.closeReason],
        ["建立", `${order.createdByName}，${formatMoment(order.createdAt)}`],
      ]}
    />
  );
}

function Charges({ charges }: { charges: OnlineOrderChargeDto[] }) {
  const linkTo = usePageLink();
  return (
    <Table<OnlineOrderChargeDto>
      size="small"
      rowKey="chargeId"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={charges}
      columns={[
        {
          title: "房间",
          render: (_v, { roomId, roomCode }) => {
            const href = linkTo(`property/rooms/${roomId}`);
            return href ? <Link to={href}>{roomCode}</Link> : roomCode;
          },
        },
        { title: "收费项目", dataIndex: "feeItemName" },
        { title: "月份", dataIndex: "period" },
        {
          title: "下单时欠费（元）",
          align: "right",
          render: (_v, one) => <WhyAmount chargeId={one.chargeId} fen={one.amountFen} />,
        },
        { title: "本次收款（元）", align: "right", render: (_v, { paidFen }) => <Money fen={paidFen} /> },
        { title: "现在欠费（元）", align: "right", render: (_v, { openFen }) => <Money fen={openFen} /> },
      ]}
    />
  );
}

function Notices({ notices }: { notices: OnlineNoticeDto[] }) {
  return (
    <Table<OnlineNoticeDto>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={notices}
      locale={{ emptyText: "渠道还没有通知。" }}
      columns={[
        { title: "收到时间", render: (_v, { receivedAt }) => formatMoment(receivedAt) },
        { title: "类型", render: (_v, { kind }) => onlineNoticeKindLabels[kind] },
        {
          title: "处理结果",
          render: (_v, { result }) => (
            <StatusTag value={result} labels={onlineNoticeResultLabels} tones={noticeTones} />
          ),
        },
        {
          title: "金额（元）",
          align: "right",
          render: (_v, { amountFen }) => (amountFen === null ? "—" : <Money fen={amountFen} />),
        },
        { title: "渠道交易号", render: (_v, { transactionNo }) => transactionNo ?? "—" },
        { title: "说明", render: (_v, { message }) => message ?? "—" },
      ]}
    />
  );
}

function Refunds({ refunds }: { refunds: OnlineRefundDto[] }) {
  const linkTo = usePageLink();
  return (
    <Table<OnlineRefundDto>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={refunds}
      locale={{ emptyText: "没有经渠道退款。先红冲收据，再凭红字收据申请退款。" }}
      columns={[
        { title: "时间", render: (_v, { createdAt }) => formatMoment(createdAt) },
        {
          title: "状态",
          render: (_v, { status }) => (
            <StatusTag value={status} labels={onlineRefundStatusLabels} tones={refundTones} />
          ),
        },
        { title: "金额（元）", align: "right", render: (_v, { amountFen }) => <Money fen={amountFen} /> },
        {
          title: "来源",
          render: (_v, { requestId }) => {
            if (requestId === null) return "渠道方自行退款，请核对后红冲收据";
            const href = linkTo(`billing/refund-requests?request=${requestId}`);
            return href ? <Link to={href}>退款申请</Link> : "退款申请";
          },
        },
        { title: "渠道退款号", render: (_v, { channelRefundNo }) => channelRefundNo ?? "—" },
        { title: "说明", render: (_v, { failure }) => failure ?? "—" },
      ]}
    />
  );
}
