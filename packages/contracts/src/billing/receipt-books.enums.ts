/** What a book's numbers stand on (票据类型, BIL-72). */
export const receiptBookKindLabels = { RECEIPT: "收款收据", REFUND: "退款凭证" } as const;
export type ReceiptBookKind = keyof typeof receiptBookKindLabels;

/** Where a book stands: issued and in use, handed back, or checked and done with (核销). */
export const receiptBookStatusLabels = { ACTIVE: "使用中", RETURNED: "已交回", CHECKED: "已核销" } as const;
export type ReceiptBookStatus = keyof typeof receiptBookStatusLabels;

/** What became of a number of a book. */
export const bookNumberStateLabels = { USED: "已用", VOID: "作废", SPOILED: "空白作废" } as const;
export type BookNumberState = keyof typeof bookNumberStateLabels;

/**
 * On which paper a receipt is printed (BIL-76): a sheet for each copy on plain A5, or one strike through the three parts
 * of continuous paper, whose height is a third or half of eleven inches.
 */
export const receiptLayoutLabels = {
  A5: "A5 横向（每联一张）",
  FORM_93: "三联连续纸 241 × 93.1 mm",
  FORM_140: "三联连续纸 241 × 139.7 mm",
} as const;
export type ReceiptLayout = keyof typeof receiptLayoutLabels;

/**
 * The print area of continuous paper as a grid of characters that every 24-pin printer has: 15 columns and 6 rows to the
 * inch, 8 inches wide between the tractor holes. A Chinese character takes two columns.
 */
export const receiptGrid = { columns: 120, columnPt: 4.8, rowPt: 12, leftPt: 53.5, topPt: 10 } as const;

/** Continuous forms: size of one form in millimetres and how many rows of the grid it holds. */
export const receiptForms = {
  FORM_93: { widthMm: 241, heightMm: 93.1, rows: 20 },
  FORM_140: { widthMm: 241, heightMm: 139.7, rows: 31 },
} as const;
export type ReceiptForm = keyof typeof receiptForms;

export const isReceiptForm = (layout: ReceiptLayout): layout is ReceiptForm => layout in receiptForms;
