/**
 * Unit of a printed quantity, SQL over the charge's rate `ra` and fee item `i`. The item's own unit is that of its price
 * (元/m²·月); what was entered by hand goes by the item's print form (打印方式, BIL-01): m², or what its price is per (元/张).
 */
export const QUANTITY_UNIT = `CASE WHEN ra.base = 'AREA' THEN 'm²' WHEN ra.base = 'HOUSEHOLD' THEN '户' WHEN ra.id IS NOT NULL THEN NULL
       WHEN i.print_form = 'AREA' THEN 'm²' WHEN i.print_form = 'COUNT' THEN nullif(split_part(split_part(i.unit, '/', 2), '·', 1), '') END`;

/** A unit price as it is printed: at least two places, more where it has them. */
export function priceText(price: string | null): string | null {
  if (price === null) return null;
  const [whole, places = ""] = price.split(".");
  return `${whole}.${places.padEnd(2, "0")}`;
}
