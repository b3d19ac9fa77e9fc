/** What a book's numbers stand on (票据类型, BIL-72). */
export const receiptBookKindLabels = { RECEIPT: "收款收据", REFUND: "退款凭证" } as const;
export type ReceiptBookKind = keyof typeof receiptBookKindLabels;

/** Where a book stands: issued and in use, handed back, or checked and done with (核销). */
export const receiptBookStatusLabels = { ACTIVE: "使用中", RETURNED: "已交回", CHECKED: "已核销" } as const;
export type ReceiptBookStatus = keyof typeof receiptBookStatusLabels;

/** What became of a number of a book. */
export const bookNumberStateLabels = { USED: "已用", VOID: "作废", SPOILED: "空白作废" } as const;
export type BookNumberState = keyof typeof bookNumberStateLabels;
