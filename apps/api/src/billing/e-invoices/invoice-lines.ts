import { type ExactDecimal, divide, parseDecimal, pow10 } from "../../common/exact-decimal.js";
import { taxPartOf } from "../tax/tax-part.js";
import type { PortLine } from "./port/invoice-port.js";
import { placeOf, type SettledLine } from "./settled-lines.js";

const PRICE_PLACES = 8;
/** The unit of a line that is no quantity of anything. */
const PIECE = "项";

/**
 * The line of an invoice for an amount of what was settled; it holds the tax (BIL-120). Quantity and price are the
 * charge's when it is invoiced as a whole, and one piece otherwise: quantity × price is the amount without tax.
 */
export function invoiceLine(
  settled: SettledLine & { taxCode: string; taxRate: string },
  amountFen: number,
): Omit<PortLine, "position"> {
  const { taxCode, taxRate, feeItemName, serviceFrom, serviceTo } = settled;
  const { netFen, taxFen } = taxPartOf(amountFen, { taxCode, taxRate })!;
  const { quantity, unit } = quantityOf(settled, amountFen);
  return {
    itemName: feeItemName,
    taxCode,
    spec: `${placeOf(settled)} ${serviceFrom} 至 ${serviceTo}`,
    unit,
    quantity: quantity.text,
    price: priceOf(netFen, quantity),
    taxRate,
    netFen,
    taxFen,
    amountFen,
  };
}

function quantityOf(
  { quantity, unit, chargeFen }: SettledLine,
  amountFen: number,
): { quantity: ExactDecimal; unit: string } {
  const whole = quantity !== null && amountFen === chargeFen ? parseDecimal(quantity) : null;
  if (!whole || whole.units === 0n) return { quantity: parseDecimal("1")!, unit: PIECE };
  return { quantity: whole, unit: unit?.replace(/^元\s*\/\s*/, "") || PIECE };
}

/** Yuan per unit, rounded half up at eight places. */
function priceOf(netFen: number, quantity: ExactDecimal): string {
  const units = divide(BigInt(netFen) * pow10(PRICE_PLACES - 2 + quantity.scale), quantity.units, "HALF_UP");
  const digits = units.toString().padStart(PRICE_PLACES + 1, "0");
  return parseDecimal(`${digits.slice(0, -PRICE_PLACES)}.${digits.slice(-PRICE_PLACES)}`)!.text;
}

/** The sums of lines, in fen. */
export const sumsOf = (lines: readonly { netFen: number; taxFen: number; amountFen: number }[]) => ({
  netFen: lines.reduce((sum, { netFen }) => sum + netFen, 0),
  taxFen: lines.reduce((sum, { taxFen }) => sum + taxFen, 0),
  amountFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
});
