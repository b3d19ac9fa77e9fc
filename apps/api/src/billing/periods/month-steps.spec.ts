import type { MonthStepDto } from "@linli/contracts";
import { type MonthFacts, stepsOf } from "./month-steps.js";

const facts: MonthFacts = {
  counts: {
    rates: 1,
    bindings: 10,
    pools: 0,
    pools_open: 0,
    rehearsed: 0,
    published: 1,
    charges: 10,
    receipts: 0,
    takings_fen: 0,
    overdue: 0,
    overdue_fen: 0,
    status: "OPEN",
  },
  figures: {
    receivableFen: 100_000,
    waivedFen: 0,
    collectedFen: 0,
    currentRate: "0.00",
    openingFen: 0,
    waivedArrearsFen: 0,
    collectedArrearsFen: 0,
    arrearsRate: null,
    combinedRate: "0.00",
    rooms: 10,
    roomsPaid: 0,
    roomRate: "0.00",
    closingFen: 100_000,
  },
  offsets: { enabled: false, rooms: 0, offsetFen: 0 },
  meters: { total: 0, missing: 0, examples: [], unbilled: 0 },
  debit: { agreements: 0, drafts: 0, sent: 0, amountFen: 0, collectedFen: 0, unreturned: 0 },
  daily: { reports: 0, due: 0, waiting: 0, shifts: 0 },
  dunning: null,
  notices: { printed: 0, missing: 10 },
  lateFees: { schemes: 0, overdue: 0, booked: 0, bookedFen: 0 },
  reviews: {
    rule: "NONE",
    offsetReviewedOnly: false,
    receipts: 0,
    open: 0,
    prepayments: 0,
    prepaymentsOpen: 0,
    prepaymentsOpenFen: 0,
    examples: [],
  },
  movedShares: [],
};

const step = (key: MonthStepDto["key"], changed: Partial<MonthFacts>) =>
  stepsOf({ ...facts, ...changed }).find((one) => one.key === key);

test("the steps come in the order of the work; what a project does not do is left out", () => {
  const keys = (changed: Partial<MonthFacts> = {}) => stepsOf({ ...facts, ...changed }).map(({ key }) => key);
  expect(keys()).toEqual([
    "BINDINGS",
    "REHEARSE",
    "PUBLISH",
    "LATE_FEES",
    "OFFSET",
    "NOTICES",
    "COLLECT",
    "DAILY",
    "ARREARS",
    "CLOSE",
  ]);
  const all = keys({
    counts: { ...facts.counts, pools: 1 },
    meters: { ...facts.meters, total: 3 },
    debit: { ...facts.debit, agreements: 1 },
  });
  expect(all.slice(0, 3)).toEqual(["BINDINGS", "METERS", "SHARES"]);
  expect(all.slice(7, 10)).toEqual(["NOTICES", "DEBIT", "COLLECT"]);
  const reviewed = keys({ reviews: { ...facts.reviews, rule: "WARN" } });
  expect(reviewed.slice(3, 6)).toEqual(["LATE_FEES", "PREPAYMENT_REVIEW", "OFFSET"]);
  expect(reviewed.slice(8, 11)).toEqual(["DAILY", "RECEIPT_REVIEW", "ARREARS"]);
});

test.each([
  ["nothing is billed", { charges: 0 }, { printed: 0, missing: 0 }, "TODO", 0, "发布后打印收费通知单"],
  ["none is printed", {}, { printed: 0, missing: 10 }, "TODO", 10, "10 户本月欠费还没有打印通知单"],
  [
    "some are printed",
    {},
    { printed: 7, missing: 3 },
    "DOING",
    3,
    "已打印 7 户的收费通知单，3 户本月欠费还没有打印通知单",
  ],
  ["all who owe have one", {}, { printed: 10, missing: 0 }, "DONE", 10, "已打印 10 户的收费通知单"],
  ["everybody had paid before", {}, { printed: 0, missing: 0 }, "DONE", 0, "本月应收都已结清，没有要通知的"],
])("通知: %s", (_what, counts, notices, state, count, detail) => {
  expect(step("NOTICES", { counts: { ...facts.counts, ...counts }, notices })).toMatchObject({ state, count, detail });
});

test.each([
  ["nothing was sent", {}, "TODO", "2 份划款协议有效，本月还没有报盘"],
  ["a batch is made", { drafts: 1 }, "DOING", "1 个批次还没有报盘"],
  [
    "the bank has not answered",
    { sent: 1, amountFen: 5_000, unreturned: 1 },
    "DOING",
    "报盘 50.00 元，收回 0.00 元；1 个批次等待回盘",
  ],
  ["everything came back", { sent: 2, amountFen: 5_000, collectedFen: 3_050 }, "DONE", "报盘 50.00 元，收回 30.50 元"],
])("托收: %s", (_what, debit, state, detail) => {
  expect(step("DEBIT", { debit: { ...facts.debit, agreements: 2, ...debit } })).toMatchObject({ state, detail });
});

test.each([
  ["nobody took money", {}, "TODO", "本月收银台还没有收款"],
  ["nothing was sent to finance", { reports: 2, due: 2 }, "TODO", "2 份收款日报，2 份还没有送出"],
  ["a till is open", { reports: 2, shifts: 1 }, "DOING", "1 个班次还没有交班"],
  ["finance has not gone through one", { reports: 2, waiting: 1 }, "DOING", "1 份财务还没有收"],
  ["all is taken over and counted", { reports: 2 }, "DONE", "2 份收款日报财务都已收"],
])("日结: %s", (_what, daily, state, detail) => {
  expect(step("DAILY", { daily: { ...facts.daily, ...daily } })).toMatchObject({ state, detail });
});

test.each([
  ["is due", ["季度催款"], "TODO", "1 个催缴计划到期：季度催款"],
  ["is not due yet", [], "DONE", "2 个催缴计划，都还没有到期"],
])("催缴: a plan %s", (_what, due, state, detail) => {
  expect(step("DUNNING", { dunning: { plans: 2, due } })).toMatchObject({ state, detail });
  expect(step("DUNNING", { dunning: { plans: 0, due: [] } })).toBeUndefined();
});

test.each([
  ["charges none", {}, "SKIPPED", "没有启用违约金方案，本项目不收违约金"],
  ["has nothing overdue", { schemes: 1 }, "DONE", "本月还没有入账的违约金；没有逾期应收"],
  [
    "has booked a part",
    { schemes: 1, overdue: 3, booked: 2, bookedFen: 1_050 },
    "DOING",
    "本月已入账 2 笔 10.50 元；3 笔逾期应收在计，缴费、打印通知单、报盘和月结时入账",
  ],
])("违约金: a project %s", (_what, lateFees, state, detail) => {
  expect(step("LATE_FEES", { lateFees: { ...facts.lateFees, ...lateFees } })).toMatchObject({ state, detail });
});

test.each([
  ["nothing was prepaid", {}, "DONE", "没有要审核的预收收据"],
  [
    "nobody looked at what was prepaid",
    { prepayments: 2, prepaymentsOpen: 2, prepaymentsOpenFen: 5_000 },
    "TODO",
    "2 张预收收据，2 张 50.00 元还没有审核，审核后才冲抵",
  ],
  ["all is reviewed", { prepayments: 2 }, "DONE", "2 张预收收据都已审核"],
])("预收审核: %s", (_what, changed, state, detail) => {
  const reviews = { ...facts.reviews, offsetReviewedOnly: true, ...changed };
  expect(step("PREPAYMENT_REVIEW", { reviews })).toMatchObject({ state, detail });
  expect(step("RECEIPT_REVIEW", { reviews })).toBeUndefined();
});

test("in a closed month every step is done or was passed over", () => {
  const steps = stepsOf({
    ...facts,
    counts: { ...facts.counts, status: "CLOSED" },
    meters: { ...facts.meters, total: 1, missing: 1 },
  });
  expect(steps.filter(({ state }) => state !== "DONE").map(({ key }) => key)).toEqual(["LATE_FEES"]);
});
