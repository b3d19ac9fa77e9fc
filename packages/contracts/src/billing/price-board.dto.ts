/** A price as the board shows it, in words. */
export class PriceBoardRowDto {
  feeItemName: string;
  /** 代收代付: collected for others, nothing added (BIL-07). */
  collectedForOthers: boolean;
  /** Name of the rate or pool; null for items that are priced one by one. */
  name: string | null;
  /** E.g. 2.38 元/m²·月 + 附加费 20.00 元. */
  price: string;
  /** What it goes by, e.g. 按面积（收费面积）. */
  base: string;
  /** 月, 季, 半年 or 年; null where there is none. */
  cycle: string | null;
  /** When it falls due, e.g. 当月 20 日. */
  due: string | null;
  legalBasis: string | null;
}

/** 明码标价: everything that is charged, with price, unit, cycle, basis and whom to ask (LAW-16). */
export class PriceBoardDto {
  projectName: string;
  telephone: string | null;
  address: string | null;
  /** The day the prices are in force, YYYY-MM-DD. */
  date: string;
  /** In the order of the fee items. */
  rows: PriceBoardRowDto[];
}
