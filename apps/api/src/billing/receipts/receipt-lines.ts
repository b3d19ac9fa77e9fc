import type { PostReceiptDto } from "@linli/contracts";
import type { PlannedDiscount } from "../discounts/discount-ledger.js";
import { discountedCharges } from "../discounts/receipt-discounts.js";
import type { FrozenLateFee } from "../late-fees/freeze-late-fees.js";
import { lateFeeChanged } from "../late-fees/late-fees.errors.js";
import type { LockedCharge } from "./charge-ledger.js";
import { amountExceedsOpen, chargeOfOtherPayer, chargeReversed } from "./receipts.errors.js";
import type { SettledLine } from "./settlement.js";

/** The charges a receipt touches: those it pays and those whose late fees it pays. */
export const chargesOf = ({
  lines,
  lateFees,
  ...dto
}: Pick<PostReceiptDto, "lines" | "lateFees" | "discounts">): string[] => [
  ...new Set([...[...lines, ...(lateFees ?? [])].map(({ chargeId }) => chargeId), ...discountedCharges(dto)]),
];

/** Lines pay charges of the payer that stand, and no more than is open. @throws CHARGE_OTHER_PAYER, CHARGE_REVERSED, AMOUNT_EXCEEDS_OPEN */
export function refuseBadLines(dto: PostReceiptDto, charges: readonly LockedCharge[]): void {
  const wanted = new Map(dto.lines.map(({ chargeId, amountFen }) => [chargeId, amountFen]));
  for (const charge of charges) {
    const amountFen = wanted.get(charge.id) ?? 0;
    if (charge.payerId !== dto.payerId) throw chargeOfOtherPayer(charge);
    if (charge.reversedFen > 0 && charge.reversedFen === charge.amountFen) throw chargeReversed(charge);
    if (amountFen > charge.openFen) throw amountExceedsOpen(charge, charge.openFen, amountFen);
  }
}

/** What the receipt settles of each charge, by money and by discount. */
export function grossLines({ lines }: PostReceiptDto, discounts: readonly PlannedDiscount[]): PostReceiptDto["lines"] {
  const settled = new Map(lines.map(({ chargeId, amountFen }) => [chargeId, amountFen]));
  for (const { chargeId, amountFen } of discounts) settled.set(chargeId, (settled.get(chargeId) ?? 0) + amountFen);
  return [...settled].map(([chargeId, amountFen]) => ({ chargeId, amountFen }));
}

/** What is paid of the late fees just booked. @throws LATE_FEE_CHANGED when less accrued than is to be paid */
export function lateFeeLines(
  dto: PostReceiptDto,
  charges: readonly LockedCharge[],
  frozen: readonly FrozenLateFee[],
): PostReceiptDto["lines"] {
  const byPrincipal = new Map(frozen.map((one) => [one.chargeId, one]));
  return (dto.lateFees ?? []).map(({ chargeId, amountFen }) => {
    const lateFee = byPrincipal.get(chargeId);
    if (!lateFee || amountFen > lateFee.amountFen)
      throw lateFeeChanged(
        charges.find(({ id }) => id === chargeId)!,
        lateFee?.amountFen ?? 0,
        amountFen,
      );
    return { chargeId: lateFee.lateFeeChargeId, amountFen };
  });
}

/** The lines with what decides which prepayment may settle them. */
export function settledLines(lines: PostReceiptDto["lines"], charges: readonly LockedCharge[]): SettledLine[] {
  const byId = new Map(charges.map((charge) => [charge.id, charge]));
  return lines.map(({ chargeId, amountFen }) => {
    const { roomId, feeItemId, feeItemKind, dueOn } = byId.get(chargeId)!;
    return { chargeId, roomId, feeItemId, feeItemKind, dueOn, amountFen };
  });
}
