import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { GracePolicy, LateFeeDto, LateFeeQueryDto, LateFeesDto, LateFeeSchemeDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { InvalidInput } from "../../common/rule-violation.js";
import { ProjectToday } from "../../property/project-today.js";
import { trimDecimal, trimDecimalOrNull } from "../rates/rate.mapper.js";
import { BillingSettingsService } from "../settings/billing-settings.service.js";
import { type Accrued, accruedOn, BOOKED_BY_SCHEME, type Whose } from "./accrued.js";
import { explainLateFee, percentText, traceOf } from "./explain-late-fee.js";

interface SchemeRow extends Omit<LateFeeSchemeDto, "warning" | "gracePolicy"> {
  gracePolicy: string;
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
              s.grace_policy AS "gracePolicy", s.cap_share AS "capShare", s.collected_allowed AS "collectedAllowed", s.active,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) ORDER BY k.sort, k.code), '[]')
                 FROM late_fee_item l JOIN fee_item k ON k.project_id = l.project_id AND k.id = l.fee_item_id
                WHERE l.project_id = s.project_id AND l.scheme_id = s.id) AS "chargedItems",
              (SELECT jsonb_agg(jsonb_build_object('startsOn', r.starts_on, 'dailyRate', r.daily_rate::text) ORDER BY r.starts_on DESC)
                 FROM late_fee_rate r WHERE r.project_id = s.project_id AND r.scheme_id = s.id) AS rates,
              EXISTS (SELECT 1 FROM charge f JOIN charge c ON c.project_id = f.project_id AND c.id = f.principal_id
                        JOIN late_fee_item l ON l.project_id = c.project_id AND l.fee_item_id = c.fee_item_id AND l.scheme_id = s.id
                       WHERE f.project_id = s.project_id AND f.principal_id IS NOT NULL AND ${BOOKED_BY_SCHEME}) AS used
         FROM late_fee_scheme s
         JOIN fee_item i ON i.project_id = s.project_id AND i.id = s.fee_item_id
        WHERE s.project_id = $1 ORDER BY s.active DESC, s.name`,
      [projectId],
    );
    const { lateFeeCeiling } = await this.settings.of(projectId);
    return rows.map((row) => ({
      ...row,
      gracePolicy: row.gracePolicy as GracePolicy,
      capShare: trimDecimalOrNull(row.capShare),
      rates: row.rates.map(({ startsOn, dailyRate }) => ({ startsOn, dailyRate: trimDecimal(dailyRate) })),
      warning: warningOf(row.capShare, lateFeeCeiling),
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
  from,
  to,
  explanation: explainLateFee(traceOf(rules, dueOn, lateFee)),
});

/** A scheme that can pass the project's ceiling may be cut by a court (LAW-12, BIL-51). */
function warningOf(capShare: string | null, ceiling: string): string | null {
  const limit = percentText(ceiling);
  if (capShare === null) return `没有封顶：违约金可能超过本金的 ${limit}，过高的部分可能不被法院支持`;
  if (Number(capShare) <= Number(ceiling)) return null;
  return `封顶为本金的 ${percentText(trimDecimal(capShare))}，超过 ${limit}，过高的部分可能不被法院支持`;
}
