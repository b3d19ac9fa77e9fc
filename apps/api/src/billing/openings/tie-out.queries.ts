import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type OpeningComparisonDto,
  type OpeningSumDto,
  type OpeningTieOutDto,
  openingTotalKindLabels,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";

/** What is compared, in order. */
const KINDS = Object.keys(openingTotalKindLabels)
  .map((kind) => `'${kind}'`)
  .join(", ");

/** Rows of an import with money and where their room is, if they have one. $1 project, $2 import. */
const MONEY = `FROM opening_row r
  LEFT JOIN room o ON o.project_id = r.project_id AND o.id = r.room_id
  LEFT JOIN unit u ON u.project_id = o.project_id AND u.id = o.unit_id
 WHERE r.project_id = $1 AND r.opening_id = $2 AND r.fault IS NULL AND r.kind IN (${KINDS})`;

const SUMS = `
  SELECT s.kind, s.fee_item_id AS "feeItemId", i.name AS "feeItemName", s.building_id AS "buildingId", b.name AS "buildingName",
         s.count, s.fen AS "amountFen"
    FROM (SELECT r.kind, r.fee_item_id, u.building_id, count(*)::int AS count, sum(r.amount_fen)::bigint AS fen ${MONEY}
           GROUP BY 1, 2, 3) s
    LEFT JOIN building b ON b.project_id = $1 AND b.id = s.building_id
    LEFT JOIN fee_item i ON i.project_id = $1 AND i.id = s.fee_item_id
   ORDER BY array_position(ARRAY[${KINDS}], s.kind), i.name NULLS FIRST, b.sort, b.code`;

const TOTALS = `
  SELECT t.kind, t.fee_item_id AS "feeItemId", i.name AS "feeItemName", t.building_id AS "buildingId", b.name AS "buildingName",
         t.source, t.expected_fen AS "expectedFen"
    FROM opening_total t
    LEFT JOIN building b ON b.project_id = t.project_id AND b.id = t.building_id
    LEFT JOIN fee_item i ON i.project_id = t.project_id AND i.id = t.fee_item_id
   WHERE t.project_id = $1 AND t.opening_id = $2
   ORDER BY array_position(ARRAY[${KINDS}], t.kind), i.name NULLS FIRST, b.sort NULLS FIRST, b.code, t.source`;

type Total = Omit<OpeningComparisonDto, "importedFen" | "importedCount" | "differenceFen">;

/** The tie-out of an import to the old list (期初核对). */
@Injectable()
export class TieOutQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The figures of the old list beside what was imported, and what was imported by fee item and building. */
  async of(
    projectId: string,
    openingId: string,
    db: Pick<EntityManager, "query"> = this.db,
  ): Promise<OpeningTieOutDto> {
    const sums: OpeningSumDto[] = await db.query(SUMS, [projectId, openingId]);
    const totals: Total[] = await db.query(TOTALS, [projectId, openingId]);
    const comparisons = totals.map((total) => compare(total, sums));
    return { comparisons, sums, differences: comparisons.filter(({ differenceFen }) => differenceFen !== 0).length };
  }
}

/** A figure counts everything it does not name: without a building, all of them. */
function compare(total: Total, sums: readonly OpeningSumDto[]): OpeningComparisonDto {
  const meant = sums.filter(
    ({ kind, feeItemId, buildingId }) =>
      kind === total.kind &&
      (total.feeItemId === null || total.feeItemId === feeItemId) &&
      (total.buildingId === null || total.buildingId === buildingId),
  );
  const importedFen = meant.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const importedCount = meant.reduce((sum, { count }) => sum + count, 0);
  return { ...total, importedFen, importedCount, differenceFen: importedFen - total.expectedFen };
}
