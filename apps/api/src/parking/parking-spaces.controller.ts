import { Controller, Get, Param, Query } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { ParkingSpaceDto, ParkingSpacePageDto, ParkingSpaceQueryDto, ProjectPath } from "@linli/contracts";
import { DataSource } from "typeorm";
import { limitOf, toPage } from "../common/paging.js";
import { Requires } from "../common/requires.js";
import { containing, Where } from "../common/where.js";

interface SpaceRow {
  id: string;
  code: string;
  name: string;
  type: string;
  place: string;
  ownership: string | null;
  area: string | null;
  incomplete: string[];
}

/** Parking spaces as the imports created them; contracts and vehicles come later. */
@Controller("projects/:projectId/parking-spaces")
export class ParkingSpacesController {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** 车位列表，按车位号 */
  @Get()
  @Requires("property:read")
  async list(@Param() { projectId }: ProjectPath, @Query() query: ParkingSpaceQueryDto): Promise<ParkingSpacePageDto> {
    const where = spaceConditions(projectId, query);
    const [{ total } = { total: 0 }] = await this.db.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM parking_space ${where.toString()}`,
      [...where.params],
    );
    const { limit, offset } = limitOf(query);
    const page = `LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`;
    const rows = await this.db.query<SpaceRow[]>(
      `SELECT * FROM parking_space ${where.toString()} ORDER BY code, id ${page}`,
      where.params,
    );
    return toPage(rows, total, toParkingSpaceDto);
  }
}

/** The spaces a list query means. Lists and exports share it. */
export function spaceConditions(projectId: string, query: ParkingSpaceQueryDto): Where {
  const text = containing(query.q);
  return new Where()
    .add("project_id = ?", projectId)
    .add("type = ?", query.type)
    .add("ownership = ?", query.ownership)
    .add("(code ILIKE ? OR name ILIKE ? OR place ILIKE ?)", text, text, text)
    .add("(cardinality(incomplete) > 0) = ?", query.incomplete);
}

const toParkingSpaceDto = (row: SpaceRow): ParkingSpaceDto => ({
  id: row.id,
  code: row.code,
  name: row.name,
  type: row.type as ParkingSpaceDto["type"],
  place: row.place,
  ownership: row.ownership as ParkingSpaceDto["ownership"],
  area: row.area && row.area.replace(/\.?0+$/, ""),
  incomplete: row.incomplete,
});
