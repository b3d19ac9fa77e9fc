import type {
  AreaKind,
  ChangePolicy,
  Cycle,
  CycleAnchor,
  DueRule,
  Proration,
  RateBase,
  RateDto,
  RateVersionDto,
  RoundingMode,
  RoundingUnit,
  TierBasis,
  Timing,
} from "@linli/contracts";

/** A rate as the database answers it. */
export interface RateRow {
  id: string;
  fee_item_id: string;
  fee_item_code: string;
  fee_item_name: string;
  collected_for_others: boolean;
  name: string;
  base: string;
  area_kind: string;
  formula: string | null;
  cycle: string;
  cycle_anchor: string;
  timing: string;
  proration: string;
  tier_basis: string | null;
  change_policy: string;
  rounding_mode: string;
  rounding_unit: string;
  due_rule: string;
  due_days: number;
  minimum_months: number | null;
  legal_basis: string | null;
  active: boolean;
  versions: RateVersionDto[] | null;
  room_count: number;
  billed: boolean;
  today: string;
}

export function toRateDto(row: RateRow): RateDto {
  const versions = (row.versions ?? []).map((version) => ({
    ...version,
    unitPrice: trimDecimal(version.unitPrice),
    surcharge: trimDecimal(version.surcharge),
    tiers: version.tiers ?? [],
  }));
  const isCurrent = ({ startsOn, endsOn }: RateVersionDto) =>
    startsOn <= row.today && (endsOn === null || endsOn >= row.today);
  return {
    id: row.id,
    feeItemId: row.fee_item_id,
    feeItemCode: row.fee_item_code,
    feeItemName: row.fee_item_name,
    collectedForOthers: row.collected_for_others,
    name: row.name,
    base: row.base as RateBase,
    areaKind: row.area_kind as AreaKind,
    formula: row.formula,
    cycle: row.cycle as Cycle,
    cycleAnchor: row.cycle_anchor as CycleAnchor,
    timing: row.timing as Timing,
    proration: row.proration as Proration,
    tierBasis: row.tier_basis as TierBasis | null,
    changePolicy: row.change_policy as ChangePolicy,
    roundingMode: row.rounding_mode as RoundingMode,
    roundingUnit: row.rounding_unit as RoundingUnit,
    dueRule: row.due_rule as DueRule,
    dueDays: row.due_days,
    minimumMonths: row.minimum_months,
    legalBasis: row.legal_basis,
    active: row.active,
    versions,
    current: versions.find(isCurrent) ?? null,
    roomCount: row.room_count,
    billed: row.billed,
  };
}

/** A decimal of the database without the zeros that its column adds: 1.300000 → 1.3, 20.0000 → 20. */
export const trimDecimal = (text: string) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

/** The same for a column that may be empty. */
export const trimDecimalOrNull = (text: string | null) => (text === null ? null : trimDecimal(text));
