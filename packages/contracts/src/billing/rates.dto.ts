import { Choice, DateOnly, Decimal, Flag, Id, Int, Part, Parts, QueryFlag, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import {
  type AreaKind,
  areaKindLabels,
  type ChangePolicy,
  changePolicyLabels,
  type Cycle,
  type CycleAnchor,
  cycleAnchorLabels,
  cycleLabels,
  type DueRule,
  dueRuleLabels,
  type Proration,
  prorationLabels,
  type RateBase,
  rateBaseLabels,
  type RoundingMode,
  roundingModeLabels,
  type RoundingUnit,
  roundingUnitLabels,
  type Timing,
  timingLabels,
} from "./billing.enums.js";
import { type RateLateFee, rateLateFeeLabels } from "./late-fees.enums.js";
import { type TierBasis, tierBasisLabels } from "./meters.enums.js";

export class RatePath extends ProjectPath {
  @Id("收费标准编号") rateId: string;
}

export class RateVersionPath extends RatePath {
  @Id("价格版本编号") versionId: string;
}

export class RateQueryDto extends PageQueryDto {
  /** Part of the name. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Id("收费项目", { optional: true }) feeItemId?: string;
  @QueryFlag("启用") active?: boolean;
}

/** The rules of a rate that do not change with its price (BIL-04). */
export class RateTermsDto {
  /** Unique among the rates of the fee item. */
  @Text("标准名称", { max: 50 }) name: string;
  @Choice("计费方式", rateBaseLabels) base: RateBase;
  /** Read for 按面积 only (BIL-02). */
  @Choice("面积", areaKindLabels) areaKind: AreaKind;
  /**
   * What a month costs, in yuan, for 按公式 only: numbers, + − × ÷, brackets, 最大(…), 最小(…) and the names 收费面积, 建筑面积,
   * 套内面积, 使用面积, 数量, 单价, 附加费 and the user-defined numbers of rooms. E.g. 最大(收费面积, 60) × 单价 + 附加费.
   */
  @Text("计费公式", { optional: true, max: 300 }) formula?: string | null;
  @Choice("计费周期", cycleLabels) cycle: Cycle;
  /** For cycles above a month, not for metered items; 自然年 when left out (BIL-12). */
  @Choice("周期起算", cycleAnchorLabels, { optional: true }) cycleAnchor?: CycleAnchor | null;
  @Choice("出账时间", timingLabels) timing: Timing;
  /** What a broken month costs (BIL-10). */
  @Choice("不足一月", prorationLabels) proration: Proration;
  /** What tiers count over, for 按表计量 with tiers (BIL-21): left out means by month. */
  @Choice("阶梯累计", tierBasisLabels, { optional: true }) tierBasis?: TierBasis | null;
  /** When a price changed inside a month takes effect (BIL-13). */
  @Choice("月中变更", changePolicyLabels) changePolicy: ChangePolicy;
  @Choice("取整方式", roundingModeLabels) roundingMode: RoundingMode;
  /** Unit in yuan every line is rounded to (BIL-30). */
  @Choice("取整单位", roundingUnitLabels) roundingUnit: RoundingUnit;
  @Choice("应缴日规则", dueRuleLabels) dueRule: DueRule;
  /** The day (1–31) or the number of days of the due rule. */
  @Int("应缴日", { max: 366 }) dueDays: number;
  /** Fewest months to pay at a time, shown at the desk. */
  @Int("最少缴费月数", { optional: true, min: 1, max: 60 }) minimumMonths?: number | null;
  /** Contract or filed price (LAW-14). */
  @Text("定价依据", { optional: true, max: 200 }) legalBasis?: string | null;
}

/** One step of a tiered price (阶梯, BIL-21): the use from the end of the step before up to `upTo` costs `price` a unit. */
export class RateTierDto {
  /** Use at which it begins; may be left out: where the one before ends. A gap or an overlap is refused. */
  @Decimal("起始用量", { optional: true, places: 4 }) from?: string | null;
  /** Use at which it ends; null for the last, which must be open. */
  @Decimal("用量上限", { optional: true, places: 4, positive: true }) upTo: string | null;
  @Decimal("阶梯单价", { places: 6, max: "1000000" }) price: string;
  /** How much its end grows with every person of the household above `basePersons`. */
  @Decimal("每人增加用量", { optional: true, places: 4 }) perPerson?: string | null;
}

/** The price of a version that was not billed yet. */
export class UpdateRateVersionDto {
  /** Yuan per unit (m², household, piece, unit of use) and month; for tiered prices left out or that of the first tier. */
  @Decimal("单价", { optional: true, places: 6, max: "1000000" }) unitPrice?: string | null;
  /** 附加费: yuan per object and month on top. */
  @Decimal("附加费", { optional: true, places: 4, max: "1000000" }) surcharge?: string | null;
  /** 阶梯, for 按表计量 only, the smallest use first; empty where every unit costs the same. */
  @Parts("阶梯", () => RateTierDto, { optional: true, max: 10 }) tiers?: RateTierDto[];
  /** People of a household that the tiers are made for; every one more widens the tiers that grow. */
  @Int("基准人数", { optional: true, min: 1, max: 50 }) basePersons?: number | null;
  /**
   * By which scheme its overdue charges bear late fees (BIL-04). Left out it stays: a new price has that of the one before,
   * the first one goes by the fee item.
   */
  @Choice("违约金", rateLateFeeLabels, { optional: true }) lateFee?: RateLateFee | null;
  /** For 指定方案 only. */
  @Id("违约金方案", { optional: true }) lateFeeSchemeId?: string | null;
}

/** A price from a day on. */
export class FirstRateVersionDto extends UpdateRateVersionDto {
  /** First day of the price. */
  @DateOnly("开始日期") startsOn: string;
}

/** A further price; the last one ends the day before. */
export class AddRateVersionDto extends FirstRateVersionDto {
  /**
   * Begins on a day that was billed at the old price, too: issued bills stay as they are until a recalculation of unpaid
   * ones is approved (BIL-13). Otherwise such a day is refused.
   */
  @Flag("从已出账的日期起生效", { optional: true }) inBilledTime?: boolean;
}

/** A new rate with its first price. */
export class CreateRateDto extends RateTermsDto {
  @Id("收费项目") feeItemId: string;
  @Part("价格", () => FirstRateVersionDto) version: FirstRateVersionDto;
}

export class UpdateRateDto extends RateTermsDto {
  /** A rate that is not active cannot be bound any more; what is bound goes on. */
  @Flag("启用") active: boolean;
}

/** The last day of a rate: its price and the bindings that run on end with it. */
export class EndRateDto {
  @DateOnly("结束日期") endsOn: string;
}

export class RateVersionDto {
  id: string;
  startsOn: string;
  /** Last day; null while it lasts. */
  endsOn: string | null;
  unitPrice: string;
  surcharge: string;
  /** 阶梯, the smallest use first; empty where every unit costs the same. */
  tiers: RateTierDto[];
  /** People of a household that the tiers are made for. */
  basePersons: number | null;
  lateFee: RateLateFee;
  lateFeeSchemeId: string | null;
  lateFeeSchemeName: string | null;
  /** Last day billed at this price; null while nothing was billed: then the price may still be changed. */
  billedTo: string | null;
}

/** A rate (收费标准) with its prices, the earliest first. */
export class RateDto {
  id: string;
  feeItemId: string;
  feeItemCode: string;
  feeItemName: string;
  collectedForOthers: boolean;
  name: string;
  base: RateBase;
  areaKind: AreaKind;
  formula: string | null;
  cycle: Cycle;
  cycleAnchor: CycleAnchor;
  timing: Timing;
  proration: Proration;
  tierBasis: TierBasis | null;
  changePolicy: ChangePolicy;
  roundingMode: RoundingMode;
  roundingUnit: RoundingUnit;
  dueRule: DueRule;
  dueDays: number;
  minimumMonths: number | null;
  legalBasis: string | null;
  active: boolean;
  versions: RateVersionDto[];
  /** The price in force today; null before the first and after the last. */
  current: RateVersionDto | null;
  /** Bindings in force today: of rooms, and of the things rooms pay for. */
  roomCount: number;
  /** Whether anything was billed with it: then only name, legal basis and minimum months may change. */
  billed: boolean;
}

export class RatePageDto extends PageDto<RateDto> {
  declare items: RateDto[];
}
