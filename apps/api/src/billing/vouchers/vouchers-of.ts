import {
  paymentMethodLabels,
  type VoucherDto,
  type VoucherKind,
  voucherKindLabels,
  type VoucherLineDto,
  type VoucherRole,
  voucherRoleLabels,
} from "@linli/contracts";
import { lastDay } from "../../common/calendar.js";
import type { Posting } from "./postings.js";

/** A fee item with its own account and the role whose account holds without one. */
export interface ItemAccount {
  name: string;
  code: string | null;
  role: VoucherRole;
}

/** The accounts a month's vouchers are written with. */
export interface AccountBook {
  /** Name by code of every account. */
  names: ReadonlyMap<string, string>;
  roles: Readonly<Record<VoucherRole, string | null>>;
  items: ReadonlyMap<string, ItemAccount>;
  methods: ReadonlyMap<string, string>;
}

const KINDS = Object.keys(voucherKindLabels) as VoucherKind[];

/** Writes a month's postings as vouchers: one a kind and day, numbered by day, their lines by side and account. */
export function vouchersOf(postings: readonly Posting[], book: AccountBook, period: string): VoucherDto[] {
  const monthEnd = lastDay(period);
  const keyOf = ({ kind, day }: Posting) => `${day ?? monthEnd}/${String(KINDS.indexOf(kind)).padStart(2, "0")}`;
  return [...Map.groupBy(postings, keyOf).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => voucherOf(group, book, monthEnd))
    .filter(({ lines }) => lines.length > 0)
    .map((voucher, index) => ({ no: index + 1, ...voucher }));
}

function voucherOf(postings: readonly Posting[], book: AccountBook, monthEnd: string): Omit<VoucherDto, "no"> {
  const { kind, day } = postings[0]!;
  const lines = merged(postings.map((posting) => lineOf(posting, book)));
  const amountFen = lines.reduce((sum, { debitFen }) => sum + debitFen, 0);
  return { kind, date: day ?? monthEnd, amountFen, lines };
}

function lineOf(posting: Posting, book: AccountBook): VoucherLineDto {
  const { kind, side, fen, taxRate, feeItemId, count } = posting;
  const { code, what } = accountOf(posting, book);
  return {
    summary: `${voucherKindLabels[kind]} ${what}${taxRate === null ? "" : ` ${taxRate}%`}`,
    accountCode: code,
    accountName: book.names.get(code) ?? "",
    debitFen: side === "DEBIT" ? fen : 0,
    creditFen: side === "CREDIT" ? fen : 0,
    feeItemId,
    feeItemName: feeItemId === null ? null : (book.items.get(feeItemId)?.name ?? null),
    taxRate,
    count,
  };
}

/** The account of a posting, and what stands on it in words. */
function accountOf({ kind, part, feeItemId, method }: Posting, book: AccountBook): { code: string; what: string } {
  if (part === "MONEY") return { code: book.methods.get(method!)!, what: paymentMethodLabels[method!] };
  const item = feeItemId === null ? undefined : book.items.get(feeItemId);
  if (part === "INCOME" || part === "DEPOSIT") {
    const waived = kind === "WAIVER" ? book.roles.WAIVER : null;
    return { code: waived ?? item!.code ?? book.roles[item!.role]!, what: item!.name };
  }
  return { code: book.roles[part]!, what: item?.name ?? voucherRoleLabels[part] };
}

/** Lines of one side, account and words are one; debits stand first, accounts in order. */
function merged(lines: readonly VoucherLineDto[]): VoucherLineDto[] {
  const keyOf = ({ debitFen, accountCode, summary, feeItemId }: VoucherLineDto) =>
    [debitFen === 0 ? 1 : 0, accountCode, summary, feeItemId ?? ""].join("/");
  return [...Map.groupBy(lines, keyOf).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => ({
      ...same[0]!,
      debitFen: same.reduce((sum, { debitFen }) => sum + debitFen, 0),
      creditFen: same.reduce((sum, { creditFen }) => sum + creditFen, 0),
      count: same.reduce((sum, { count }) => sum + count, 0),
    }))
    .filter(({ debitFen, creditFen }) => debitFen !== 0 || creditFen !== 0);
}

/** What keeps vouchers from being given to finance: accounts nobody listed, sides that differ. */
export function problemsOf(vouchers: readonly VoucherDto[]): string[] {
  const unknown = new Map<string, string>();
  for (const { lines } of vouchers)
    for (const { accountCode, accountName, summary } of lines)
      if (accountName === "" && !unknown.has(accountCode)) unknown.set(accountCode, summary);
  return [
    ...[...unknown].map(([code, summary]) => `科目 ${code}（${summary}）不在科目表中`),
    ...vouchers.filter(isUnbalanced).map(({ no }) => `记-${no} 借贷不平，请联系系统管理员核对账目`),
  ];
}

const isUnbalanced = ({ lines, amountFen }: VoucherDto): boolean =>
  lines.reduce((sum, { creditFen }) => sum + creditFen, 0) !== amountFen;
