import type { FundShareDto, FundUseProposalDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { NATURAL } from "../../database/natural-order.js";
import { spread } from "../discounts/discount-plan.js";
import { noArea, noRooms, unknownBuilding } from "./fund.errors.js";
import { OWNERS } from "./fund-owners.sql.js";

/** A use as it is shared among rooms by area (LAW-10): parts add up to the fen, ties by room code (BIL-31). */
export interface FundUsePlan {
  shares: FundShareDto[];
  /** Names of the buildings, or 整个管理区. */
  scope: string;
}

/**
 * Shares a use among the rooms in use of buildings, or of the project.
 * @param day the owners named are those of this day
 * @throws INVALID_INPUT for foreign buildings or none with rooms, FUND_NO_AREA
 */
export async function shareUse(
  tx: EntityManager,
  projectId: string,
  { buildingIds = [], amountFen }: FundUseProposalDto,
  day: string,
): Promise<FundUsePlan> {
  const buildings = await tx.query<{ name: string }[]>(
    `SELECT name FROM building WHERE project_id = $1 AND id = ANY ($2) ORDER BY code ${NATURAL}`,
    [projectId, buildingIds],
  );
  if (buildings.length < new Set(buildingIds).size) throw unknownBuilding();
  const rooms = await tx.query<Omit<FundShareDto, "shareFen" | "shortFen">[]>(
    `SELECT r.id AS "roomId", r.code AS "roomCode", ${OWNERS("$3")} AS "ownerNames", trim_scale(r.building_area)::text AS area,
            coalesce(a.balance_fen, 0)::bigint AS "balanceFen"
       FROM room r JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
       LEFT JOIN fund_account a ON a.project_id = r.project_id AND a.room_id = r.id
      WHERE r.project_id = $1 AND r.active AND r.ended_on IS NULL AND (cardinality($2::uuid[]) = 0 OR u.building_id = ANY ($2))
      ORDER BY r.code ${NATURAL}, r.id`,
    [projectId, buildingIds, day],
  );
  if (rooms.length === 0) throw noRooms();
  const weights = rooms.map(({ area }) => Math.round(Number(area) * 10_000));
  const without = rooms.filter((_room, index) => weights[index] === 0);
  if (without.length > 0) throw noArea(without.map(({ roomCode }) => roomCode));
  const parts = spread(amountFen, weights);
  const shares = rooms.map((room, index) => {
    const shareFen = parts[index]!;
    return { ...room, shareFen, shortFen: Math.max(0, shareFen - room.balanceFen) };
  });
  return { shares, scope: buildings.length > 0 ? buildings.map(({ name }) => name).join("、") : "整个管理区" };
}
