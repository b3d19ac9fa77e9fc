/**
 * Unit of a printed quantity, SQL over the charge's rate `ra`: the fee item's own unit is that of its price
 * (元/m²·月), not of the quantity.
 */
export const QUANTITY_UNIT = "CASE WHEN ra.base = 'AREA' THEN 'm²' WHEN ra.base = 'HOUSEHOLD' THEN '户' END";

/** A unit price as it is printed: at least two places, more where it has them. */
export function priceText(price: string | null): string | null {
  if (price === null) return null;
  const [whole, places = ""] = price.split(".");
  return `${whole}.${places.padEnd(2, "0")}`;
}
