import { useMutation, useQuery } from "@tanstack/react-query";
import type {
  CancelRefundRequestDto,
  PayRefundRequestDto,
  RefundRequestDto,
  RefundRequestQueryDto,
} from "@linli/contracts";
import {
  originalReceiptLabels,
  paymentMethodLabels,
  refundRequestStatusLabels,
  refundSourceLabels,
} from "@linli/contracts/enums";
import { Button, Drawer, Flex, Form, Input } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { type Column, moneyColumn, momentColumn, statusColumn, textColumn } from "../../../components/columns";
import { DescriptionList } from "../../../components/description-list";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { ListPage } from "../../../components/list-page";
import { Money } from "../../../components/money";
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { formatMoment } from "../../../lib/dates";
import type { ListFilter } from "../../../lib/list-filter";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId, useSession } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { useShown } from "../../../lib/use-shown";
import { OnlineRefundFailure, RefundOnline } from "../online/refund-online";
import { PayingShift } from "../shifts/paying-shift";
import { paymentMethodsQuery } from "../methods/methods.queries";
import { cancelRefundRequest, payRefundRequest, refundRequestQueries, showRefundAccount } from "./refunds.queries";

const tones = { PENDING: "warning", APPROVED: "active", PAID: "good", REJECTED: "bad" } as const;

const filters = [
  { name: "q", label: "关键字", placeholder: "申请单号、姓名或客户编号", width: 210 },
  { name: "status", label: "状态", labels: refundRequestStatusLabels, width: 120 },
  { name: "source", label: "来源", labels: refundSourceLabels, width: 120 },
] satisfies ListFilter<keyof RefundRequestQueryDto & string>[];

const columns: Column<RefundRequestDto>[] = [
  textColumn("requestNo", "申请单号", { to: ({ id }) => `?request=${id}` }),
  statusColumn("status", "状态", refundRequestStatusLabels, tones),
  statusColumn("source", "来源", refundSourceLabels),
  textColumn("sourceNo", "单号或房号"),
  textColumn("payerName", "客户"),
  moneyColumn("amountFen", "金额（元）"),
  statusColumn("method", "退款方式", paymentMethodLabels),
  textColumn("requestedByName", "申请人"),
  momentColumn("createdAt", "申请时间"),
  textColumn("refundNo", "退款单号"),
  textColumn("paidByName", "付款人"),
];

/** 退款申请: who asked, who reviewed, who paid (BIL-81). */
export function RefundRequestsPage() {
  const table = useListTable({ list: refundRequestQueries.list(useProjectId()), filters, paging: "cursor" });
  const [shown, show] = useShown("request");
  return (
    <>
      <ListPage
        name="refund-requests"
        title="退款申请"
        help="deposits"
        table={table}
        columns={columns}
        onRowClick={({ id }) => show(id)}
        empty="还没有退款申请。在红字收据、可退的押金或预收款上申请。"
      />
      <Drawer
        title="退款申请"
        open={shown !== undefined}
        onClose={() => show()}
        size={640}
        styles={{ wrapper: { maxWidth: "100vw" } }}
        destroyOnHidden
      >
        {shown && <RequestCard key={shown} requestId={shown} />}
      </Drawer>
    </>
  );
}

function RequestCard({ requestId }: { requestId: string }) {
  const query = useQuery(refundRequestQueries.one(useProjectId(), requestId));
  return <QueryView query={query}>{(request) => <Card request={request} />}</QueryView>;
}

const sourcePages = {
  RED_RECEIPT: (id: string) => `billing/receipts/${id}`,
  DEPOSIT: (id: string) => `billing/deposits/${id}`,
  PREPAYMENT: () => "billing/prepayments",
};

function Card({ request }: { request: RefundRequestDto }) {
  const linkTo = usePageLink();
  const to = linkTo(sourcePages[request.source](request.sourceId));
  const name = `${refundSourceLabels[request.source]} ${request.sourceNo}`;
  const bank = [request.accountHolder, request.bankName, request.bankAccountMasked].filter(Boolean).join("　");
  return (
    <>
      <DescriptionList
        items={[
          ["申请单号", request.requestNo],
          ["状态", <StatusTag key="s" value={request.status} labels={refundRequestStatusLabels} tones={tones} />],
          [
            "来源",
            to ? (
              <Link key="l" to={to}>
                {name}
              </Link>
            ) : (
              name
            ),
          ],
          ["客户", request.payerName],
          ["金额", <Money key="m" fen={request.amountFen} strong unit />],
          ["退款方式", paymentMethodLabels[request.method]],
          request.onlineOrderNo !== null && ["线上订单", request.onlineOrderNo],
          request.channelReason !== null && ["不原路退回", request.channelReason],
          bank !== "" && ["收款账户", bank],
          request.originalReceipt !== null && ["原收据", originalReceiptLabels[request.originalReceipt]],
          ["原因", request.reason],
          ["申请", `${request.requestedByName} ${formatMoment(request.createdAt)}`],
          request.decidedByName !== null && [
            "审核",
            `${request.decidedByName}${request.note ? `：${request.note}` : ""}`,
          ],
          request.refundNo !== null && ["付款", `${request.paidByName} ${request.paidOn}，退款单 ${request.refundNo}`],
        ]}
      />
      {request.status === "APPROVED" && <OnlineRefundFailure failure={request.onlineRefundFailure} />}
      {request.status === "APPROVED" && (
        <Flex gap={8}>
          <Can do="billing:refund">
            {request.onlineOrderNo !== null && request.onlineRefundStatus !== "FAILED" ? (
              <RefundOnline request={request} />
            ) : (
              <Pay request={request} />
            )}
          </Can>
          <Can do="billing:request-refund">
            <Cancel request={request} />
          </Can>
        </Flex>
      )}
    </>
  );
}

function Cancel({ request: { id, requestNo } }: { request: RefundRequestDto }) {
  const { mutateAsync } = useMutation(cancelRefundRequest(useProjectId(), id));
  return (
    <FormDialog<CancelRefundRequestDto>
      name={`cancel-refund-${id}`}
      kind="modal"
      title={`取消退款申请 ${requestNo}`}
      dto="CancelRefundRequestDto"
      danger
      submitText="取消申请"
      trigger={<Button danger>取消申请</Button>}
      note="取消后不再付款，金额可以重新申请。"
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input.TextArea rows={2} maxLength={200} placeholder="如：客户改为其他退款方式" />
      </Field>
    </FormDialog>
  );
}

function Pay({ request }: { request: RefundRequestDto }) {
  const { id, method, amountFen, payerName, requestedByName } = request;
  const projectId = useProjectId();
  const { mutateAsync } = useMutation(payRefundRequest(projectId, id));
  const { data: methods } = useQuery(paymentMethodsQuery(projectId));
  const isOwn = useSession().name === requestedByName;
  const required = methods?.items.some((rules) => rules.method === method && rules.reference === "REQUIRED") ?? false;
  return (
    <FormDialog<PayRefundRequestDto>
      name={`pay-refund-${id}`}
      kind="modal"
      title={`退给 ${payerName} ${formatFen(amountFen)} 元（${paymentMethodLabels[method]}）`}
      dto="PayRefundRequestDto"
      submitText="确认付款"
      trigger={<Button type="primary">付款</Button>}
      note={isOwn ? "不能由申请的人付款。" : undefined}
      onFinish={mutateAsync}
    >
      {request.bankAccountMasked !== null && <PayeeAccount id={id} masked={request.bankAccountMasked} />}
      <Field name="referenceNo" rules={required ? [{ required, message: "请填写凭证号" }] : []}>
        <Input autoComplete="off" />
      </Field>
      <PayingShift />
    </FormDialog>
  );
}

/** Where the transfer goes, whole once it is asked for. */
function PayeeAccount({ id, masked }: { id: string; masked: string }) {
  const { mutate, data, isPending } = useMutation(showRefundAccount(useProjectId(), id));
  return (
    <Form.Item label="银行账号" extra={data ? undefined : "每次查看完整账号都会记录在案。"}>
      <Flex gap={8} align="center">
        <span className="figures">{data?.bankAccount ?? masked}</span>
        {!data && (
          <Button type="link" loading={isPending} onClick={() => mutate()}>
            查看
          </Button>
        )}
      </Flex>
    </Form.Item>
  );
}
