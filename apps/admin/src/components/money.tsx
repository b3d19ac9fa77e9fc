import { formatDecimal, formatFen } from "../lib/money";

/** An amount in fen as yuan; negative ones in red. */
export function Money({ fen, strong, unit }: { fen: number | null | undefined; strong?: boolean; unit?: boolean }) {
  if (fen === null || fen === undefined) return <>—</>;
  const className = ["figures", fen < 0 && "negative", strong && "strong"].filter(Boolean).join(" ");
  return (
    <span className={className}>
      {formatFen(fen)}
      {unit && " 元"}
    </span>
  );
}

/** A decimal string with its unit, e.g. an area in m². */
export function Quantity({ value, unit }: { value: string | null | undefined; unit?: string }) {
  if (value === null || value === undefined) return <>—</>;
  return (
    <span className="figures">
      {formatDecimal(value)}
      {unit && ` ${unit}`}
    </span>
  );
}
