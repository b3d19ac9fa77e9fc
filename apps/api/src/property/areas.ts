/** An area as people read it: at least two places, no zeros beyond ('94.5600' → '94.56', '100.0000' → '100.00'). */
export function areaText(area: string): string {
  const [whole = "0", places = ""] = area.split(".");
  return `${whole}.${places.replace(/0+$/, "").padEnd(2, "0")}`;
}
