import { type EnterShareDto, type MeterKind, meterKindLabels, type ShareSource } from "@linli/contracts";
import { divide, parseDecimal, pow10, ZERO } from "../../common/exact-decimal.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { decimalText } from "./month-pool.js";
import type { SharePool } from "./share-pool.entity.js";

const FIELDS = ["amountFen", "use", "masterUse", "subUse", "unitPrice"] as const;
type AmountField = (typeof FIELDS)[number];

const LABELS: Record<AmountField, string> = {
  amountFen: "金额",
  use: "公共用量",
  masterUse: "总表用量",
  subUse: "分表用量合计",
  unitPrice: "单价",
};

const NEEDED: Record<ShareSource, readonly AmountField[]> = {
  AMOUNT: ["amountFen"],
  USE: ["use", "unitPrice"],
  LOSS: ["masterUse", "subUse", "unitPrice"],
};

/** Uses of a month that the readings of a public meter say; the fields of `EnterShareDto` they stand for. */
export type MeteredAmount = Partial<Record<"use" | "masterUse" | "subUse", string>>;

/**
 * What is shared, in fen: the amount itself, use × price, or loss × price, rounded half up to the fen. A loss that is none
 * comes to 0: it is published and not billed (BIL-25). Everything else must come to something.
 * @param metered what the readings of the pool's public meter say, instead of what would be typed
 * @throws INVALID_INPUT for fields that the source does not take, or lacks
 */
export function amountOf(
  { source, method, useMeterKind }: SharePool,
  dto: EnterShareDto,
  metered: MeteredAmount | null = null,
): number {
  const needed = NEEDED[source as ShareSource].filter((field) => !(metered && field in metered));
  for (const field of FIELDS) {
    const given = dto[field] != null;
    if (given && metered && field in metered)
      throw new InvalidInput({ [field]: [`${LABELS[field]}取自公共表本月的读数，不用填写`] });
    if (given !== needed.includes(field))
      throw new InvalidInput({ [field]: [given ? `这个分摊项目不填${LABELS[field]}` : `请填写${LABELS[field]}`] });
  }
  if (method !== "USE" && dto.roomUses && dto.roomUses.length > 0)
    throw new InvalidInput({ roomUses: ["只有按用量分摊的项目才填写各房间用量"] });
  if (useMeterKind && dto.roomUses && dto.roomUses.length > 0)
    throw new InvalidInput({
      roomUses: [`这个分摊项目按${meterKindLabels[useMeterKind as MeterKind]}读数取用量，不用填写`],
    });
  if (source === "AMOUNT") return dto.amountFen!;
  const { use: wholeUse, masterUse, subUse } = { ...dto, ...metered };
  const use = source === "USE" ? wholeUse! : lossOf(masterUse!, subUse!);
  if (use.startsWith("-")) return 0;
  const fen = product(use, dto.unitPrice!);
  if (fen > BigInt(1e12)) throw new InvalidInput({ unitPrice: ["用量 × 单价太大"] });
  if (fen === 0n && source === "USE")
    throw new InvalidInput({ [metered ? "unitPrice" : "use"]: ["用量 × 单价为零，没有可以分摊的金额"] });
  return Number(fen);
}

/** Master less subs; negative with a sign. */
export function lossOf(masterUse: string, subUse: string): string {
  const [master, subs] = [parseDecimal(masterUse) ?? ZERO, parseDecimal(subUse) ?? ZERO];
  const scale = Math.max(master.scale, subs.scale);
  return decimalText(master.units * pow10(scale - master.scale) - subs.units * pow10(scale - subs.scale), scale);
}

function product(use: string, unitPrice: string): bigint {
  const [quantity, price] = [parseDecimal(use) ?? ZERO, parseDecimal(unitPrice) ?? ZERO];
  return divide(quantity.units * price.units * 100n, pow10(quantity.scale + price.scale), "HALF_UP");
}
