import type { ReceiptBookDto } from "@linli/contracts";

/** Colours of the states of a book, and of what became of a number. */
export const bookTones = { ACTIVE: "good", RETURNED: "warning" } as const;
export const numberTones = { USED: "good", VOID: "warning", SPOILED: "bad" } as const;

/** A number of a book as it is printed. */
export const bookNumberText = ({ prefix, width }: Pick<ReceiptBookDto, "prefix" | "width">, no: number): string =>
  prefix + String(no).padStart(width, "0");

/** A000001 至 A000050 */
export const bookRangeText = (book: ReceiptBookDto): string =>
  `${bookNumberText(book, book.firstNo)} 至 ${bookNumberText(book, book.lastNo)}`;
