import { useMutation } from "@tanstack/react-query";
import type { OnlineOrderDto } from "@linli/contracts";
import { onlineMethodLabels } from "@linli/contracts/enums";
import { Alert, Button, Flex, QRCode, Typography } from "antd";
import dayjs from "dayjs";
import { Can } from "../../../components/can";
import { Money } from "../../../components/money";
import { formatMoment } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { sendOrder } from "./online.queries";

type Shown = Pick<OnlineOrderDto, "id" | "method" | "amountFen" | "payUrl" | "expiresAt" | "orderNo">;

/** The code a payer scans while his order waits and its time is not over; an order the channel has not taken yet may be sent to it again. */
export function PayCode({ order }: { order: Shown }) {
  const { id, payUrl, orderNo } = order;
  const { mutate, isPending } = useMutation(sendOrder(useProjectId(), id));
  if (!payUrl)
    return (
      <Alert
        type="warning"
        showIcon
        className="form-note"
        title="渠道还没有给出支付码"
        action={
          <Can do="billing:collect">
            <Button size="small" loading={isPending} onClick={() => mutate()}>
              再次请求
            </Button>
          </Can>
        }
      />
    );
  if (dayjs().isAfter(order.expiresAt))
    return (
      <Alert
        type="info"
        showIcon
        className="form-note"
        title={`支付码 ${formatMoment(order.expiresAt)} 已过期，系统会在渠道关闭这个订单；要马上重新收款，请先关闭它`}
      />
    );
  return (
    <Flex vertical align="center" gap={8} style={{ margin: "12px 0" }}>
      <div role="img" aria-label={`订单 ${orderNo} 的支付二维码`}>
        <div aria-hidden>
          <QRCode type="svg" value={payUrl} size={220} color="#000000" bgColor="#ffffff" />
        </div>
      </div>
      <span>
        {onlineMethodLabels[order.method]}扫码支付 <Money fen={order.amountFen} unit strong />
      </span>
      <span>有效到 {formatMoment(order.expiresAt)}，付款以后这里会自动更新</span>
      <Typography.Text copyable={{ text: payUrl }} ellipsis style={{ maxWidth: 280 }}>
        <a href={payUrl} target="_blank" rel="noreferrer">
          打开支付链接
        </a>
      </Typography.Text>
    </Flex>
  );
}
