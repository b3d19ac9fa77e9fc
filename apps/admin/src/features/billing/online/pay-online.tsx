import { useMutation, useQuery } from "@tanstack/react-query";
import type { OnlineChannelDto } from "@linli/contracts";
import { Alert, Button, Flex, Input, Modal, Select } from "antd";
import { useState } from "react";
import { ApiError, errorText } from "../../../lib/api-error";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { createOrder, onlineQueries } from "./online.queries";
import { WaitForPayer } from "./wait-for-payer";

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

/** What a channel answers after the order was made: it stands without a link. */
const MADE_WITHOUT_LINK = ["ONLINE_CHANNEL_UNAVAILABLE", "ONLINE_CHANNEL_REFUSED"];

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
  const [allocationReason, setAllocationReason] = useState("");
  const [otherOrderId, setOtherOrderId] = useState<string>();
  const { mutate, isPending, isSuccess, error } = useMutation(createOrder(useProjectId()));
  const refusal = error instanceof ApiError ? error : undefined;
  if (otherOrderId) return <WaitForPayer orderId={otherOrderId} />;
  if (isSuccess || (refusal && MADE_WITHOUT_LINK.includes(refusal.code))) return <WaitForPayer orderId={orderId} />;

  const reason = allocationReason.trim();
  const waitingId = refusal?.code === "ONLINE_ORDER_WAITING" ? (refusal.details.orderId as string) : undefined;
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
      {(refusal?.code === "ALLOCATION_ORDER" || allocationReason !== "") && (
        <Input
          aria-label="不按顺序收款的原因"
          placeholder="不按顺序收款的原因，如：业主指定先付本月"
          maxLength={200}
          autoFocus
          value={allocationReason}
          onChange={(event) => setAllocationReason(event.target.value)}
        />
      )}
      {error && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={errorText(error)}
          action={
            waitingId && (
              <Button size="small" onClick={() => setOtherOrderId(waitingId)}>
                显示那个订单
              </Button>
            )
          }
        />
      )}
      <Button
        type="primary"
        loading={isPending}
        onClick={() =>
          mutate({
            id: orderId,
            channelId,
            payerId,
            chargeIds: [...asked],
            ...(reason !== "" && { allocationReason: reason }),
          })
        }
      >
        生成支付码
      </Button>
    </Flex>
  );
}
