import type { NoticeArrearDto, NoticeChargeDto, NoticePrintDto, NoticeTermsDto } from "@linli/contracts";
import { formatFen } from "../../../lib/money";
import { amountColumn, type PrintColumn, PrintTable, whenAny } from "../../../components/print-table";
import { dateText } from "../../../lib/dates";
import {
  areasText,
  meterText,
  periodText,
  quantityText,
  roomsText,
  servicePeriod,
  taxText,
  yuan,
} from "./print-wording";
import { QrCode } from "./qr-code";
import "../../../components/print-sheet.css";
import "./prints.css";

/** 收费通知单 (FEE-06, BIL-114) as a page to print; says and looks like the PDF. */
export function NoticeSheet({ notice }: { notice: NoticePrintDto }) {
  const { arrears, charges, lateFee, totals } = notice;
  return (
    <article className="print-sheet a4-sheet notice-sheet" aria-label={`收费通知单 ${notice.noticeNo}`}>
      <header className="notice-head">
        <p className="print-organisation">{notice.projectName}</p>
        <h1 className="print-title">收费通知单</h1>
      </header>
      <NoticeFacts notice={notice} />
      <NoticeSummary notice={notice} />
      {arrears.length > 0 && (
        <section>
          <Heading title="往期欠费" aside="以前各期尚未缴清的费用" />
          <PrintTable label="往期欠费" columns={arrearColumns(notice)} rows={arrears} />
          <SumLine label="往期欠费小计" fen={totals.arrearsFen} />
        </section>
      )}
      <section>
        <Heading title={`本期应收（${periodText(notice.period)}）`} aside="单位：元" />
        {charges.length === 0 ? (
          <p className="print-empty">本期没有新的应收费用。</p>
        ) : (
          <>
            <PrintTable label="本期应收" columns={chargeColumns(notice)} rows={charges} notesOf={explanationsOf} />
            <SumLine label="本期欠缴小计" fen={totals.currentFen} />
          </>
        )}
      </section>
      {lateFee && (
        <p className="notice-late-fee">
          <strong>违约金</strong>
          <span>{`${lateFee.rule}（计至 ${lateFee.asOf}）`}</span>
          <strong className="print-figure">{formatFen(lateFee.amountFen)}</strong>
        </p>
      )}
      <p className="notice-payable">
        <span className="print-label">应付合计（人民币大写）</span>
        <strong>{totals.payableCapitals}</strong>
        <strong className="notice-payable-figure">{yuan(totals.payableFen)}</strong>
      </p>
      <NoticeTerms notice={notice} />
      <footer className="print-foot">
        <span>{`通知单号 ${notice.noticeNo}`}</span>
      </footer>
    </article>
  );
}

function NoticeFacts({ notice }: { notice: NoticePrintDto }) {
  const facts: (readonly [string, string])[] = [
    ["客户名称", notice.customerName],
    ["通知单号", notice.noticeNo],
    ["客户编号", notice.customerNo],
    ["打印日期", dateText(notice.printedOn)],
    ["房号", roomsText(notice.rooms)],
    ["收费面积", areasText(notice.rooms)],
    ["计费期间", periodText(notice.period)],
    ["缴费期限", notice.terms.dueDate === null ? "—" : dateText(notice.terms.dueDate)],
  ];
  if (notice.debitAccountMasked !== null) facts.push(["划款账户", notice.debitAccountMasked]);
  if (notice.prepaymentBalanceFen !== null) facts.push(["预收余额", yuan(notice.prepaymentBalanceFen)]);
  return (
    <dl className="print-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The figures that matter, the one to pay last and largest. */
function NoticeSummary({ notice: { totals } }: { notice: NoticePrintDto }) {
  return (
    <dl className="notice-summary">
      <div className={totals.arrearsFen > 0 ? "notice-overdue" : undefined}>
        <dt>往期欠费</dt>
        <dd>{yuan(totals.arrearsFen)}</dd>
      </div>
      <div>
        <dt>本期欠缴</dt>
        <dd>{yuan(totals.currentFen)}</dd>
      </div>
      <div>
        <dt>违约金</dt>
        <dd>{yuan(totals.lateFeeFen)}</dd>
      </div>
      <div className="notice-summary-total">
        <dt>应付合计</dt>
        <dd>{yuan(totals.payableFen)}</dd>
      </div>
    </dl>
  );
}

function NoticeTerms({ notice: { terms, qrCode } }: { notice: NoticePrintDto }) {
  const sentences = termsOf(terms);
  if (sentences.length === 0 && !qrCode) return null;
  return (
    <section className="notice-terms">
      <div>
        <h2>缴费须知</h2>
        <ol>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </div>
      {qrCode && (
        <figure>
          <QrCode rows={qrCode.rows} label={qrCode.caption} />
          <figcaption>{qrCode.caption}</figcaption>
        </figure>
      )}
    </section>
  );
}

function Heading({ title, aside }: { title: string; aside: string }) {
  return (
    <div className="print-heading">
      <h2>{title}</h2>
      <span>{aside}</span>
    </div>
  );
}

function SumLine({ label, fen }: { label: string; fen: number }) {
  return (
    <p className="print-sum">
      <span>{label}</span>
      <strong className="print-figure">{formatFen(fen)}</strong>
    </p>
  );
}

function arrearColumns(notice: NoticePrintDto): PrintColumn<NoticeArrearDto>[] {
  return [
    { title: "项目", value: ({ itemName }) => itemName },
    ...roomColumn<NoticeArrearDto>(notice),
    { title: "计费期间", whole: true, value: servicePeriod },
    { title: "缴费期限", whole: true, value: ({ dueDate }) => dueDate ?? "—" },
    amountColumn("应收", ({ amountFen }) => amountFen),
    amountColumn("已收", ({ paidFen }) => paidFen),
    amountColumn("欠缴", ({ openFen }) => openFen, true),
  ];
}

function chargeColumns(notice: NoticePrintDto): PrintColumn<NoticeChargeDto>[] {
  const { charges } = notice;
  return [
    { title: "项目", value: ({ itemName }) => itemName },
    ...roomColumn<NoticeChargeDto>(notice),
    { title: "计费期间", whole: true, value: servicePeriod },
    { title: charges.some(({ meter }) => meter) ? "数量/用量" : "数量/面积", figure: true, value: quantityText },
    { title: "单价", figure: true, value: ({ unitPrice }) => unitPrice ?? "—" },
    ...whenAny(charges, "附加费", ({ surchargeFen }) => surchargeFen),
    amountColumn("金额", ({ amountFen }) => amountFen),
    ...lastBillColumn(charges),
    ...whenAny(charges, "其中公摊", ({ shareFen }) => shareFen),
    ...whenAny(charges, "减免", ({ waivedFen }) => waivedFen),
    ...whenAny(charges, "预收冲抵", ({ offsetFen }) => offsetFen),
    amountColumn("已收", ({ paidFen }) => paidFen),
    amountColumn("欠缴", ({ openFen }) => openFen, true),
  ];
}

/** 上期账单, where something was billed before. */
function lastBillColumn(charges: readonly NoticeChargeDto[]): PrintColumn<NoticeChargeDto>[] {
  if (charges.every(({ lastFen }) => lastFen === null)) return [];
  return [{ title: "上期账单", figure: true, value: ({ lastFen }) => (lastFen === null ? "—" : formatFen(lastFen)) }];
}

function roomColumn<Row extends { roomCode: string | null }>({ rooms }: NoticePrintDto): PrintColumn<Row>[] {
  return rooms.length > 1 ? [{ title: "房号", whole: true, value: ({ roomCode }) => roomCode ?? "—" }] : [];
}

function explanationsOf({ meter, explanation, tax }: NoticeChargeDto): string[] {
  return [
    ...(meter === null ? [] : [`抄表：${meterText(meter)}`]),
    ...(explanation === null ? [] : [`计算：${explanation}`]),
    ...(tax === null ? [] : [`税额：${taxText(tax)}`]),
  ];
}

function termsOf(terms: NoticeTermsDto): string[] {
  const sentences: string[] = [];
  if (terms.dueDate !== null) sentences.push(`请于 ${dateText(terms.dueDate)} 前（含当日）缴清以上费用。`);
  if (terms.paymentMethods.length > 0) sentences.push(`缴费方式：${terms.paymentMethods.join("；")}。`);
  if (terms.objectionDays !== null)
    sentences.push(
      `如对本通知单所列费用有异议，请在收到之日起 ${terms.objectionDays} 日内向我处提出，我处核实后答复。`,
    );
  if (terms.telephone !== null) sentences.push(`咨询电话：${terms.telephone}。`);
  return [...sentences, ...terms.others];
}
