import { Choice, Code, Decimal, Id, QueryFlag, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import { type SpaceOwnership, spaceOwnershipLabels, type SpaceType, spaceTypeLabels } from "./parking.enums.js";

export class ParkingSpacePath extends ProjectPath {
  @Id("车位编号") spaceId: string;
}

/** All data of a space; the mandatory ones are demanded (PRK-06). */
export class SaveParkingSpaceDto {
  /** Equal to the number on site, unique in the project (PRK-05), e.g. B1-0108. */
  @Code("车位号") code: string;
  @Text("车位名称", { max: 50 }) name: string;
  @Choice("车位类型", spaceTypeLabels) type: SpaceType;
  /** e.g. 地下一层 A 区 */
  @Text("车位位置", { max: 50 }) place: string;
  @Choice("车位权属", spaceOwnershipLabels) ownership: SpaceOwnership;
  /** The garage it lies in, or the building it lies at (PRK-03, PRP-06). */
  @Id("车库或楼栋", { optional: true }) buildingId?: string | null;
  /** m² */
  @Decimal("面积", { optional: true, places: 4, max: "10000", positive: true }) area?: string | null;
}

export class ParkingSpaceQueryDto extends PageQueryDto {
  /** Part of the code, name or place. */
  @Text("车位号或位置", { optional: true, max: 50 }) q?: string;
  @Choice("车位类型", spaceTypeLabels, { optional: true }) type?: SpaceType;
  @Choice("车位权属", spaceOwnershipLabels, { optional: true }) ownership?: SpaceOwnership;
  /** Only spaces below this garage or building. */
  @Id("车库或楼栋", { optional: true }) buildingId?: string;
  /** Only spaces with (or without) missing mandatory data. */
  @QueryFlag("资料不全") incomplete?: boolean;
}

/** A parking space; area in m². */
export class ParkingSpaceDto {
  id: string;
  code: string;
  name: string;
  type: SpaceType;
  place: string;
  ownership: SpaceOwnership | null;
  area: string | null;
  /** The garage, or the building it lies at (PRK-03); null while nobody said. */
  buildingId: string | null;
  buildingName: string | null;
  /** Names of mandatory fields that are missing. */
  incomplete: string[];
}

export class ParkingSpacePageDto extends PageDto<ParkingSpaceDto> {
  declare items: ParkingSpaceDto[];
}

/** A garage of the directory (PRP-06), with what stands in it. */
export class GarageDto {
  /** The building of kind GARAGE. */
  id: string;
  code: string;
  name: string;
  spaces: number;
  /** Of them, owned by owners. */
  ownerSpaces: number;
  /** Of them, with mandatory data missing. */
  incompleteSpaces: number;
}

export class GaragesDto {
  items: GarageDto[];
  /** Spaces that are registered below no garage and no building. */
  spacesWithoutPlace: number;
}
