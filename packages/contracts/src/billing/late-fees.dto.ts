import { Choice, DateOnly, Decimal, Flag, Id, Ids, Int, Text } from "../common/fields.js";
import { ProjectPath } from "../property/property.dto.js";
import { type GracePolicy, gracePolicyLabels, type LateFeeUnit, lateFeeUnitLabels } from "./late-fees.enums.js";

export class LateFeeSchemePath extends ProjectPath {
  @Id("违约金方案编号") schemeId: string;
}

/** How late fees (违约金) accrue on some fee items (BIL-50, BIL-51). A project without a scheme charges none. */
export class SaveLateFeeSchemeDto {
  @Text("方案名称", { max: 40 }) name: string;
  /** The one-off fee item that late fees are booked under. */
  @Id("违约金记入的收费项目") feeItemId: string;
  /**
   * The items whose overdue charges bear late fees by it unless their standard says otherwise; an item is in one scheme at
   * most, deposits in none. Empty for a scheme that is only chosen by standards (BIL-04).
   */
  @Ids("计收违约金的收费项目", { min: 0, max: 100 }) chargedItemIds: string[];
  /** Days after the due date before anything accrues. */
  @Int("宽限天数", { min: 0, max: 365 }) graceDays: number;
  @Choice("宽限期规则", gracePolicyLabels) gracePolicy: GracePolicy;
  /** At most this share of the principal: '0.3' is 30 %; none when left out. */
  @Decimal("封顶（本金的几倍）", { places: 4, max: "100", positive: true, optional: true }) capShare?: string | null;
  /** The supply contract allows late fees on what is collected for others (代收代付, BIL-54). */
  @Flag("代收项目也计收", { optional: true }) collectedAllowed?: boolean | null;
  /** Switched off nothing accrues; what was booked stays. */
  @Flag("启用", { optional: true }) active?: boolean | null;
}

/** A rate from a day on, for what the scheme counts: days or months. */
export class AddLateFeeRateDto {
  /** A month bears the rate of the day it begins. */
  @DateOnly("开始日期") startsOn: string;
  /** Of a scheme by day: share of the open principal per day, '0.0005' is 0.05 %. */
  @Decimal("日利率", { places: 8, max: "0.1", positive: true, optional: true }) dailyRate?: string | null;
  /** Of a scheme by month: share of the open principal per month, '0.01' is 1 %. */
  @Decimal("月利率", { places: 8, max: "0.3", positive: true, optional: true }) monthlyRate?: string | null;
}

export class CreateLateFeeSchemeDto extends SaveLateFeeSchemeDto {
  /** Stays as it is; 按日 when left out. */
  @Choice("计算单位", lateFeeUnitLabels, { optional: true }) unit?: LateFeeUnit | null;
  @DateOnly("开始日期") startsOn: string;
  /** Of a scheme by day: share of the open principal per day, '0.0005' is 0.05 %. */
  @Decimal("日利率", { places: 8, max: "0.1", positive: true, optional: true }) dailyRate?: string | null;
  /** Of a scheme by month: share of the open principal per month, '0.01' is 1 %. */
  @Decimal("月利率", { places: 8, max: "0.3", positive: true, optional: true }) monthlyRate?: string | null;
}

/** One of the two rates, as the scheme's unit says. */
export class LateFeeRateDto {
  startsOn: string;
  dailyRate: string | null;
  monthlyRate: string | null;
}

export class LateFeeItemDto {
  id: string;
  name: string;
}

export class LateFeeSchemeDto {
  id: string;
  name: string;
  /** The item that late fees are booked under. */
  feeItem: LateFeeItemDto;
  chargedItems: LateFeeItemDto[];
  /** The standards that chose it for charges from today on or later (BIL-04), by item and name. */
  standards: LateFeeItemDto[];
  unit: LateFeeUnit;
  graceDays: number;
  gracePolicy: GracePolicy;
  capShare: string | null;
  collectedAllowed: boolean;
  active: boolean;
  /** The latest first. */
  rates: LateFeeRateDto[];
  /** Late fees were booked by it: only rates are added from then on. */
  used: boolean;
  /** Why a court may cut it (LAW-12), or null. */
  warning: string | null;
}

export class LateFeeSchemesDto {
  items: LateFeeSchemeDto[];
}

/** What accrued on one overdue charge and is not booked yet; in fen. */
export class LateFeeDto {
  /** The overdue charge. */
  chargeId: string;
  amountFen: number;
  /** Days overdue that it is for. */
  days: number;
  /** Months it is for, of a scheme by month; null of one by day. */
  months: number | null;
  from: string;
  to: string;
  /** How it came about, in sentences. */
  explanation: string[];
}

/** Whose late fees: of one room, one payer, or some charges. */
export class LateFeeQueryDto {
  @Id("房间", { optional: true }) roomId?: string;
  @Id("收费对象", { optional: true }) payerId?: string;
  /** As of the end of this day; today when left out. */
  @DateOnly("截止日期", { optional: true }) asOf?: string;
}

export class LateFeesDto {
  asOf: string;
  items: LateFeeDto[];
  totalFen: number;
}

/** Books what accrued until today as owed, so that it can be reduced or demanded (BIL-52, BIL-53). */
export class FreezeLateFeesDto {
  @Ids("应收", { min: 1, max: 500 }) chargeIds: string[];
}

/** The charges that were booked. */
export class FrozenLateFeesDto {
  items: FrozenLateFeeDto[];
  totalFen: number;
}

export class FrozenLateFeeDto {
  /** The overdue charge. */
  chargeId: string;
  /** The charge of the late fee. */
  lateFeeChargeId: string;
  amountFen: number;
}
