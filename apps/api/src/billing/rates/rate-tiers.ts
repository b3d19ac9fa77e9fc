import type { AddRateVersionDto, FeeItemKind, RateBase, RateTierDto, UpdateRateVersionDto } from "@linli/contracts";
import { InvalidInput } from "../../common/rule-violation.js";
import { baseNotForKind } from "../billing.errors.js";
import { tierFault } from "../pricing/tiers.js";

/** What a price stores: a tiered one keeps the price of its first tier as its unit price. */
export interface PriceColumns {
  unitPrice: string;
  surcharge: string;
  tiers: RateTierDto[] | null;
  basePersons: number | null;
}

/**
 * The price of a version as it is stored.
 * @throws INVALID_INPUT for tiers with a gap, an overlap or a closed end (BIL-21), and for a price that is missing
 */
export function priceColumns(base: string, dto: AddRateVersionDto | UpdateRateVersionDto): PriceColumns {
  const { surcharge, basePersons = null } = dto;
  const tiers = dto.tiers ?? [];
  if (tiers.length === 0) {
    if (!dto.unitPrice) throw new InvalidInput({ unitPrice: ["请填写单价"] });
    return { unitPrice: dto.unitPrice, surcharge: surcharge ?? "0", tiers: null, basePersons: null };
  }
  if (base !== "METERED") throw new InvalidInput({ tiers: ["只有按表计量的标准才能设阶梯"] });
  const stored = tiers.map(toStored);
  const fault = tierFault(stored);
  if (fault) throw new InvalidInput({ tiers: [fault] });
  const first = stored[0]!.price;
  if (dto.unitPrice && Number(dto.unitPrice) !== Number(first))
    throw new InvalidInput({ unitPrice: ["设了阶梯的价格不另填单价，或与第一档的单价相同"] });
  const grows = stored.some(({ perPerson }) => Number(perPerson ?? 0) > 0);
  if (grows && basePersons === null) throw new InvalidInput({ basePersons: ["有的档随人数增加，请填写基准人数"] });
  return { unitPrice: first, surcharge: surcharge ?? "0", tiers: stored, basePersons };
}

function toStored({ from, upTo, price, perPerson }: RateTierDto): RateTierDto {
  const tier: RateTierDto = { upTo: upTo ?? null, price };
  if (from != null) tier.from = from;
  if (perPerson != null && Number(perPerson) !== 0) tier.perPerson = perPerson;
  return tier;
}

/** 走表 items are billed by meters and nothing else is. @throws FEE_ITEM_KIND */
export function refuseBase(item: { name: string; kind: string }, base: RateBase | string): void {
  const isMetered = (item.kind as FeeItemKind) === "METERED";
  if (isMetered !== (base === "METERED")) throw baseNotForKind(item.name, isMetered);
}

/** 单价 2.38 元，or the steps of a tiered price. */
export const priceWords = ({ unitPrice, tiers }: PriceColumns) =>
  tiers === null ? `单价 ${unitPrice} 元` : `阶梯单价 ${tiers.map(({ price }) => price).join(" / ")} 元`;
