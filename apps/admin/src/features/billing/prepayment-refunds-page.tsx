import { useMutation } from "@tanstack/react-query";
import type { PayPrepaymentRefundDto, PrepaymentRefundDto, PrepaymentRefundQueryDto } from "@linli/contracts";
import {
  handMethodLabels,
  methodsWithReference,
  paymentMethodLabels,
  prepaymentRefundStatusLabels,
} from "@linli/contracts/enums";
import { Button, Form, Input, Select } from "antd";
import { Can } from "../../components/can";
import {
  actionsColumn,
  type Column,
  dateColumn,
  moneyColumn,
  momentColumn,
  statusColumn,
  textColumn,
} from "../../components/columns";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { ListPage } from "../../components/list-page";
import { optionsOf } from "../../lib/labels";
import type { ListFilter } from "../../lib/list-filter";
import { formatFen } from "../../lib/money";
import { type LinkToPage, usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { RoomSelect } from "../property/room-select";
import { PayingShift } from "./shifts/paying-shift";
import { cancelPrepaymentRefund, payPrepaymentRefund, prepaymentRefundQueries } from "./collection.queries";

const filters = [
  { name: "status", label: "状态", labels: prepaymentRefundStatusLabels, width: 130 },
  { name: "roomId", label: "房间", input: <RoomSelect /> },
] satisfies ListFilter<keyof PrepaymentRefundQueryDto & string>[];

const { PREPAYMENT: _offset, ...refundMethods } = handMethodLabels;

const columnsOf = (linkTo: LinkToPage): Column<PrepaymentRefundDto>[] => [
  textColumn("roomCode", "房号", { to: ({ roomId }) => linkTo(`property/rooms/${roomId}?tab=receipts`) }),
  textColumn("customerName", "客户", { to: ({ customerId }) => linkTo(`customer/customers/${customerId}`) }),
  { key: "feeItemName", title: "用途", render: (_value, { feeItemName }) => feeItemName ?? "通用" },
  moneyColumn("amountFen", "金额（元）"),
  statusColumn("status", "状态", prepaymentRefundStatusLabels, { OPEN: "warning", PAID: "good" }),
  textColumn("reason", "原因"),
  textColumn("requestedByName", "申请人"),
  momentColumn("createdAt", "申请时间"),
  textColumn("refundNo", "退款单号"),
  statusColumn("method", "退款方式", paymentMethodLabels),
  textColumn("paidByName", "付款人"),
  dateColumn("paidOn", "付款日期"),
  actionsColumn(
    (row) =>
      row.status === "OPEN" && (
        <Can do="billing:refund">
          <Pay refund={row} />
          <Cancel refund={row} />
        </Can>
      ),
    140,
  ),
];

/** 退还预收: balances that are to be paid back, by another person than who drafted, asked for or approved the transfer. */
export function PrepaymentRefundsPage() {
  const linkTo = usePageLink();
  const table = useListTable({ list: prepaymentRefundQueries.list(useProjectId()), filters, paging: "cursor" });
  return (
    <ListPage
      name="prepayment-refunds"
      title="退还预收"
      help="transfers"
      table={table}
      columns={columnsOf(linkTo)}
      empty="没有要退还的预收。房屋过户时原业主的预收余额会列在这里，由起草、申请和审批过户以外的人付款。"
    />
  );
}

function Pay({ refund: { id, customerName, amountFen } }: { refund: PrepaymentRefundDto }) {
  const { mutateAsync } = useMutation(payPrepaymentRefund(useProjectId(), id));
  return (
    <FormDialog<PayPrepaymentRefundDto>
      name={`pay-refund-${id}`}
      kind="modal"
      title={`退还 ${customerName} ${formatFen(amountFen)} 元`}
      dto="PayPrepaymentRefundDto"
      submitText="确认付款"
      initialValues={{ method: "TRANSFER" }}
      trigger={
        <Button type="link" size="small">
          付款
        </Button>
      }
      onFinish={mutateAsync}
    >
      <Field name="method">
        <Select options={optionsOf(refundMethods)} />
      </Field>
      <Form.Item noStyle dependencies={["method"]}>
        {(form) => {
          const required = methodsWithReference.includes(form.getFieldValue("method"));
          return (
            <Field name="referenceNo" rules={required ? [{ required, message: "请填写凭证号" }] : []}>
              <Input autoComplete="off" />
            </Field>
          );
        }}
      </Form.Item>
      <PayingShift />
    </FormDialog>
  );
}

function Cancel({ refund: { id } }: { refund: PrepaymentRefundDto }) {
  const { mutateAsync } = useMutation(cancelPrepaymentRefund(useProjectId(), id));
  return (
    <FormDialog<{ reason: string }>
      name={`cancel-refund-${id}`}
      kind="modal"
      title="取消退还，余额仍为预收"
      dto="CancelPrepaymentRefundDto"
      submitText="取消退还"
      danger
      trigger={
        <Button type="link" size="small">
          取消
        </Button>
      }
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Field>
    </FormDialog>
  );
}
