import { useMutation, useQueries, useQuery } from "@tanstack/react-query";
import type { EInvoiceBuyerDto, EInvoiceLeaseDto, InvoiceableReceiptDto, ReceiptDetailDto } from "@linli/contracts";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { ApiError, errorText } from "../../../lib/api-error";
import { usePageLink } from "../../../lib/page-links";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { BuyerFields } from "./buyer-fields";
import { eInvoiceQueries, requestInvoice } from "./e-invoices.queries";
import { type ChosenReceipt, type InvoicedAmounts, InvoiceableLines } from "./invoiceable-lines";
import { LeaseFields } from "./lease-fields";
import { OtherReceipts } from "./other-receipts";

export interface RequestValues {
  /** Fen by the ids of receipt and charge; nothing leaves a line out. */
  amounts: InvoicedAmounts;
  buyer: EInvoiceBuyerDto;
  lease?: EInvoiceLeaseDto;
  remark?: string;
}

/** Asks for an electronic invoice of a receipt. Nothing is offered where a project has no supplier. */
export function RequestInvoice({ receipt }: { receipt: ReceiptDetailDto }) {
  const projectId = useProjectId();
  const { data: settings } = useQuery(eInvoiceQueries.settings(projectId));
  const isOn = settings !== undefined && settings.adapter !== "OFF" && receipt.status === "VALID";
  const { data: open } = useQuery({ ...eInvoiceQueries.invoiceable(projectId, receipt.id), enabled: isOn });
  if (!isOn || !open) return null;
  return (
    <>
      {open.lines.some(({ invoicedFen }) => invoicedFen > 0) && <ToInvoices receiptNo={open.receiptNo} />}
      <Request receiptId={receipt.id} open={open} />
    </>
  );
}

/** The invoices there are of the receipt. */
function ToInvoices({ receiptNo }: { receiptNo: string }) {
  const href = usePageLink()(`billing/e-invoices?q=${receiptNo}`);
  return (
    href && (
      <Link to={href}>
        <Button tabIndex={-1}>电子发票</Button>
      </Link>
    )
  );
}

function Request({ receiptId, open }: { receiptId: string; open: InvoiceableReceiptDto }) {
  const { modal } = App.useApp();
  const why = refusalOf(open);
  if (why === ALL_INVOICED) return null;
  if (why) return <Button onClick={() => modal.info({ title: "不能申请开票", content: why })}>申请开票</Button>;
  return <RequestDialog receiptId={receiptId} open={open} />;
}

const ALL_INVOICED = "收到的金额已全部开票";

/** Why there is nothing to ask for. */
function refusalOf({ refusal, lines }: InvoiceableReceiptDto): string | null {
  if (refusal) return refusal;
  if (lines.some((line) => line.refusal === null && line.availableFen > 0)) return null;
  return lines.find((line) => line.refusal)?.refusal ?? ALL_INVOICED;
}

function RequestDialog({ receiptId, open }: { receiptId: string; open: InvoiceableReceiptDto }) {
  const projectId = useProjectId();
  const { mutateAsync } = useMutation(requestInvoice(projectId));
  const [id, setId] = useState(newId);
  const [others, setOthers] = useState<string[]>([]);
  const added = useQueries({ queries: others.map((other) => eInvoiceQueries.invoiceable(projectId, other)) });
  const unread = added.filter(({ data }) => data === undefined);
  const failed = unread.find(({ isError }) => isError);
  const receipts: ChosenReceipt[] = [
    { receiptId, open },
    ...others.flatMap((other, index) => {
      const data = added[index]?.data;
      return data ? [{ receiptId: other, open: data }] : [];
    }),
  ];
  const linkTo = usePageLink();
  const navigate = useNavigate();
  return (
    <FormDialog<RequestValues>
      name="request-invoice"
      title="申请电子发票"
      dto="RequestEInvoiceDto"
      width={720}
      trigger={<Button type="primary">申请开票</Button>}
      submitText="申请"
      note="按收据上实际收到的金额开票，可以只开一部分。开票以后，要先红冲发票才能红冲收据或退款。"
      initialValues={initialValues(receiptId, open)}
      onOpenChange={(isOpen) => {
        if (!isOpen) return;
        setId(newId());
        setOthers([]);
      }}
      onFinish={async ({ amounts, buyer, lease, remark }) => {
        if (unread.length > 0) {
          for (const { isError, refetch } of unread) if (isError) void refetch();
          throw unreadReceipts();
        }
        const amountOf = (one: ChosenReceipt, chargeId: string) => amounts[one.receiptId]?.[chargeId] ?? 0;
        const lines = receipts.flatMap((one) =>
          one.open.lines.flatMap(({ chargeId }) => {
            const amountFen = amountOf(one, chargeId);
            return amountFen > 0 ? [{ receiptId: one.receiptId, chargeId, amountFen }] : [];
          }),
        );
        const isLease = receipts.some((one) =>
          one.open.lines.some((line) => line.lease && amountOf(one, line.chargeId) > 0),
        );
        await mutateAsync({ id, buyer, lines, lease: isLease ? lease : null, remark });
        const href = linkTo(`billing/e-invoices?invoiceId=${id}`);
        if (href) void navigate(href);
      }}
    >
      <OtherReceipts
        receiptId={receiptId}
        payerId={open.payerId}
        value={others}
        onChange={setOthers}
        problem={failed && errorText(failed.error)}
      />
      {receipts.map((one) => (
        <InvoiceableLines key={one.receiptId} receipt={one} isAdded={one.receiptId !== receiptId} />
      ))}
      <BuyerFields payerId={open.payerId} />
      <LeaseFields receipts={receipts} />
      <Field name="remark">
        <Input maxLength={150} />
      </Field>
    </FormDialog>
  );
}

/** A receipt that was chosen is never left off because it is not there yet. */
const unreadReceipts = () =>
  new ApiError(0, "RECEIPTS_UNREAD", "选中的收据还没有读出来，没有提交申请。请稍候再点“申请”，或取消选择这张收据");

/** Everything that is no rent; of rents alone the first, since each stands on an invoice of its own. */
function initialValues(receiptId: string, { lines, payerName }: InvoiceableReceiptDto): Partial<RequestValues> {
  const possible = lines.filter(({ refusal, availableFen }) => refusal === null && availableFen > 0);
  const services = possible.filter(({ lease }) => !lease);
  const chosen = services.length > 0 ? services : possible.slice(0, 1);
  const rent = possible.find(({ lease }) => lease);
  return {
    amounts: { [receiptId]: Object.fromEntries(chosen.map(({ chargeId, availableFen }) => [chargeId, availableFen])) },
    buyer: { kind: "PERSONAL", name: payerName },
    ...(rent && {
      lease: {
        leaseFrom: rent.serviceFrom,
        leaseTo: rent.serviceTo,
        crossCity: false,
        areaUnit: "SQUARE_METRE",
      } as never,
    }),
  };
}
