import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { RateDto, RatePageDto, RateQueryDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../../common/clock.js";
import { limitOf, toPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { type RateRow, toRateDto } from "./rate.mapper.js";

/** A rate with its prices as JSON; `$on` is the parameter that holds today. */
const rates = (on: string) => `
SELECT r.*, f.code AS fee_item_code, f.name AS fee_item_name, f.collected_for_others, ${on}::date AS today,
       EXISTS (SELECT 1 FROM rate_version v
                 JOIN charge c ON c.project_id = v.project_id AND c.fee_item_id = r.fee_item_id AND c.rate_version_id = v.id
                WHERE v.project_id = r.project_id AND v.rate_id = r.id) AS billed,
       (SELECT count(DISTINCT b.room_id)::int FROM rate_binding b
         WHERE b.project_id = r.project_id AND b.rate_id = r.id
           AND b.starts_on <= ${on}::date AND (b.ends_on IS NULL OR b.ends_on >= ${on}::date)) AS room_count,
       (SELECT json_agg(json_build_object('id', v.id, 'startsOn', v.starts_on, 'endsOn', v.ends_on,
                 'unitPrice', v.unit_price::text, 'surcharge', v.surcharge::text,
                 'tiers', v.tiers, 'basePersons', v.base_persons,
                 'lateFee', v.late_fee, 'lateFeeSchemeId', v.late_fee_scheme_id,
                 'lateFeeSchemeName', (SELECT s.name FROM late_fee_scheme s
                                        WHERE s.project_id = v.project_id AND s.id = v.late_fee_scheme_id),
                 'billedTo', (SELECT max(c.service_to) FROM charge c
                               WHERE c.project_id = v.project_id AND c.fee_item_id = r.fee_item_id AND c.rate_version_id = v.id AND c.source <> 'MANUAL' AND c.reversed_fen < c.amount_fen))
               ORDER BY v.starts_on)
          FROM rate_version v WHERE v.project_id = r.project_id AND v.rate_id = r.id) AS versions
  FROM rate r JOIN fee_item f ON f.project_id = r.project_id AND f.id = r.fee_item_id`;

/** Reads rates. */
@Injectable()
export class RateQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(projectId: string, query: RateQueryDto): Promise<RatePageDto> {
    const where = new Where()
      .add("r.project_id = ?", projectId)
      .add("r.fee_item_id = ?", query.feeItemId)
      .add("r.active = ?", query.active)
      .add("r.name ILIKE ?", containing(query.q));
    const [{ total }] = await this.db.query<[{ total: number }]>(
      `SELECT count(*)::int AS total FROM rate r ${where.toString()}`,
      where.params,
    );
    const { limit, offset } = limitOf(query);
    const select = rates(where.param(this.clock.today()));
    const rows = await this.db.query<RateRow[]>(
      `${select} ${where.toString()} ORDER BY f.sort, f.code, r.name, r.id LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    return toPage(rows, total, toRateDto);
  }

  async one(projectId: string, id: string): Promise<RateDto> {
    const [row] = await this.db.query<RateRow[]>(`${rates("$3")} WHERE r.project_id = $1 AND r.id = $2`, [
      projectId,
      id,
      this.clock.today(),
    ]);
    if (!row) throw notFound("收费标准");
    return toRateDto(row);
  }
}
