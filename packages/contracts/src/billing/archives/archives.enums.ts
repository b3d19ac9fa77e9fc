/** What a file of an archive is in the terms of the law (LAW-42, LAW-44). */
export const archiveKindLabels = {
  COUNTERFOIL: "收据存根",
  VOUCHER: "会计凭证",
  BOOK: "会计账簿",
  BANK: "银行对账资料",
  MONTHLY: "月度报表",
  ANNUAL: "年度报表",
} as const;
export type ArchiveKind = keyof typeof archiveKindLabels;

/** Years a kind is kept at least, counted from the first day after the year; null is for ever (LAW-42, LAW-44). */
export const archiveKeepYears: Readonly<Record<ArchiveKind, number | null>> = {
  COUNTERFOIL: 5,
  VOUCHER: 30,
  BOOK: 30,
  BANK: 10,
  MONTHLY: 10,
  ANNUAL: null,
};

/** Days the file of an archive export can be downloaded; its register and hashes stay. */
export const ARCHIVE_DAYS = 30;
