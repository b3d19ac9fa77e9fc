import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { LossQueryDto, MeterKind, MeterLossDto, MeterLossPageDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { Exact } from "../../common/exact.js";
import { limitOf, toPage } from "../../common/paging.js";
import { Where } from "../../common/where.js";
import { NATURAL } from "../../database/natural-order.js";
import { lossesOf } from "./loss.sql.js";

interface LossRow {
  id: string;
  no: string;
  kind: string;
  building_name: string | null;
  position: string | null;
  master_use: string | null;
  sub_use: string;
  sub_count: number;
  missing_count: number;
}

/** What is lost between master meters and the meters behind them (损耗, BIL-25). */
@Injectable()
export class LossQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async list(projectId: string, query: LossQueryDto): Promise<MeterLossPageDto> {
    const where = new Where().add("m.project_id = ?", projectId).add("m.kind = ?", query.kind);
    const losses = lossesOf(where.param(projectId), `SELECT ${where.param(query.period)}::text AS period`);
    const from = `FROM (${losses}) l JOIN meter m ON m.project_id = ${where.param(projectId)} AND m.id = l.id`;
    const [{ total }] = await this.db.query<[{ total: number }]>(
      `SELECT count(*)::int AS total ${from} ${where.toString()}`,
      where.params,
    );
    const { limit, offset } = limitOf(query);
    const rows = await this.db.query<LossRow[]>(
      `SELECT l.*, m.no, m.kind, g.name AS building_name, m.position ${from}
         LEFT JOIN building g ON g.project_id = m.project_id AND g.id = m.building_id
         ${where.toString()}
        ORDER BY g.code ${NATURAL} NULLS FIRST, m.kind, m.no, m.id LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    return toPage(rows, total, toLossDto);
  }
}

function toLossDto(row: LossRow): MeterLossDto {
  const master = row.master_use === null ? null : new Exact(row.master_use);
  const loss = master?.minus(row.sub_use) ?? null;
  return {
    id: row.id,
    no: row.no,
    kind: row.kind as MeterKind,
    buildingName: row.building_name,
    position: row.position,
    masterUse: master?.toFixed() ?? null,
    subUse: new Exact(row.sub_use).toFixed(),
    subCount: row.sub_count,
    missingCount: row.missing_count,
    loss: loss?.toFixed() ?? null,
    lossPercent: loss && master?.gt(0) ? loss.times(100).div(master).toFixed(2) : null,
  };
}
