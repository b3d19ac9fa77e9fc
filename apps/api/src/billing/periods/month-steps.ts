import type { MonthDto, MonthStepDto, PeriodStatus } from "@linli/contracts";
import type { PlansState } from "../dunning/plans/plans-due.js";
import type { DailyState } from "../daily-reports/daily-report-facts.js";
import type { DebitState } from "../debit/batches/debit-state.js";
import type { LateFeeState } from "../late-fees/late-fee-state.js";
import type { MonthMeters } from "../meters/month-meters.js";
import type { NoticeState } from "../notices/notice-state.js";
import type { OffsetState } from "../offsets/offset-state.js";
import type { ReviewState } from "../receipt-reviews/review-state.js";
import { isWithdrawable, movedInWords, type MovedShare } from "../shares/moved-shares.js";
import { yuanInWords } from "./yuan-in-words.js";

/** What a month counts, in rows and fen. */
export interface MonthCounts {
  rates: number;
  bindings: number;
  pools: number;
  pools_open: number;
  rehearsed: number;
  published: number;
  charges: number;
  receipts: number;
  takings_fen: number;
  overdue: number;
  overdue_fen: number;
  status: PeriodStatus;
}

/** Everything the steps of a month are told from. */
export interface MonthFacts {
  counts: MonthCounts;
  figures: MonthDto["figures"];
  offsets: OffsetState;
  meters: MonthMeters;
  debit: DebitState;
  daily: DailyState;
  /** Dunning plans as they stand today; null for any other month than the current one. */
  dunning: PlansState | null;
  lateFees: LateFeeState;
  reviews: ReviewState;
  notices: NoticeState;
  /** Confirmed pools whose readings are no longer those they were computed from. */
  movedShares: readonly MovedShare[];
}

type State = MonthStepDto["state"];
/** Where a step stands: done (or the month closed), begun, or still to do. */
type StateOf = (done: boolean, begun?: boolean) => State;

/** The steps of a month in the order of the work (BIL-90); one a project has no use for is left out. */
export function stepsOf(facts: MonthFacts): MonthStepDto[] {
  const { counts, figures, offsets, meters, debit, daily, dunning } = facts;
  const closed = counts.status === "CLOSED";
  const state = (done: boolean, begun = false): State => (done || closed ? "DONE" : begun ? "DOING" : "TODO");
  const { rates, bindings, rehearsed, published, charges, receipts, overdue } = counts;
  return [
    {
      key: "BINDINGS",
      title: "标准与绑定",
      state: state(bindings > 0, rates > 0),
      count: bindings,
      detail: bindings > 0 ? `${rates} 个标准在用，${bindings} 项绑定覆盖本月` : "还没有绑定收费标准的房间",
    },
    ...(meters.total > 0 ? [meterStep(meters, state)] : []),
    ...sharesStep(counts, facts.movedShares, state),
    {
      key: "REHEARSE",
      title: "试算",
      state: state(published > 0, rehearsed > 0),
      count: rehearsed,
      detail: rehearsed > 0 ? `${rehearsed} 个批次等待核对` : published > 0 ? "已核对" : "还没有试算",
    },
    {
      key: "PUBLISH",
      title: "发布",
      state: state(published > 0 && rehearsed === 0, published > 0),
      count: charges,
      detail: charges > 0 ? `${charges} 笔应收，共 ${yuanInWords(figures.receivableFen)} 元` : "还没有发布应收",
    },
    lateFeeStep(facts.lateFees, state),
    ...prepaymentReviewStep(facts.reviews, state),
    {
      key: "OFFSET",
      title: "预收冲抵",
      state: state(charges > 0 && (!offsets.enabled || offsets.rooms === 0), offsets.offsetFen > 0),
      count: offsets.rooms,
      detail: offsetWords(offsets),
    },
    noticeStep(facts.notices, charges, state),
    ...debitStep(debit, state),
    {
      key: "COLLECT",
      title: "收款",
      state: state(charges > 0 && figures.closingFen === 0, receipts > 0),
      count: receipts,
      detail: receipts > 0 ? `本月 ${receipts} 张收据，收到 ${yuanInWords(counts.takings_fen)} 元` : "本月还没有收款",
    },
    dailyStep(daily, state),
    ...receiptReviewStep(facts.reviews, state),
    {
      key: "ARREARS",
      title: "欠费",
      state: state(charges > 0 && overdue === 0, overdue > 0),
      count: overdue,
      detail: overdue > 0 ? `${overdue} 笔逾期，共 ${yuanInWords(counts.overdue_fen)} 元` : "没有逾期的应收",
    },
    ...dunningStep(dunning, state),
    { key: "CLOSE", title: "月结", state: state(false), count: 0, detail: closed ? "已月结" : "核对清单后月结" },
  ];
}

/** 抄表: shown where there is something to read. */
function meterStep({ total, missing }: MonthMeters, state: StateOf): MonthStepDto {
  const read = total - missing;
  return {
    key: "METERS",
    title: "抄表",
    state: state(missing === 0, read > 0),
    count: read,
    detail: missing === 0 ? `${total} 只表都已抄表` : `已抄 ${read} / ${total} 只，还差 ${missing} 只`,
  };
}

/** 违约金: passed over where the project charges none (3.1 no. 6); what is overdue accrues by itself until it is booked. */
function lateFeeStep({ schemes, overdue, booked, bookedFen }: LateFeeState, state: StateOf): MonthStepDto {
  const step = { key: "LATE_FEES", title: "违约金", count: overdue } as const;
  if (schemes === 0) return { ...step, state: "SKIPPED", detail: "没有启用违约金方案，本项目不收违约金" };
  const done = booked > 0 ? `本月已入账 ${booked} 笔 ${yuanInWords(bookedFen)} 元` : "本月还没有入账的违约金";
  const waiting = overdue > 0 ? `${overdue} 笔逾期应收在计，缴费、打印通知单、报盘和月结时入账` : "没有逾期应收";
  return { ...step, state: state(overdue === 0, booked > 0), detail: `${done}；${waiting}` };
}

/** 预收审核 comes before the offset (3.1 no. 7): shown where receipts are reviewed, or only reviewed money is offset. */
function prepaymentReviewStep(reviews: ReviewState, state: StateOf): MonthStepDto[] {
  const { rule, offsetReviewedOnly, prepayments, prepaymentsOpen, prepaymentsOpenFen } = reviews;
  if (rule === "NONE" && !offsetReviewedOnly) return [];
  const detail =
    prepaymentsOpen > 0
      ? `${prepayments} 张预收收据，${prepaymentsOpen} 张 ${yuanInWords(prepaymentsOpenFen)} 元还没有审核${offsetReviewedOnly ? "，审核后才冲抵" : ""}`
      : prepayments > 0
        ? `${prepayments} 张预收收据都已审核`
        : "没有要审核的预收收据";
  return [
    {
      key: "PREPAYMENT_REVIEW",
      title: "预收审核",
      state: state(prepaymentsOpen === 0, prepaymentsOpen < prepayments),
      count: prepaymentsOpen,
      detail,
    },
  ];
}

/** 收款审核 (审核收款单, 3.1 no. 10): shown where the project asks for it. */
function receiptReviewStep({ rule, receipts, open }: ReviewState, state: StateOf): MonthStepDto[] {
  if (rule === "NONE") return [];
  const detail =
    receipts === 0
      ? "本月收银台还没有收据"
      : open > 0
        ? `${receipts} 张收银台收据，${open} 张还没有审核`
        : `${receipts} 张收银台收据都已审核`;
  return [
    {
      key: "RECEIPT_REVIEW",
      title: "收款审核",
      state: state(receipts > 0 && open === 0, open < receipts),
      count: open,
      detail,
    },
  ];
}

/** 通知: whose notice is missing among those who owe something of the month (BIL-114). */
function noticeStep({ printed, missing }: NoticeState, charges: number, state: StateOf): MonthStepDto {
  const done = `已打印 ${printed} 户的收费通知单`;
  const detail =
    charges === 0
      ? "发布后打印收费通知单"
      : missing > 0
        ? `${printed > 0 ? `${done}，` : ""}${missing} 户本月欠费还没有打印通知单`
        : printed > 0
          ? done
          : "本月应收都已结清，没有要通知的";
  return {
    key: "NOTICES",
    title: "通知",
    state: state(charges > 0 && missing === 0, printed > 0),
    count: charges > 0 && missing > 0 ? missing : printed,
    detail,
  };
}

/** 托收: shown where customers have agreed to be debited, or were. */
function debitStep(debit: DebitState, state: StateOf): MonthStepDto[] {
  const { agreements, drafts, sent, unreturned, amountFen, collectedFen } = debit;
  if (agreements === 0 && sent === 0 && drafts === 0) return [];
  const words = [
    drafts > 0 && `${drafts} 个批次还没有报盘`,
    sent > 0 && `报盘 ${yuanInWords(amountFen)} 元，收回 ${yuanInWords(collectedFen)} 元`,
    unreturned > 0 && `${unreturned} 个批次等待回盘`,
  ].filter(Boolean);
  return [
    {
      key: "DEBIT",
      title: "托收",
      state: state(sent > 0 && drafts === 0 && unreturned === 0, sent > 0 || drafts > 0),
      count: sent,
      detail: words.length > 0 ? words.join("；") : `${agreements} 份划款协议有效，本月还没有报盘`,
    },
  ];
}

/** 催缴: shown in the current month where the project has plans; a plan reminds until its notices are issued. */
function dunningStep(dunning: PlansState | null, state: StateOf): MonthStepDto[] {
  if (!dunning || dunning.plans === 0) return [];
  const { plans, due } = dunning;
  const detail =
    due.length > 0 ? `${due.length} 个催缴计划到期：${due.join("、")}` : `${plans} 个催缴计划，都还没有到期`;
  return [{ key: "DUNNING", title: "催缴", state: state(due.length === 0), count: due.length, detail }];
}

/** 日结: what the cashiers still owe finance. */
function dailyStep({ reports, due, waiting, shifts }: DailyState, state: StateOf): MonthStepDto {
  const words = [
    due > 0 && `${reports} 份收款日报，${due} 份还没有送出`,
    waiting > 0 && `${waiting} 份财务还没有收`,
    shifts > 0 && `${shifts} 个班次还没有交班`,
  ].filter(Boolean);
  const done = reports > 0 ? `${reports} 份收款日报财务都已收` : "本月收银台还没有收款";
  return {
    key: "DAILY",
    title: "日结",
    state: state(reports > 0 && due + waiting + shifts === 0, reports > due || shifts > 0),
    count: due + waiting,
    detail: words.length > 0 ? words.join("；") : done,
  };
}

function offsetWords({ enabled, rooms, offsetFen }: OffsetState): string {
  if (!enabled) return "没有启用，收款时可逐笔冲抵";
  const done = offsetFen > 0 ? `本月已冲抵 ${yuanInWords(offsetFen)} 元` : "本月还没有冲抵";
  return rooms > 0 ? `${done}；${rooms} 间房有预收可冲抵` : offsetFen > 0 ? done : "没有可以冲抵的预收";
}

/** The public shares of the month, where the project has pools; those whose readings moved while they can be shared anew are open. */
function sharesStep(
  { pools, pools_open: open }: MonthCounts,
  moved: readonly MovedShare[],
  state: StateOf,
): MonthStepDto[] {
  if (pools === 0 && moved.length === 0) return [];
  const waiting = open + moved.filter(isWithdrawable).length;
  const confirmed = open > 0 ? `${pools} 个分摊项目，${open} 个还没有确认` : `${pools} 个分摊项目都已确认`;
  const detail = [pools > 0 && confirmed, movedInWords(moved)].filter(Boolean).join("；");
  return [{ key: "SHARES", title: "公摊", state: state(waiting === 0, open < pools), count: waiting, detail }];
}
