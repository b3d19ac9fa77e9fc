import { commonAccounts, commonMethodAccounts, commonRoleAccounts } from "@linli/contracts";
import type { Posting } from "./postings.js";
import { type AccountBook, problemsOf, vouchersOf } from "./vouchers-of.js";

const book: AccountBook = {
  names: new Map(commonAccounts.map(({ code, name }) => [code, name])),
  roles: commonRoleAccounts,
  items: new Map([
    ["fee", { name: "物业服务费", code: null, role: "PROPERTY" }],
    ["water", { name: "代收水费", code: null, role: "COLLECTED" }],
    ["club", { name: "会所收入", code: "6051.09", role: "DIVERSIFIED" }],
  ]),
  methods: new Map(Object.entries(commonMethodAccounts)),
};

const posting = (over: Partial<Posting>): Posting => ({
  kind: "RECEIPT",
  day: "2026-03-05",
  part: "MONEY",
  side: "DEBIT",
  feeItemId: null,
  taxRate: null,
  method: null,
  fen: 100,
  count: 1,
  ...over,
});
const written = (postings: Posting[], over: Partial<AccountBook> = {}) =>
  vouchersOf(postings, { ...book, ...over }, "2026-02");
const accounts = (postings: Posting[], over: Partial<AccountBook> = {}) =>
  written(postings, over).flatMap(({ lines }) => lines.map(({ accountCode }) => accountCode));

test("one voucher a kind and day, numbered by day; the month's own stand on its last day", () => {
  const vouchers = written([
    posting({ kind: "CHARGE", day: null, part: "RECEIVABLE", feeItemId: "fee" }),
    posting({ kind: "REFUND", day: "2026-02-05", part: "MONEY", method: "CASH", side: "CREDIT" }),
    posting({ day: "2026-02-05", method: "CASH" }),
    posting({ day: "2026-02-03", method: "CASH" }),
  ]);
  expect(vouchers.map(({ no, kind, date }) => [no, kind, date])).toEqual([
    [1, "RECEIPT", "2026-02-03"],
    [2, "RECEIPT", "2026-02-05"],
    [3, "REFUND", "2026-02-05"],
    [4, "CHARGE", "2026-02-28"],
  ]);
});

test.each([
  ["an item without an account of its own", { part: "INCOME", feeItemId: "fee" }, "6001", "收款 物业服务费"],
  ["what is collected for others", { part: "INCOME", feeItemId: "water" }, "2241.02", "收款 代收水费"],
  ["an item with its own", { part: "INCOME", feeItemId: "club", taxRate: "6" }, "6051.09", "收款 会所收入 6%"],
  ["a method", { method: "WECHAT" }, "1012", "收款 微信"],
  ["tax", { part: "OUTPUT_TAX", taxRate: "6" }, "2221.01", "收款 销项税额 6%"],
  ["money kept", { part: "PREPAYMENT" }, "2203", "收款 预收款"],
] as const)("the account and words of %s", (_what, over, accountCode, summary) => {
  expect(written([posting(over)])[0]!.lines).toMatchObject([{ accountCode, summary, debitFen: 100, creditFen: 0 }]);
});

test("waivers reduce the income they concern unless the project has an account for them", () => {
  const waived = [posting({ kind: "WAIVER", day: null, part: "INCOME", feeItemId: "fee" })];
  expect(accounts(waived)).toEqual(["6001"]);
  expect(accounts(waived, { roles: { ...book.roles, WAIVER: "6001.99" } })).toEqual(["6001.99"]);
});

test("lines of one account and one meaning are one, debits first; what comes to nothing leaves no voucher and no gap", () => {
  const vouchers = written([
    posting({ day: "2026-02-01", method: "CASH" }),
    posting({ day: "2026-02-01", method: "CASH", fen: -100 }),
    posting({ side: "CREDIT", part: "RECEIVABLE", feeItemId: "fee", fen: 150 }),
    posting({ method: "CASH", fen: 70, count: 2 }),
    posting({ method: "CASH", fen: 80 }),
  ]);
  expect(vouchers).toMatchObject([
    {
      no: 1,
      amountFen: 150,
      lines: [
        { accountCode: "1001", debitFen: 150, count: 3 },
        { accountCode: "1122", creditFen: 150 },
      ],
    },
  ]);
});

test("an account that is not listed and sides that differ are named", () => {
  const vouchers = written([
    posting({ part: "INCOME", side: "CREDIT", feeItemId: "club" }),
    posting({ method: "CASH" }),
  ]);
  expect(problemsOf(vouchers)).toEqual(["科目 6051.09（收款 会所收入）不在科目表中"]);
  expect(problemsOf(written([posting({ method: "CASH" })]))).toEqual([expect.stringContaining("记-1 借贷不平")]);
});
