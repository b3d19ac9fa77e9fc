import { useMutation } from "@tanstack/react-query";
import type { EInvoiceDetailDto, RedInvoiceDto } from "@linli/contracts";
import { redInvoiceReasonLabels, redInvoiceStatusLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Can } from "../../../components/can";
import { Money } from "../../../components/money";
import { ScrolledTable } from "../../../components/scrolled-table";
import { StatusTag } from "../../../components/status-tag";
import { useProjectId } from "../../../lib/session";
import { redTones } from "./e-invoice-words";
import { retryRed } from "./e-invoices.queries";
import { InvoiceFiles } from "./invoice-files";

/** The red invoices of an invoice, and what became of each. */
export function RedInvoices({ invoice }: { invoice: EInvoiceDetailDto }) {
  return (
    <>
      <h2 className="section-title">红字发票</h2>
      <ScrolledTable<RedInvoiceDto>
        label="红字发票"
        rowKey="id"
        dataSource={invoice.reds}
        columns={[
          {
            key: "status",
            title: "状态",
            render: (_v, { status }) => <StatusTag value={status} labels={redInvoiceStatusLabels} tones={redTones} />,
          },
          {
            dataIndex: "invoiceNo",
            title: "红字发票号码",
            className: "figures",
            render: (no: string | null) => no ?? "—",
          },
          { dataIndex: "confirmationNo", title: "红字确认单", render: (no: string | null) => no ?? "—" },
          { key: "amount", title: "红冲金额", align: "right", render: (_v, red) => <Money fen={-red.amountFen} /> },
          { key: "tax", title: "其中税额", align: "right", render: (_v, red) => <Money fen={-red.taxFen} /> },
          {
            key: "reason",
            title: "原因",
            render: (_v, { reason, explanation, failReason }) =>
              `${redInvoiceReasonLabels[reason]}：${explanation}${failReason ? `；失败：${failReason}` : ""}`,
          },
          { key: "links", title: "文件", render: (_v, red) => <InvoiceFiles {...red} /> },
          {
            key: "retry",
            title: "操作",
            render: (_v, { id, status }) =>
              status === "FAILED" &&
              invoice.status === "ISSUED" && (
                <Can do="billing:red-invoice">
                  <RetryRed invoiceId={invoice.id} redId={id} />
                </Can>
              ),
          },
        ]}
      />
    </>
  );
}

function RetryRed({ invoiceId, redId }: { invoiceId: string; redId: string }) {
  const { mutate, isPending } = useMutation(retryRed(useProjectId(), invoiceId, redId));
  return (
    <Button size="small" loading={isPending} onClick={() => mutate()}>
      重新红冲
    </Button>
  );
}
