import { Choice, QueryFlag, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { type SpaceOwnership, spaceOwnershipLabels, type SpaceType, spaceTypeLabels } from "./parking.enums.js";

export class ParkingSpaceQueryDto extends PageQueryDto {
  /** Part of the code, name or place. */
  @Text("车位号或位置", { optional: true, max: 50 }) q?: string;
  @Choice("车位类型", spaceTypeLabels, { optional: true }) type?: SpaceType;
  @Choice("车位权属", spaceOwnershipLabels, { optional: true }) ownership?: SpaceOwnership;
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
  /** Names of mandatory fields that are missing. */
  incomplete: string[];
}

export class ParkingSpacePageDto extends PageDto<ParkingSpaceDto> {
  declare items: ParkingSpaceDto[];
}
