import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { BuildingDto, BuildingGridDto, DirectoryDto, GridRoomDto, RoomNodeDto, UnitDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import { NATURAL } from "../../database/natural-order.js";
import { areaText } from "../areas.js";

type BuildingRow = Omit<BuildingDto, "units" | "rooms">;

const BUILDINGS = `SELECT b.id, b.code, b.name, b.kind, b.floors, b.has_lift AS "hasLift", b.sort FROM building b`;
const UNITS = `SELECT u.id, u.building_id AS "buildingId", u.code, u.name, u.floors, u.has_lift AS "hasLift", u.sort,
                      (SELECT count(*)::int FROM room r WHERE r.project_id = u.project_id AND r.unit_id = u.id AND r.ended_on IS NULL) AS rooms
                 FROM unit u`;
const BY_CODE = (alias: string) => `ORDER BY ${alias}.sort, ${alias}.code ${NATURAL}`;
const NODE = `r.id, r.code, r.name, r.floor, r.state, cardinality(r.incomplete) > 0 AS incomplete, r.active`;

/** Reads the building directory: four levels, the project itself being the first (GAP-02). */
@Injectable()
export class DirectoryQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Buildings and units with their room counts, in two statements however many rooms there are. */
  async directory(projectId: string): Promise<DirectoryDto> {
    const [[project], buildings, units] = await Promise.all([
      this.db.query<{ level_names: string[] }[]>("SELECT level_names FROM project WHERE id = $1", [projectId]),
      this.db.query<BuildingRow[]>(`${BUILDINGS} WHERE b.project_id = $1 ${BY_CODE("b")}`, [projectId]),
      this.db.query<UnitDto[]>(`${UNITS} WHERE u.project_id = $1 ${BY_CODE("u")}`, [projectId]),
    ]);
    if (!project) throw notFound("管理区");
    const unitsOf = Map.groupBy(units, ({ buildingId }) => buildingId);
    return {
      levelNames: project.level_names,
      buildings: buildings.map((row) => withUnits(row, unitsOf.get(row.id) ?? [])),
    };
  }

  /** @throws NOT_FOUND */
  async building(projectId: string, buildingId: string): Promise<BuildingDto> {
    const scope = [projectId, buildingId];
    const [[building], units] = await Promise.all([
      this.db.query<BuildingRow[]>(`${BUILDINGS} WHERE b.project_id = $1 AND b.id = $2`, scope),
      this.db.query<UnitDto[]>(`${UNITS} WHERE u.project_id = $1 AND u.building_id = $2 ${BY_CODE("u")}`, scope),
    ]);
    if (!building) throw notFound("楼栋");
    return withUnits(building, units);
  }

  /** @throws NOT_FOUND */
  async unit(projectId: string, unitId: string): Promise<UnitDto> {
    const [unit] = await this.db.query<UnitDto[]>(`${UNITS} WHERE u.project_id = $1 AND u.id = $2`, [
      projectId,
      unitId,
    ]);
    if (!unit) throw notFound("单元");
    return unit;
  }

  /** All rooms of a unit, the way one walks up the stairs. @throws NOT_FOUND */
  async roomsOfUnit(projectId: string, unitId: string): Promise<RoomNodeDto[]> {
    const rooms = await this.db.query<RoomNodeDto[]>(
      `SELECT ${NODE} FROM room r WHERE r.project_id = $1 AND r.unit_id = $2 AND r.ended_on IS NULL ORDER BY r.floor, r.code ${NATURAL}`,
      [projectId, unitId],
    );
    if (rooms.length === 0) await this.unit(projectId, unitId);
    return rooms;
  }

  /** 楼栋图. Arrears are shown only `withArrears`. @throws NOT_FOUND */
  async grid(
    projectId: string,
    buildingId: string,
    { withArrears }: { withArrears: boolean },
  ): Promise<BuildingGridDto> {
    const arrears = withArrears
      ? `coalesce((SELECT sum(c.open_fen) FROM charge c WHERE c.project_id = r.project_id AND c.room_id = r.id), 0)::bigint`
      : "NULL";
    const [building, rooms] = await Promise.all([
      this.building(projectId, buildingId),
      this.db.query<GridRoomDto[]>(
        `SELECT ${NODE}, r.unit_id AS "unitId", r.purpose, r.charge_area AS "chargeArea", ${arrears} AS "openFen"
           FROM room r
           JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
          WHERE r.project_id = $1 AND u.building_id = $2 AND r.ended_on IS NULL
          ORDER BY r.floor DESC, u.sort, u.code ${NATURAL}, r.code ${NATURAL}`,
        [projectId, buildingId],
      ),
    ]);
    const floors = [...new Set(rooms.map(({ floor }) => floor))];
    return { building, floors, rooms: rooms.map((room) => ({ ...room, chargeArea: areaText(room.chargeArea) })) };
  }
}

const withUnits = (row: BuildingRow, units: UnitDto[]): BuildingDto => ({
  ...row,
  rooms: units.reduce((sum, { rooms }) => sum + rooms, 0),
  units,
});
