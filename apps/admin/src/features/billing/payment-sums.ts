import type { DeskAccountDto, DeskChargeDto, DiscountOfferDto, PostReceiptMethodDto } from "@linli/contracts";
import {
  defaultMethodRules,
  type MethodRules,
  paymentMethodLabels,
  type HandMethod,
  referenceFault,
} from "@linli/contracts/enums";
import { formatFen } from "../../lib/money";

/** A row of the desk's payment panel. Without an amount it takes what the others leave. */
export interface MethodRow {
  key: number;
  method: HandMethod;
  /** Fen as typed; null follows the rest. */
  amountFen: number | null;
  referenceNo: string;
  /** For PREPAYMENT: whose account. */
  roomId: string | null;
  /** For PREPAYMENT: the only fee item the money pays for; null is general money. */
  feeItemId: string | null;
}

/** Money of the payer that may be drawn on, in fen. */
export interface PrepaidAccount {
  roomId: string;
  feeItemId: string | null;
  label: string;
  /** What can be used. */
  balanceFen: number;
  /** What is to be paid back and stands apart. */
  askedBackFen: number;
}

/** What the panel comes to, in fen. */
export interface PaymentSums {
  /** Charges and prepayment together. */
  dueFen: number;
  /** What each row contributes as tendered, by key. */
  tendered: Map<number, number>;
  changeFen: number;
  /** What is still missing; 0 when enough. */
  missingFen: number;
  /** Why it cannot be posted, or null. */
  problem: string | null;
}

/** Sums the rows: the first without an amount takes what the others leave of what is due. */
export function sumsOf(
  chargesFen: number,
  prepaymentFen: number,
  rows: readonly MethodRow[],
  rulesOf: (method: HandMethod) => MethodRules = defaultMethodRules,
): PaymentSums {
  const dueFen = chargesFen + prepaymentFen;
  const typedFen = rows.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
  const open = rows.find(({ amountFen }) => amountFen === null);
  const tendered = new Map(
    rows.map((row) => [row.key, row.amountFen ?? (row === open ? Math.max(0, dueFen - typedFen) : 0)]),
  );
  const totalFen = [...tendered.values()].reduce((sum, fen) => sum + fen, 0);
  const changeFen = Math.max(0, totalFen - dueFen);
  const missingFen = Math.max(0, dueFen - totalFen);
  return {
    dueFen,
    tendered,
    changeFen,
    missingFen,
    problem:
      problemOf(dueFen, changeFen, missingFen, rows, tendered, chargesFen) ?? slipProblem(rows, tendered, rulesOf),
  };
}

function problemOf(
  dueFen: number,
  changeFen: number,
  missingFen: number,
  rows: readonly MethodRow[],
  tendered: ReadonlyMap<number, number>,
  chargesFen: number,
): string | null {
  const ofMethod = (method: HandMethod) =>
    rows.filter((row) => row.method === method).reduce((sum, { key }) => sum + (tendered.get(key) ?? 0), 0);
  if (dueFen === 0) return "请勾选要收的费用，或填写转入预收的金额";
  if (missingFen > 0) return "收到的金额不够";
  if (changeFen > 0 && changeFen >= ofMethod("CASH")) return "只有现金可以找零，多收的可以转入预收";
  if (ofMethod("PREPAYMENT") > chargesFen) return "预收冲抵不能多于要收的费用";
  const paid = rows.filter(({ key }) => (tendered.get(key) ?? 0) > 0);
  if (paid.some(({ method, roomId }) => method === "PREPAYMENT" && !roomId)) return "预收冲抵请选择预收所属房间";
  return null;
}

/** The first slip number that is missing or wrong, in words. */
function slipProblem(
  rows: readonly MethodRow[],
  tendered: ReadonlyMap<number, number>,
  rulesOf: (method: HandMethod) => MethodRules,
): string | null {
  for (const { key, method, referenceNo } of rows) {
    const fault = (tendered.get(key) ?? 0) > 0 ? referenceFault(rulesOf(method), referenceNo) : null;
    if (fault) return `${paymentMethodLabels[method]}${fault}`;
  }
  return null;
}

/** The methods as the API takes them; rows without money are left out. */
export function methodsOf(rows: readonly MethodRow[], sums: PaymentSums): PostReceiptMethodDto[] {
  return rows
    .map(({ key, method, referenceNo, roomId, feeItemId }) => ({
      method,
      tenderedFen: sums.tendered.get(key) ?? 0,
      ...(referenceNo.trim() !== "" && { referenceNo: referenceNo.trim() }),
      ...(method === "PREPAYMENT" && { roomId, ...(feeItemId && { feeItemId }) }),
    }))
    .filter(({ tenderedFen }) => tenderedFen > 0);
}

/** The payer's prepaid money that can be used, by room: general first, then that for single fee items. */
export function prepaidOf({ rooms }: DeskAccountDto): PrepaidAccount[] {
  return rooms
    .flatMap(({ id: roomId, code, prepaymentFen, askedBackFen, itemPrepayments }): PrepaidAccount[] => [
      { roomId, feeItemId: null, label: code, balanceFen: prepaymentFen, askedBackFen },
      ...itemPrepayments.map(({ feeItemName, ...money }) => ({
        roomId,
        label: `${code} ${feeItemName}专用`,
        ...money,
      })),
    ])
    .filter(({ balanceFen }) => balanceFen > 0);
}

/** What is to be paid back of a prepayment, in words behind what can be used of it; empty when nothing is. */
export const askedBackText = (fen: number) => (fen > 0 ? `（另有 ${formatFen(fen)} 已申请退还）` : "");

/** Late fees are chosen beside the charges, under the charge's id with this before it. */
const LATE = "late ";

/** Under which key the late fee of a charge is chosen. */
export const lateFeeKey = (chargeId: string) => `${LATE}${chargeId}`;

/**
 * What can be chosen of an account, with what is owed on it: charges, and what accrued on them. A charge that a bank is
 * asked for (托收中) is locked.
 */
export const choosable = (charges: readonly DeskChargeDto[]): [key: string, fen: number][] =>
  charges
    .filter(({ debitBatchNo }) => debitBatchNo === null)
    .flatMap(({ id, openFen, lateFee }): [string, number][] => [
      [id, openFen],
      ...(lateFee ? [[lateFeeKey(id), lateFee.amountFen] as [string, number]] : []),
    ]);

/** What was chosen as the API takes it: charges and late fees, without those that get nothing. */
export function linesOf(chosen: ReadonlyMap<string, number>) {
  const paid = [...chosen].filter(([, amountFen]) => amountFen > 0);
  const lateFees = paid
    .filter(([key]) => key.startsWith(LATE))
    .map(([key, amountFen]) => ({ chargeId: key.slice(LATE.length), amountFen }));
  return {
    lines: paid.filter(([key]) => !key.startsWith(LATE)).map(([chargeId, amountFen]) => ({ chargeId, amountFen })),
    ...(lateFees.length > 0 && { lateFees }),
  };
}

/** The charges that what was chosen settles whole: only these get a discount. */
export const settledOf = (chosen: ReadonlyMap<string, number>, account: DeskAccountDto): string[] =>
  account.rooms
    .flatMap(({ months }) => months.flatMap(({ charges }) => charges))
    .filter(({ id, openFen }) => openFen > 0 && chosen.get(id) === openFen)
    .map(({ id }) => id);

/** What was chosen less the discounts that are given on it, in fen. */
export function lessDiscounts(
  chosen: ReadonlyMap<string, number>,
  given: readonly DiscountOfferDto[],
): Map<string, number> {
  const left = new Map(chosen);
  for (const { lines } of given)
    for (const { chargeId, amountFen } of lines) left.set(chargeId, (left.get(chargeId) ?? 0) - amountFen);
  return left;
}

/** What is ticked when an account opens: everything late and of months up to the present one. */
export function preselected(account: DeskAccountDto, today: string): Map<string, number> {
  const month = today.slice(0, 7);
  const charges = account.rooms.flatMap(({ months }) => months.flatMap((one) => one.charges));
  return new Map(choosable(charges.filter(({ daysLate, period }) => daysLate > 0 || period <= month)));
}
