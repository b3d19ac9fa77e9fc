import type { DiscountOfferDto, SaveDiscountSchemeDto } from "@linli/contracts";
import { formatFen } from "../../common/money.js";
import { discountOf, monthsOf } from "./discount-plan.js";
import type { SchemeRow } from "./receipt-discounts.js";

/** A charge that is about to be paid, as the desk asks about it; in fen. */
export interface OpenCharge {
  id: string;
  period: string;
  openFen: number;
  roomId: string;
  roomCode: string;
  feeItemId: string;
  objectId: string | null;
  feeItemName: string;
}

/** The discounts of one service of a room: those to be given, each on what the one before left, then what goes with them. */
export function offersOf(
  schemes: readonly SchemeRow[],
  wanted: readonly string[],
  charges: readonly OpenCharge[],
  overdueDays: number,
): DiscountOfferDto[] {
  const may = schemes.filter(
    ({ feeItemIds, maxArrearsDays }) =>
      feeItemIds.includes(charges[0]!.feeItemId) && (maxArrearsDays === null || overdueDays <= maxArrearsDays),
  );
  const given: DiscountOfferDto[] = [];
  const left = new Map(charges.map(({ id, openFen }) => [id, openFen]));
  for (const id of wanted) {
    const scheme = may.find((one) => one.id === id);
    if (!scheme || !goesWith(scheme, given)) continue;
    const offer = offerOf(scheme, charges, left, true);
    if (!offer) continue;
    given.push(offer);
    for (const { chargeId, amountFen } of offer.lines) left.set(chargeId, (left.get(chargeId) ?? 0) - amountFen);
  }
  const others = may
    .filter((scheme) => !given.some(({ schemeId }) => schemeId === scheme.id) && goesWith(scheme, given))
    .flatMap((scheme) => offerOf(scheme, charges, left, false) ?? []);
  return [...given, ...others];
}

const goesWith = ({ stackable }: SchemeRow, given: readonly DiscountOfferDto[]) =>
  given.length === 0 || (stackable && given.every((one) => one.stackable));

function offerOf(
  scheme: SchemeRow,
  charges: readonly OpenCharge[],
  left: ReadonlyMap<string, number>,
  given: boolean,
): DiscountOfferDto | null {
  const { roomId, roomCode, feeItemId, feeItemName } = charges[0]!;
  const { bearerName } = scheme;
  const payable = charges.map(({ id, period }) => ({ chargeId: id, period, openFen: left.get(id) ?? 0 }));
  const lines = discountOf(scheme, payable);
  if (lines.length === 0) return null;
  const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  const wholeFen = payable.reduce((sum, { openFen }) => sum + openFen, 0);
  const explanation = [
    `${roomCode} ${feeItemName} 共 ${monthsOf(payable)} 个月 ${formatFen(wholeFen)} 元，${wordsOf(scheme)}`,
    `优惠 ${formatFen(amountFen)} 元，应缴 ${formatFen(wholeFen - amountFen)} 元`,
    ...(bearerName === null ? [] : [`优惠的 ${formatFen(amountFen)} 元由${bearerName}承担，收款时记为他的应收`]),
  ];
  const { id: schemeId, name, stackable } = scheme;
  const chargeIds = payable.map(({ chargeId }) => chargeId);
  const what = { schemeId, name, roomId, roomCode, feeItemId, feeItemName, stackable, bearerName };
  return { given, ...what, amountFen, chargeIds, lines, explanation };
}

type DiscountWords = Pick<SchemeRow, "months" | "benefit"> &
  Partial<Pick<SaveDiscountSchemeDto, "percent" | "amountFen" | "freeMonths">>;

/** What a scheme gives, in words. */
export function wordsOf({ months, benefit, percent, amountFen, freeMonths }: DiscountWords): string {
  const what = {
    PERCENT: `优惠 ${percent ?? ""}%`,
    AMOUNT: `优惠 ${formatFen(amountFen ?? 0)} 元`,
    FREE_MONTHS: `免最后 ${freeMonths ?? 0} 个月`,
  };
  return `一次缴满 ${months} 个月，${what[benefit as keyof typeof what]}`;
}
