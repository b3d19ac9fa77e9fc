import type { ReceiptLineDto, ReceiptPrintDto } from "@linli/contracts";
import { formatFen } from "../../../lib/money";
import { amountColumn, type PrintColumn, PrintTable, whenAny } from "../../../components/print-table";
import { dateText } from "../../../lib/dates";
import { meterText, quantityText, roomsText, servicePeriod, yuan } from "./print-wording";
import "../../../components/print-sheet.css";
import "./prints.css";

/** As many lines as a sheet holds beside head and foot; a metered line counts one and a half. */
const LINES_PER_SHEET = 8;

/**
 * 收款收据 (FEE-07, BIL-76) as sheets to print, for each copy as many as its lines need; says and looks like the PDF.
 */
export function ReceiptSheet({ receipt }: { receipt: ReceiptPrintDto }) {
  const copies = receipt.copies.length > 0 ? receipt.copies : [null];
  const rows = receipt.prepaymentFen === 0 ? receipt.lines : [...receipt.lines, prepaymentLine(receipt)];
  const sheets = sheetsOf(rows);
  return copies.flatMap((copy) =>
    sheets.map((lines, index) => (
      <OneSheet
        key={`${copy}-${index}`}
        receipt={receipt}
        copy={copy}
        rows={lines}
        page={index + 1}
        pages={sheets.length}
      />
    )),
  );
}

function sheetsOf(rows: readonly ReceiptLineDto[]): ReceiptLineDto[][] {
  const sheets: ReceiptLineDto[][] = [[]];
  let used = 0;
  for (const row of rows) {
    const weight = row.meter ? 1.5 : 1;
    if (used + weight > LINES_PER_SHEET) {
      sheets.push([]);
      used = 0;
    }
    sheets.at(-1)?.push(row);
    used += weight;
  }
  return sheets;
}

interface OneSheetProps {
  receipt: ReceiptPrintDto;
  copy: string | null;
  rows: readonly ReceiptLineDto[];
  page: number;
  pages: number;
}

function OneSheet({ receipt, copy, rows, page, pages }: OneSheetProps) {
  const { red, reversed } = receipt;
  const title = red ? "红字收据" : "收款收据";
  return (
    <article
      className={`print-sheet receipt-sheet${red ? " receipt-red" : ""}`}
      aria-label={`${title} ${receipt.receiptNo}`}
    >
      {reversed && <div className="receipt-reversed">{reversed.mark}</div>}
      <header className="receipt-head">
        <div>
          {receipt.reprintNo > 0 && <strong className="receipt-reprint">{`补打 第 ${receipt.reprintNo} 次`}</strong>}
        </div>
        <p className="print-organisation">{receipt.projectName}</p>
        <span className="receipt-copy">{copy}</span>
        <span>{`日期：${dateText(receipt.receivedOn)}`}</span>
        <h1 className="print-title">{title}</h1>
        <span className="receipt-number">
          No. <strong>{receipt.receiptNo}</strong>
        </span>
      </header>
      <dl className="print-facts">
        <div>
          <dt>付款人</dt>
          <dd>{receipt.payerNo === null ? receipt.payerName : `${receipt.payerName}（${receipt.payerNo}）`}</dd>
        </div>
        <div>
          <dt>房号</dt>
          <dd>{roomsText(receipt.rooms)}</dd>
        </div>
      </dl>
      {red && (
        <p className="receipt-original">
          {`冲销原收据 No. ${red.originalNo}（${dateText(red.originalDate)}）`}
          {red.reason !== null && `\u3000原因：${red.reason}`}
        </p>
      )}
      <PrintTable
        label="收费明细"
        columns={lineColumns(receipt)}
        rows={rows}
        notesOf={({ meter }) => (meter ? [meterText(meter)] : [])}
        formRows={pages === 1 ? 4 : 0}
      />
      {page === pages && <Closing receipt={receipt} />}
      <footer className="receipt-foot">
        <div className="receipt-signatures">
          <span>
            <span className="print-label">收款单位（盖章）：</span>
            {receipt.payeeName ?? receipt.projectName}
          </span>
          <span>
            <span className="print-label">收款人：</span>
            {receipt.cashierName}
          </span>
          <span className="receipt-signature">
            <span className="print-label">交款人：</span>
          </span>
        </div>
        <div className="print-foot">
          <span>本收据不作为发票使用；开具发票时请交回本收据。</span>
          <span>{`No. ${receipt.receiptNo}\u3000${page < pages ? "合计见末页\u3000" : ""}第 ${page}/${pages} 页`}</span>
        </div>
      </footer>
    </article>
  );
}

/** Total, methods and remark, on the last sheet. */
function Closing({ receipt }: { receipt: ReceiptPrintDto }) {
  const { reversed, invoices, totals } = receipt;
  return (
    <>
      <p className="receipt-total">
        <span className="print-label">合计（人民币大写）</span>
        <strong>{totals.totalCapitals}</strong>
        <strong className="receipt-total-figure">{yuan(totals.totalFen)}</strong>
      </p>
      <p className="receipt-line receipt-methods">
        <span className="print-label">收款方式</span>
        <span>{paidText(receipt)}</span>
      </p>
      {(receipt.remark !== null || reversed || invoices.length > 0) && (
        <p className="receipt-line">
          <span className="print-label">备注</span>
          <span>
            {receipt.remark}
            {reversed && ` 本收据已于 ${dateText(reversed.date)} 由红字收据 No. ${reversed.redNo} 冲销。`}
            {invoices.map(({ invoiceNo, amountFen }) =>
              amountFen === null
                ? ` 已换开发票 No. ${invoiceNo}，本收据不再作为收款凭证。`
                : ` 其中 ${formatFen(amountFen)} 元已开具发票 No. ${invoiceNo}，这部分以发票为准。`,
            )}
          </span>
        </p>
      )}
    </>
  );
}

function lineColumns({ lines, rooms }: ReceiptPrintDto): PrintColumn<ReceiptLineDto>[] {
  const partial = lines.some(({ receivableFen, discountFen, amountFen }) => receivableFen - discountFen !== amountFen);
  return [
    { title: "收费项目", value: ({ itemName }) => itemName },
    ...(rooms.length > 1
      ? [{ title: "房号", whole: true, value: ({ roomCode }: ReceiptLineDto) => roomCode ?? "—" }]
      : []),
    { title: "计费期间", whole: true, value: servicePeriod },
    { title: "数量", figure: true, value: quantityText },
    { title: "单价", figure: true, value: ({ unitPrice }) => unitPrice ?? "—" },
    ...(partial ? [amountColumn<ReceiptLineDto>("应收金额", ({ receivableFen }) => receivableFen)] : []),
    ...whenAny(lines, "优惠减免", ({ discountFen }) => discountFen),
    ...whenAny(lines, "违约金", ({ lateFeeFen }) => lateFeeFen),
    amountColumn("实收金额", ({ amountFen, lateFeeFen }) => amountFen + lateFeeFen, true),
  ];
}

function paidText({ methods, tenderedFen, changeFen, prepaymentFen }: ReceiptPrintDto): string {
  const split = methods.map(
    ({ name, amountFen, referenceNo }) =>
      `${name} ${formatFen(amountFen)}${referenceNo === null ? "" : `（流水号 ${referenceNo}）`}`,
  );
  const parts = [split.join("\u3000")];
  if (tenderedFen !== null) parts.push(`收取现金 ${formatFen(tenderedFen)}\u3000找零 ${formatFen(changeFen)}`);
  if (prepaymentFen !== 0) parts.push(`其中${prepaymentFen < 0 ? "冲回" : "转入"}预收 ${formatFen(prepaymentFen)}`);
  return parts.filter((part) => part !== "").join("；");
}

function prepaymentLine({ prepaymentFen }: ReceiptPrintDto): ReceiptLineDto {
  return {
    roomCode: null,
    itemName: "预收款",
    from: null,
    to: null,
    quantity: null,
    unit: null,
    unitPrice: null,
    receivableFen: prepaymentFen,
    discountFen: 0,
    lateFeeFen: 0,
    amountFen: prepaymentFen,
    meter: null,
  };
}
