import { Choice, Code, Flag, Id, Int, Text } from "../common/fields.js";
import { ProjectPath } from "./property.dto.js";
import { type BuildingKind, buildingKindLabels, type RoomPurpose, type RoomState } from "./property.enums.js";

export class BuildingPath extends ProjectPath {
  @Id("楼栋编号") buildingId: string;
}

export class UnitPath extends ProjectPath {
  @Id("单元编号") unitId: string;
}

/** Second level of the directory: a building or a garage of its own (PRP-02, PRP-06). */
export class SaveBuildingDto {
  /** Unique in the project. */
  @Code("楼栋代码") code: string;
  @Text("楼栋名称", { max: 50 }) name: string;
  @Choice("楼栋类型", buildingKindLabels) kind: BuildingKind;
  /** Storeys above ground. */
  @Int("楼层数", { optional: true, min: 1, max: 200 }) floors?: number | null;
  @Flag("有无电梯", { optional: true }) hasLift?: boolean | null;
  /** Place among the buildings; equal ones follow their codes (2 before 10). */
  @Int("排序", { optional: true, max: 9999 }) sort?: number | null;
}

/** Third level of the directory: a unit, floor or zone. Rooms stand below these only (GAP-02). */
export class UpdateUnitDto {
  /** Unique in the building. */
  @Code("单元代码") code: string;
  @Text("单元名称", { max: 50 }) name: string;
  @Int("楼层数", { optional: true, min: 1, max: 200 }) floors?: number | null;
  @Flag("有无电梯", { optional: true }) hasLift?: boolean | null;
  @Int("排序", { optional: true, max: 9999 }) sort?: number | null;
}

export class CreateUnitDto extends UpdateUnitDto {
  @Id("所属楼栋") buildingId: string;
}

export class UnitDto {
  id: string;
  buildingId: string;
  code: string;
  name: string;
  floors: number | null;
  hasLift: boolean | null;
  sort: number;
  /** Number of rooms below. */
  rooms: number;
}

export class BuildingDto {
  id: string;
  code: string;
  name: string;
  kind: BuildingKind;
  floors: number | null;
  hasLift: boolean | null;
  sort: number;
  /** Number of rooms below. */
  rooms: number;
  units: UnitDto[];
}

/** The directory without its rooms: small however large the community. */
export class DirectoryDto {
  /** Names of the four levels. */
  levelNames: string[];
  buildings: BuildingDto[];
}

/** A room as a leaf of the tree. */
export class RoomNodeDto {
  id: string;
  code: string;
  name: string;
  floor: number;
  state: RoomState;
  /** Mandatory data is missing. */
  incomplete: boolean;
  active: boolean;
}

export class RoomNodesDto {
  items: RoomNodeDto[];
}

/** A room in the picture of a building. */
export class GridRoomDto extends RoomNodeDto {
  unitId: string;
  purpose: RoomPurpose;
  /** m² */
  chargeArea: string;
  /** What is owed on the room, in fen; null without the right to see charges. */
  openFen: number | null;
}

/** 楼栋图: the rooms of a building by floor and unit. */
export class BuildingGridDto {
  building: BuildingDto;
  /** Floors that have rooms, the highest first. */
  floors: number[];
  rooms: GridRoomDto[];
}
