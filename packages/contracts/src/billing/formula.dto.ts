import { Decimal, Id, Text } from "../common/fields.js";

/** A formula as it is being typed, with the price to try it with. */
export class CheckFormulaDto {
  /** E.g. 最大(收费面积, 60) × 单价 + 附加费. */
  @Text("计费公式", { max: 300 }) formula: string;
  @Decimal("单价", { optional: true, places: 6, max: "1000000" }) unitPrice?: string | null;
  @Decimal("附加费", { optional: true, places: 4, max: "1000000" }) surcharge?: string | null;
  /** 1 when left out. */
  @Decimal("数量", { optional: true, places: 4, max: "1000000" }) quantity?: string | null;
  /** The room of the example; the first of the project when left out. */
  @Id("房间", { optional: true }) roomId?: string | null;
}

/** What a formula is worth. */
export class FormulaCheckDto {
  /** What is wrong, in Chinese; null when it can be kept. */
  problem: string | null;
  /** What it may name. */
  names: string[];
  /** The room of the example; null without one. */
  roomCode: string | null;
  /** What a month of that room comes to and how, in Chinese sentences. */
  example: string[];
}
