import { dueOn } from "../pricing/due-on.js";
import { price } from "../pricing/price.js";
import type { PricingRules } from "../pricing/pricing.types.js";
import type { MonthAmount, RoomInputs, RunContext } from "./run-inputs.js";
import type { RunLine } from "./run-lines.js";

const RULES: PricingRules = {
  base: "FIXED",
  area: "CHARGE",
  proration: "ACTUAL_DAYS",
  change: "SPLIT_DAYS",
  rounding: "HALF_UP",
  roundingUnit: "0.01",
};

/**
 * The lines of an amount that was computed for the room and month (公摊): one, or where the payer changes inside the month
 * one for each, by days, the last taking what is left (BIL-15).
 */
export function linesOfAmount(
  { period }: RunContext,
  { roomId, payers }: RoomInputs,
  { feeItemId, from, to, whole, amount, due, trace }: MonthAmount,
  issuedOn: string,
): RunLine[] {
  const { lines } = price({
    period,
    feeItemId,
    rules: whole ? { ...RULES, proration: "WHOLE_MONTH" } : RULES,
    binding: { from, to },
    rates: [{ id: "", from, to: null, unitPrice: amount }],
    areas: [],
    payers,
  });
  return lines.map((line) => ({
    roomId,
    objectId: null,
    feeItemId,
    rateId: null,
    rateVersionId: null,
    bindingId: null,
    payerId: line.payerId,
    period,
    serviceFrom: line.serviceFrom,
    serviceTo: line.serviceTo,
    quantity: null,
    unitPrice: null,
    amountFen: line.amountFen,
    dueOn: dueOn(due, { period, serviceFrom: line.serviceFrom, issuedOn }),
    trace: { ...line.trace, ...trace },
    previousFen: null,
    difference: "NONE",
  }));
}
