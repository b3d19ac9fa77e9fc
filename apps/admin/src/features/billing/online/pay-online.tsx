import { useMutation, useQuery } from "@tanstack/react-query";
import type { OnlineChannelDto } from "@linli/contracts";
import { Alert, Button, Flex, Modal, Result, Select } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { ErrorNote } from "../../../components/error-note";
import { Money } from "../../../components/money";
import { QueryView } from "../../../components/query-view";
import { newId } from "../../../lib/new-id";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { askOrder, createOrder, onlineQueries } from "./online.queries";
import { attentionOf } from "./online-words";
import { PayCode } from "./pay-code";

interface Props {
  payerId: string;
  /** The charges ticked; each is asked for in full as it stands on the server. */
  chargeIds: readonly string[];
  disabled: boolean;
}

/** 线上支付码: asks a channel for a payment and shows the payer its code. Not there where the project has no channel. */
export function PayOnline({ payerId, chargeIds, disabled }: Props) {
  const [orderId, setOrderId] = useState<string>();
  const { data } = useQuery(onlineQueries.channels(useProjectId()));
  const channels = data?.items.filter(({ active }) => active) ?? [];
  if (channels.length === 0) return null;
  return (
    <>
      <Button block disabled={disabled} onClick={() => setOrderId(newId())} style={{ marginTop: 8 }}>
        线上支付码
      </Button>
      {orderId && (
        <Modal open title="线上支付" footer={null} onCancel={() => setOrderId(undefined)} destroyOnHidden>
          <Ask orderId={orderId} channels={channels} payerId={payerId} chargeIds={chargeIds} />
        </Modal>
      )}
    </>
  );
}

/** Chooses the channel, then waits for the payer. The id was made when it opened, so that a retry asks once. */
function Ask({
  orderId,
  channels,
  payerId,
  chargeIds,
}: Omit<Props, "disabled"> & { orderId: string; channels: OnlineChannelDto[] }) {
  const [channelId, setChannelId] = useState(channels[0]!.id);
  // what was ticked when it opened: a payment takes it off the list behind
  const [asked] = useState(chargeIds);
  const { mutate, isPending, isSuccess, error } = useMutation(createOrder(useProjectId()));
  if (isSuccess) return <Waiting orderId={orderId} />;
  return (
    <Flex vertical gap={12}>
      <span>
        把所选 {asked.length}{" "}
        笔应收的全部欠费做成一个支付码；没有出账的违约金不在其中。业主付款、渠道通知以后自动开收据。
      </span>
      <Select
        aria-label="支付渠道"
        value={channelId}
        onChange={setChannelId}
        options={channels.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {error && <ErrorNote error={error} />}
      <Button
        type="primary"
        loading={isPending}
        onClick={() => mutate({ id: orderId, channelId, payerId, chargeIds: [...asked] })}
      >
        生成支付码
      </Button>
    </Flex>
  );
}

function Waiting({ orderId }: { orderId: string }) {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const query = useQuery(onlineQueries.order(projectId, orderId));
  const ask = useMutation(askOrder(projectId, orderId));
  return (
    <QueryView query={query}>
      {(order) => {
        const page = linkTo(`billing/online/orders/${orderId}`);
        if (order.status === "PAID") {
          const receipt = linkTo(`billing/receipts/${orderId}`);
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
        if (order.status !== "CREATED")
          return <Alert type="info" showIcon title={`订单 ${order.orderNo} 已关闭，请重新生成支付码`} />;
        return (
          <Flex vertical align="center">
            <PayCode order={order} />
            <Flex gap={12} align="center">
              <Button loading={ask.isPending} onClick={() => ask.mutate()}>
                查询支付结果
              </Button>
              {page && <Link to={page}>订单 {order.orderNo}</Link>}
            </Flex>
          </Flex>
        );
      }}
    </QueryView>
  );
}
