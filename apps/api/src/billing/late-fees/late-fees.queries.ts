import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  LateFeeDto,
  LateFeeRateDto,
  LateFeeQueryDto,
  LateFeesDto,
  LateFeeSchemeDto,
  LateFeeUnit,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { InvalidInput } from "../../common/rule-violation.js";
import { ProjectToday } from "../../property/project-today.js";
import { trimDecimal, trimDecimalOrNull } from "../rates/rate.mapper.js";
import { BillingSettingsService } from "../settings/billing-settings.service.js";
import { type Accrued, accruedOn, BOOKED_BY_SCHEME, type Whose } from "./accrued.js";
import { explainLateFee, traceOf } from "./explain-late-fee.js";
import type { LateFeeRate } from "./late-fee.types.js";
import { CHOSEN_SCHEME, SCHEME_ID } from "./scheme-of-charge.js";
import { warningOf } from "./ceiling-warning.js";

interface SchemeRow extends Omit<LateFeeSchemeDto, "warning" | "rates"> {
  /** The latest first. */
  rates: LateFeeRate[];
}

/** Reads schemes and what accrued. */
@Injectable()
export class LateFeesQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
    private readonly settings: BillingSettingsService,
  ) {}

  /** The schemes of a project with their items and rates; a handful. */
  async schemes(projectId: string): Promise<LateFeeSchemeDto[]> {
    const rows = await this.db.query<SchemeRow[]>(
      `SELECT s.id, s.name, jsonb_build_object('id', i.id, 'name', i.name) AS "feeItem", s.grace_days AS "graceDays",
              s.unit, s.grace_policy AS "gracePolicy", s.cap_share AS "capShare", s.collected_allowed AS "collectedAllowed", s.active,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) ORDER BY k.sort, k.code), '[]')
                 FROM late_fee_item l JOIN fee_item k ON k.project_id = l.project_id AND k.id = l.fee_item_id
                WHERE l.project_id = s.project_id AND l.scheme_id = s.id) AS "chargedItems",
              (SELECT jsonb_agg(jsonb_build_object('startsOn', r.starts_on, 'rate', r.rate::text) ORDER BY r.starts_on DESC)
                 FROM late_fee_rate r WHERE r.project_id = s.project_id AND r.scheme_id = s.id) AS rates,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) ORDER BY k.name), '[]')
                 FROM (SELECT DISTINCT r.id, i.name || '·' || r.name AS name FROM rate_version v
                         JOIN rate r ON r.project_id = v.project_id AND r.id = v.rate_id
                         JOIN fee_item i ON i.project_id = r.project_id AND i.id = r.fee_item_id
                        WHERE v.project_id = s.project_id AND v.late_fee_scheme_id = s.id
                          AND (v.ends_on IS NULL OR v.ends_on >= $2::date)) k) AS standards,
              EXISTS (SELECT 1 FROM charge f JOIN charge c ON c.project_id = f.project_id AND c.id = f.principal_id ${CHOSEN_SCHEME}
                       WHERE f.project_id = s.project_id AND f.principal_id IS NOT NULL AND ${SCHEME_ID} = s.id AND ${BOOKED_BY_SCHEME}) AS used
         FROM late_fee_scheme s
         JOIN fee_item i ON i.project_id = s.project_id AND i.id = s.fee_item_id
        WHERE s.project_id = $1 ORDER BY s.active DESC, s.name`,
      [projectId, await this.days.today(projectId)],
    );
    const { lateFeeCeiling } = await this.settings.of(projectId);
    return rows.map((row) => ({
      ...row,
      capShare: trimDecimalOrNull(row.capShare),
      rates: row.rates.map((rate) => toRateDto(row.unit, rate)),
      warning: warningOf(row, lateFeeCeiling),
    }));
  }

  /** What accrued on the overdue charges of a room or payer. */
  async accrued(projectId: string, { roomId, payerId, asOf }: LateFeeQueryDto): Promise<LateFeesDto> {
    if (!roomId && !payerId) throw new InvalidInput({ roomId: ["请指定房间或收费对象"] });
    const day = asOf ?? (await this.days.today(projectId));
    const items = await this.of(projectId, day, { roomId, payerId });
    return { asOf: day, items, totalFen: items.reduce((sum, { amountFen }) => sum + amountFen, 0) };
  }

  /** What accrued until the end of a day, where it comes to something. */
  async of(projectId: string, asOf: string, whose: Whose): Promise<LateFeeDto[]> {
    const accrued = await accruedOn(this.db, projectId, asOf, whose);
    return accrued.filter(({ lateFee }) => lateFee.fen > 0).map(toLateFeeDto);
  }
}

const toLateFeeDto = ({ chargeId, rules, dueOn, lateFee, from, to }: Accrued): LateFeeDto => ({
  chargeId,
  amountFen: lateFee.fen,
  days: lateFee.days,
  months: lateFee.months,
  from,
  to,
  explanation: explainLateFee(traceOf(rules, dueOn, lateFee)),
});

function toRateDto(unit: LateFeeUnit, { startsOn, rate }: LateFeeRate): LateFeeRateDto {
  const share = trimDecimal(rate);
  return unit === "DAY"
    ? { startsOn, dailyRate: share, monthlyRate: null }
    : { startsOn, dailyRate: null, monthlyRate: share };
}
