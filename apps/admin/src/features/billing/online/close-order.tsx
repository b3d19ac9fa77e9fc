import { useMutation } from "@tanstack/react-query";
import type { CloseOnlineOrderDto, OnlineOrderDto } from "@linli/contracts";
import { Button, Input } from "antd";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { useProjectId } from "../../../lib/session";
import { closeOrder } from "./online.queries";

/** Gives an order up, so that its charges may be paid another way. */
export function CloseOrder({ order: { id, orderNo } }: { order: Pick<OnlineOrderDto, "id" | "orderNo"> }) {
  const { mutateAsync } = useMutation(closeOrder(useProjectId(), id));
  return (
    <FormDialog<CloseOnlineOrderDto>
      name="close-online-order"
      kind="modal"
      title={`关闭订单 ${orderNo}`}
      dto="CloseOnlineOrderDto"
      note="先在渠道关闭，业主就不能再付；如果他刚好付了，会入账而不关闭。"
      trigger={<Button danger>关闭订单</Button>}
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input />
      </Field>
    </FormDialog>
  );
}
