import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  GarageDto,
  GaragesDto,
  ParkingSpaceDto,
  ParkingSpacePageDto,
  ParkingSpaceQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { limitOf, toPage } from "../common/paging.js";
import { notFound } from "../common/rule-violation.js";
import { containing, Where } from "../common/where.js";
import { NATURAL } from "../database/natural-order.js";

interface SpaceRow {
  id: string;
  code: string;
  name: string;
  type: string;
  place: string;
  ownership: string | null;
  area: string | null;
  buildingId: string | null;
  buildingName: string | null;
  incomplete: string[];
}

const COLUMNS = `id, code, name, type, place, ownership, area, building_id AS "buildingId",
  (SELECT b.name FROM building b
    WHERE b.project_id = parking_space.project_id AND b.id = parking_space.building_id) AS "buildingName", incomplete`;

/** Reads parking spaces and the garages they stand in. */
@Injectable()
export class ParkingSpaceQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async list(projectId: string, query: ParkingSpaceQueryDto): Promise<ParkingSpacePageDto> {
    const where = spaceConditions(projectId, query);
    const [{ total } = { total: 0 }] = await this.db.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM parking_space ${where.toString()}`,
      [...where.params],
    );
    const { limit, offset } = limitOf(query);
    const page = `LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`;
    const rows = await this.db.query<SpaceRow[]>(
      `SELECT ${COLUMNS} FROM parking_space ${where.toString()} ORDER BY code ${NATURAL}, id ${page}`,
      where.params,
    );
    return toPage(rows, total, toParkingSpaceDto);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, spaceId: string): Promise<ParkingSpaceDto> {
    const [row] = await this.db.query<SpaceRow[]>(
      `SELECT ${COLUMNS} FROM parking_space WHERE project_id = $1 AND id = $2`,
      [projectId, spaceId],
    );
    if (!row) throw notFound("车位");
    return toParkingSpaceDto(row);
  }

  /** The garages of the directory with the number of their spaces, empty ones too. */
  async garages(projectId: string): Promise<GaragesDto> {
    const [items, [rest]] = await Promise.all([
      this.db.query<GarageDto[]>(
        `SELECT b.id, b.code, b.name, count(s.id)::int AS spaces,
                (count(s.id) FILTER (WHERE s.ownership = 'OWNER'))::int AS "ownerSpaces",
                (count(s.id) FILTER (WHERE cardinality(s.incomplete) > 0))::int AS "incompleteSpaces"
           FROM building b
           LEFT JOIN parking_space s ON s.project_id = b.project_id AND s.building_id = b.id
          WHERE b.project_id = $1 AND b.kind = 'GARAGE'
          GROUP BY b.id, b.code, b.name, b.sort ORDER BY b.sort, b.code ${NATURAL}`,
        [projectId],
      ),
      this.db.query<{ count: number }[]>(
        "SELECT count(*)::int AS count FROM parking_space WHERE project_id = $1 AND building_id IS NULL",
        [projectId],
      ),
    ]);
    return { items, spacesWithoutPlace: rest?.count ?? 0 };
  }
}

/** The spaces a list query means. Lists and exports share it. */
export function spaceConditions(projectId: string, query: ParkingSpaceQueryDto): Where {
  const text = containing(query.q);
  return new Where()
    .add("project_id = ?", projectId)
    .add("type = ?", query.type)
    .add("ownership = ?", query.ownership)
    .add("building_id = ?", query.buildingId)
    .add("(code ILIKE ? OR name ILIKE ? OR place ILIKE ?)", text, text, text)
    .add("(cardinality(incomplete) > 0) = ?", query.incomplete);
}

const toParkingSpaceDto = (row: SpaceRow): ParkingSpaceDto => ({
  ...row,
  type: row.type as ParkingSpaceDto["type"],
  ownership: row.ownership as ParkingSpaceDto["ownership"],
  area: row.area && row.area.replace(/\.?0+$/, ""),
});
