import type { DunningNoticeDto, NoticeArrearDto } from "@linli/contracts";
import { amountColumn, type PrintColumn, PrintTable } from "../../../components/print-table";
import { dateText } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { areasText, roomsText, servicePeriod, yuan } from "../prints/print-wording";
import "../../../components/print-sheet.css";
import "../prints/prints.css";
import "./dunning-sheet.css";

/** 催款单 (BIL-114) as a page to print; says what the PDF says. */
export function DunningSheet({ notice }: { notice: DunningNoticeDto }) {
  const { projectName, stepNo, channel, issuedOn, text, lines, telephone, notes } = notice;
  return (
    <article className="print-sheet a4-sheet notice-sheet" aria-label={`催款单 ${stepNo}`}>
      <header className="notice-head">
        <p className="print-organisation">{projectName}</p>
        <h1 className="print-title">{channel === "LAWYER" ? "律师函（催款）" : "催款单"}</h1>
      </header>
      <Facts notice={notice} />
      <p className="dunning-text">{text}</p>
      <section>
        <div className="print-heading">
          <h2>逾期费用明细</h2>
          <span>单位：元</span>
        </div>
        <PrintTable label="逾期费用明细" columns={columns} rows={lines} />
      </section>
      <p className="notice-payable">
        <span className="print-label">应付合计（大写）</span>
        <strong>{notice.payableCapitals}</strong>
        <span className="print-label">
          {`欠费 ${formatFen(notice.principalFen)}　违约金 ${formatFen(notice.lateFeeFen)}`}
        </span>
        <strong className="notice-payable-figure">{yuan(notice.payableFen)}</strong>
      </p>
      <ol className="dunning-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {telephone && <li>{`咨询电话：${telephone}`}</li>}
      </ol>
      <p className="dunning-sign">
        {`${projectName}（盖章）`}
        <br />
        {dateText(issuedOn)}
      </p>
      <div className="dunning-receipt">
        <strong>送达回执</strong>　本人已收到上列催款单。
        <div>
          <span>签收人：</span>
          <span>与业主关系：</span>
          <span>日期：　　　　年　　月　　日</span>
        </div>
      </div>
      <footer className="print-foot">
        <span>{`催款单号 ${stepNo}`}</span>
      </footer>
    </article>
  );
}

function Facts({ notice }: { notice: DunningNoticeDto }) {
  const facts: (readonly [string, string])[] = [
    ["客户名称", notice.customerName],
    ["催款单号", notice.stepNo],
    ["客户编号", notice.customerNo],
    ["催款日期", dateText(notice.issuedOn)],
    ["房号", roomsText([notice.room])],
    ["收费面积", areasText([notice.room])],
    ["催缴级别", notice.levelName ?? "—"],
    ["缴费期限", notice.payBy === null ? "—" : dateText(notice.payBy)],
  ];
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

const columns: PrintColumn<NoticeArrearDto>[] = [
  { title: "项目", value: ({ itemName }) => itemName },
  { title: "计费期间", whole: true, value: servicePeriod },
  { title: "缴费期限", whole: true, value: ({ dueDate }) => dueDate ?? "—" },
  amountColumn("应收", ({ amountFen }) => amountFen),
  amountColumn("已收或减免", ({ paidFen }) => paidFen),
  amountColumn("欠缴", ({ openFen }) => openFen, true),
];
