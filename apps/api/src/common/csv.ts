/** One line of a CSV that spreadsheets open; the file begins with a byte order mark. */
export const csvLine = (cells: readonly string[]) => `${cells.map(quoted).join(",")}\r\n`;

/** Quoted, and never a formula: what begins like one and is no plain number gets an apostrophe in front. */
function quoted(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) && !/^-(\d+(\.\d+)?)?$/.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}
