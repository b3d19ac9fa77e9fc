/** Where a transfer of a room stands (SCN-07). */
export const transferStatusLabels = {
  DRAFT: "草稿",
  SETTLING: "待结清",
  PENDING: "待审批",
  COMPLETED: "已完成",
  CANCELLED: "已作废",
} as const;
export type TransferStatus = keyof typeof transferStatusLabels;

/** Which state a transfer may go to from each. */
export const transferSteps = {
  DRAFT: ["SETTLING", "CANCELLED"],
  SETTLING: ["DRAFT", "PENDING", "COMPLETED", "CANCELLED"],
  PENDING: ["SETTLING", "COMPLETED"],
  COMPLETED: [],
  CANCELLED: [],
} as const satisfies Record<TransferStatus, readonly TransferStatus[]>;

/** Why a room changes hands. */
export const transferReasonLabels = {
  SALE: "买卖",
  INHERITANCE: "继承",
  GIFT: "赠与",
  DIVORCE: "离婚",
  AUCTION: "法拍",
  OTHER: "其他",
} as const;
export type TransferReason = keyof typeof transferReasonLabels;

/** What becomes of a relation on the transfer date: a lease may go on (买卖不破租赁). */
export const relationChoiceLabels = { END: "终止", STAY: "保留" } as const;
export type RelationChoice = keyof typeof relationChoiceLabels;

/** Who owes what was owed before; the new owner only by a signed agreement. */
export const arrearsHandlingLabels = { STAY: "由原业主承担", ASSUMED: "由新业主承担（须有双方签署的协议）" } as const;
export type ArrearsHandling = keyof typeof arrearsHandlingLabels;

/** What becomes of a prepayment after it has been offset against old debts (BIL-64). */
export const prepaymentHandlingLabels = {
  REFUND: "冲抵欠费后，余额退还原业主",
  CARRY_OVER: "冲抵欠费后，余额转给新业主（须有双方签署的协议）",
} as const;
export type PrepaymentHandling = keyof typeof prepaymentHandlingLabels;

/** What the files of a transfer are. */
export const transferDocumentLabels = {
  PROOF: "过户证明",
  IDENTITY: "身份证明",
  AGREEMENT: "签署的协议",
  OTHER: "其他",
} as const;
export type TransferDocument = keyof typeof transferDocumentLabels;

/** The kinds of meters whose reading is taken on the transfer date. */
export const meterKindLabels = { WATER: "水表", POWER: "电表", GAS: "燃气表", HEAT: "热量表", OTHER: "其他" } as const;
export type MeterKind = keyof typeof meterKindLabels;

/** The two sides of a transfer: whose sheet is printed. */
export const transferSideLabels = { OLD: "原业主", NEW: "新业主" } as const;
export type TransferSide = keyof typeof transferSideLabels;
