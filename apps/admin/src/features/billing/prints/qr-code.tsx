/** A QR code from the rows of its modules (`1` dark), as sharp as the printer. */
export function QrCode({ rows, label }: { rows: readonly string[]; label: string }) {
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${rows.length} ${rows.length}`} shapeRendering="crispEdges">
      <path d={rows.map(rowPath).join("")} fill="#000" />
    </svg>
  );
}

/** The dark stretches of a row. */
const rowPath = (row: string, line: number) =>
  Array.from(row.matchAll(/1+/g), ({ 0: run, index }) => `M${index} ${line}h${run.length}v1h-${run.length}z`).join("");
