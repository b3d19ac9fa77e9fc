import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { OnlineOrderDetailDto } from "@linli/contracts";
import { Alert, Button, Flex, Result } from "antd";
import { useEffect } from "react";
import { Link } from "react-router";
import { Money } from "../../../components/money";
import { QueryView } from "../../../components/query-view";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { CloseOrder } from "./close-order";
import { askOrder, onlineQueries } from "./online.queries";
import { attentionOf } from "./online-words";
import { PayCode } from "./pay-code";

/** Shows an order's code until its payer has paid, and says so; what is on the page behind is then fetched anew. */
export function WaitForPayer({ orderId }: { orderId: string }) {
  const client = useQueryClient();
  const query = useQuery(onlineQueries.order(useProjectId(), orderId));
  const isOver = query.data !== undefined && query.data.status !== "CREATED";
  useEffect(() => {
    if (isOver) void client.invalidateQueries();
  }, [isOver, client]);
  return (
    <QueryView query={query}>
      {(order) => {
        if (order.receiptId) return <Paid order={order} />;
        if (order.status === "CREATED") return <Waiting order={order} />;
        return <Alert type="info" showIcon title={`订单 ${order.orderNo} 已关闭，请重新生成支付码`} />;
      }}
    </QueryView>
  );
}

function Waiting({ order }: { order: OnlineOrderDetailDto }) {
  const { mutate, isPending } = useMutation(askOrder(useProjectId(), order.id));
  const page = usePageLink()(`billing/online/orders/${order.id}`);
  const attention = attentionOf(order);
  return (
    <Flex vertical>
      {attention && <Alert type="warning" showIcon className="form-note" title={attention} />}
      <PayCode order={order} />
      <Flex gap={12} align="center" justify="center" wrap>
        {order.payUrl && (
          <Button loading={isPending} onClick={() => mutate()}>
            查询支付结果
          </Button>
        )}
        <CloseOrder order={order} />
        {page && <Link to={page}>订单 {order.orderNo}</Link>}
      </Flex>
    </Flex>
  );
}

function Paid({ order }: { order: OnlineOrderDetailDto }) {
  const receipt = usePageLink()(`billing/receipts/${order.receiptId}`);
  return (
    <Result
      status="success"
      title={
        <>
          已收到 <Money fen={order.amountFen} unit strong />
        </>
      }
      subTitle={attentionOf(order) || `收据 ${order.receiptNo}`}
      extra={receipt && <Link to={receipt}>查看收据</Link>}
    />
  );
}
