import { useMutation, useQuery } from "@tanstack/react-query";
import type { EInvoiceDetailDto, EInvoiceLineDto } from "@linli/contracts";
import {
  eInvoiceEventLabels,
  eInvoiceStatusLabels,
  invoiceAdapterLabels,
  leaseAreaUnitLabels,
  titleKindLabels,
} from "@linli/contracts/enums";
import { Alert, Button, Drawer, Flex } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { DescriptionList } from "../../../components/description-list";
import { Money } from "../../../components/money";
import { QueryView } from "../../../components/query-view";
import { ScrolledTable } from "../../../components/scrolled-table";
import { StatusTag } from "../../../components/status-tag";
import { Timeline } from "../../../components/timeline";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { invoiceTones } from "./e-invoice-words";
import { eInvoiceQueries, retryInvoice } from "./e-invoices.queries";
import "./e-invoices.css";
import { InvoiceFiles } from "./invoice-files";
import { RedInvoiceForm } from "./red-invoice-form";
import { RedInvoices } from "./red-invoices";

/** One electronic invoice beside the list: what it says, its links, its red invoices, and what happened. */
export function EInvoiceDrawer({ invoiceId, onClose }: { invoiceId: string | undefined; onClose: () => void }) {
  return (
    <Drawer
      title="电子发票"
      open={invoiceId !== undefined}
      onClose={onClose}
      size={1240}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      destroyOnHidden
    >
      {invoiceId && <Loaded invoiceId={invoiceId} />}
    </Drawer>
  );
}

function Loaded({ invoiceId }: { invoiceId: string }) {
  const query = useQuery(eInvoiceQueries.one(useProjectId(), invoiceId));
  return <QueryView query={query}>{(invoice) => <Invoice invoice={invoice} />}</QueryView>;
}

function Invoice({ invoice }: { invoice: EInvoiceDetailDto }) {
  return (
    <>
      <Flex gap={8} align="center" wrap style={{ marginBottom: 12 }}>
        <StatusTag value={invoice.status} labels={eInvoiceStatusLabels} tones={invoiceTones} />
        <strong className="figures">{invoice.invoiceNo ?? invoice.requestNo}</strong>
        <InvoiceFiles {...invoice} />
        <span style={{ flex: 1 }} />
        {invoice.status === "FAILED" && (
          <Can do="billing:invoice">
            <RetryInvoice invoiceId={invoice.id} />
          </Can>
        )}
        {invoice.status === "ISSUED" && (
          <Can do="billing:red-invoice">
            <RedInvoiceForm invoice={invoice} />
          </Can>
        )}
      </Flex>
      {invoice.failReason && (
        <Alert type="error" showIcon className="form-note" title={`开具失败：${invoice.failReason}`} />
      )}
      <DescriptionList
        columns={2}
        items={[
          ["申请号", invoice.requestNo],
          ["开票日期", invoice.issuedOn],
          ["抬头", `${invoice.buyerName}（${titleKindLabels[invoice.buyerKind]}）`],
          ["纳税人识别号", invoice.buyerTaxNumber],
          ["付款人", invoice.payerName],
          invoice.buyerAddress !== null && ["购买方地址", invoice.buyerAddress],
          invoice.buyerPhone !== null && ["购买方电话", invoice.buyerPhone],
          invoice.buyerBank !== null && ["购买方开户银行", invoice.buyerBank],
          invoice.buyerAccountMasked !== null && ["购买方银行账号", invoice.buyerAccountMasked],
          invoice.emailMasked !== null && ["交付邮箱", invoice.emailMasked],
          invoice.mobileMasked !== null && ["交付手机", invoice.mobileMasked],
          ["销售方", `${invoice.seller.name}　${invoice.seller.taxNumber}`],
          ["开票人", invoice.issuerName],
          ["开具方式", invoiceAdapterLabels[invoice.adapter]],
          [
            "流水号",
            <span key="serial" className="e-invoice-serial">{`${invoice.serial}（第 ${invoice.attempt} 次）`}</span>,
          ],
          invoice.remark !== null && ["发票备注", invoice.remark],
        ]}
      />
      {invoice.lease && <Lease lease={invoice.lease} />}
      <h2 className="section-title">明细</h2>
      <Lines invoice={invoice} />
      {invoice.reds.length > 0 && <RedInvoices invoice={invoice} />}
      <h2 className="section-title">经过</h2>
      <Timeline
        entries={invoice.events.toReversed().map(({ id, kind, message, byName, at }) => ({
          id,
          at,
          who: byName,
          what: eInvoiceEventLabels[kind],
          note: message,
        }))}
      />
    </>
  );
}

function Lease({ lease }: { lease: NonNullable<EInvoiceDetailDto["lease"]> }) {
  return (
    <>
      <h2 className="section-title">不动产租赁信息</h2>
      <DescriptionList
        columns={2}
        items={[
          ["不动产地址", `${lease.region} ${lease.address}`],
          ["租赁期", `${lease.leaseFrom} ~ ${lease.leaseTo}`],
          ["产权证书号", lease.titleNo],
          ["面积单位", leaseAreaUnitLabels[lease.areaUnit]],
          ["跨地（市）标志", lease.crossCity ? "是" : "否"],
        ]}
      />
    </>
  );
}

function Lines({ invoice: { lines, netFen, taxFen, amountFen } }: { invoice: EInvoiceDetailDto }) {
  const linkTo = usePageLink();
  const receipt = (id: string, no: string) => {
    const href = linkTo(`billing/receipts/${id}`);
    return href ? <Link to={href}>{no}</Link> : no;
  };
  return (
    <ScrolledTable<EInvoiceLineDto>
      label="发票明细"
      rowKey="id"
      dataSource={lines}
      columns={[
        { key: "receipt", title: "收据", render: (_v, line) => receipt(line.receiptId, line.receiptNo) },
        { dataIndex: "itemName", title: "项目" },
        { dataIndex: "taxCode", title: "税收分类编码", className: "figures" },
        { dataIndex: "spec", title: "规格型号" },
        { dataIndex: "unit", title: "单位" },
        { dataIndex: "quantity", title: "数量", align: "right", className: "figures" },
        { dataIndex: "price", title: "单价", align: "right", className: "figures" },
        { key: "net", title: "金额", align: "right", render: (_v, line) => <Money fen={line.netFen} /> },
        { key: "rate", title: "税率", align: "right", className: "figures", render: (_v, line) => `${line.taxRate}%` },
        { key: "tax", title: "税额", align: "right", render: (_v, line) => <Money fen={line.taxFen} /> },
        {
          key: "amount",
          title: "价税合计",
          align: "right",
          render: (_v, line) => <Money fen={line.amountFen} strong />,
        },
        { key: "red", title: "已红冲", align: "right", render: (_v, line) => <Money fen={line.redFen} /> },
      ]}
      footer={() => (
        <Flex gap={16} wrap className="figures">
          <span>合计</span>
          <span>
            金额 <Money fen={netFen} />
          </span>
          <span>
            税额 <Money fen={taxFen} />
          </span>
          <span>
            价税合计 <Money fen={amountFen} strong unit />
          </span>
        </Flex>
      )}
    />
  );
}

function RetryInvoice({ invoiceId }: { invoiceId: string }) {
  const { mutate, isPending } = useMutation(retryInvoice(useProjectId(), invoiceId));
  return (
    <Button type="primary" loading={isPending} onClick={() => mutate()}>
      重新开具
    </Button>
  );
}
