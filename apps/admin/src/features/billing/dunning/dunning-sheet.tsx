import type { DunningNoticeDto, NoticeArrearDto } from "@linli/contracts";
import { dunningPapers } from "@linli/contracts/enums";
import { amountColumn, type PrintColumn, PrintTable } from "../../../components/print-table";
import { dateText } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { areasText, roomsText, servicePeriod, yuan } from "../prints/print-wording";
import "../../../components/print-sheet.css";
import "../prints/prints.css";
import "./dunning-sheet.css";

/** 催款单 (BIL-114), or 缴费提醒 before the due day, as a page to print; says what the PDF says. */
export function DunningSheet({ notice }: { notice: DunningNoticeDto }) {
  const { projectName, stepNo, channel, issuedOn, text, lines, telephone, notes } = notice;
  const words = dunningPapers[notice.kind];
  return (
    <article className="print-sheet a4-sheet notice-sheet" aria-label={`${words.title} ${stepNo}`}>
      <header className="notice-head">
        <p className="print-organisation">{projectName}</p>
        <h1 className="print-title">{channel === "LAWYER" ? "律师函（催款）" : words.title}</h1>
      </header>
      <Facts notice={notice} />
      <p className="dunning-text">{text}</p>
      <section>
        <div className="print-heading">
          <h2>{words.lines}</h2>
          <span>单位：元</span>
        </div>
        <PrintTable label={words.lines} columns={columnsOf(words.open)} rows={lines} />
      </section>
      <p className="notice-payable">
        <span className="print-label">应付合计（大写）</span>
        <strong>{notice.payableCapitals}</strong>
        {notice.kind === "DEMAND" && (
          <span className="print-label">
            {`欠费 ${formatFen(notice.principalFen)}　违约金 ${formatFen(notice.lateFeeFen)}`}
          </span>
        )}
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
        <strong>送达回执</strong>　{`本人已收到上列${words.title}。`}
        <div>
          <span>签收人：</span>
          <span>与业主关系：</span>
          <span>日期：　　　　年　　月　　日</span>
        </div>
      </div>
      <footer className="print-foot">
        <span>{`${words.number} ${stepNo}`}</span>
      </footer>
    </article>
  );
}

function Facts({ notice }: { notice: DunningNoticeDto }) {
  const words = dunningPapers[notice.kind];
  const facts: (readonly [string, string])[] = [
    ["客户名称", notice.customerName],
    [words.number, notice.stepNo],
    ["客户编号", notice.customerNo],
    [words.issuedOn, dateText(notice.issuedOn)],
    ["房号", roomsText([notice.room])],
    ["收费面积", areasText([notice.room])],
    ...demandFacts(notice),
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

/** A bill has no deadline but the due days of its lines. */
const demandFacts = ({ kind, levelName, payBy }: DunningNoticeDto): (readonly [string, string])[] =>
  kind === "BILL"
    ? []
    : [
        ["催缴级别", levelName ?? "—"],
        ["缴费期限", payBy === null ? "—" : dateText(payBy)],
      ];

const columnsOf = (open: string): PrintColumn<NoticeArrearDto>[] => [
  { title: "项目", value: ({ itemName }) => itemName },
  { title: "计费期间", whole: true, value: servicePeriod },
  { title: "缴费期限", whole: true, value: ({ dueDate }) => dueDate ?? "—" },
  amountColumn("应收", ({ amountFen }) => amountFen),
  amountColumn("已收或减免", ({ paidFen }) => paidFen),
  amountColumn(open, ({ openFen }) => openFen, true),
];
