import { Choice, DateOnly, Id, QueryFlag, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import {
  type VehicleKind,
  vehicleKindLabels,
  type VehicleRank,
  vehicleRankLabels,
  type VehicleRole,
  vehicleRoleLabels,
} from "./parking.enums.js";

export class VehiclePath extends ProjectPath {
  @Id("车辆编号") vehicleId: string;
}

export class VehicleRelationPath extends ProjectPath {
  @Id("车辆关系编号") relationId: string;
}

/** What is known of a vehicle itself; all but the remark are mandatory (PRK-10). */
export class SaveVehicleDto {
  /** Stored in capitals without blanks and dots; full-width characters are taken. Unique among vehicles in use. */
  @Text("车牌号码", { max: 20 }) plate: string;
  @Text("汽车型号", { max: 50 }) model: string;
  @Text("汽车颜色", { max: 20 }) color: string;
  @Text("备注", { max: 500, optional: true, multiline: true }) remark?: string | null;
}

/** A new vehicle with its owner and where it belongs. */
export class RegisterVehicleDto extends SaveVehicleDto {
  @Id("车主") customerId: string;
  @Id("房间", { optional: true }) roomId?: string | null;
  @Id("车位", { optional: true }) spaceId?: string | null;
  @Choice("主副车", vehicleRankLabels) rank: VehicleRank;
  @Choice("停放方式", vehicleKindLabels) kind: VehicleKind;
  /** First day. */
  @DateOnly("起始日期") startsOn: string;
}

/** One more person of a vehicle, e.g. who uses it, or its next owner. */
export class CreateVehicleRelationDto {
  @Id("客户") customerId: string;
  @Choice("与车辆的关系", vehicleRoleLabels) role: VehicleRole;
  @Id("房间", { optional: true }) roomId?: string | null;
  @Id("车位", { optional: true }) spaceId?: string | null;
  @Choice("主副车", vehicleRankLabels) rank: VehicleRank;
  @Choice("停放方式", vehicleKindLabels) kind: VehicleKind;
  /** First day. */
  @DateOnly("起始日期") startsOn: string;
  /** Last day. */
  @DateOnly("结束日期", { optional: true }) endsOn?: string | null;
}

/** From a day on something else holds; the days before stay as they were. */
export class ChangeVehicleRelationDto {
  @Id("房间", { optional: true }) roomId?: string | null;
  @Id("车位", { optional: true }) spaceId?: string | null;
  @Choice("主副车", vehicleRankLabels) rank: VehicleRank;
  @Choice("停放方式", vehicleKindLabels) kind: VehicleKind;
  /** First day of the change; after the first day of the relation. */
  @DateOnly("变更日期") startsOn: string;
}

export class EndVehicleRelationDto {
  /** Last day. */
  @DateOnly("结束日期") endsOn: string;
  @Text("结束原因", { max: 200, min: 2 }) reason: string;
}

/** Takes a vehicle out of use; its lasting relations end. */
export class RetireVehicleDto extends EndVehicleRelationDto {}

export class VehicleQueryDto extends PageQueryDto {
  /** Part of the plate (blanks and dots do not count), the model or a person's name. */
  @Text("车牌或车主", { optional: true, max: 50 }) q?: string;
  @Choice("停放方式", vehicleKindLabels, { optional: true }) kind?: VehicleKind;
  @Choice("主副车", vehicleRankLabels, { optional: true }) rank?: VehicleRank;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @QueryFlag("在用") active?: boolean;
}

/** A vehicle in a list, with what holds today. */
export class VehicleDto {
  id: string;
  plate: string;
  model: string;
  color: string;
  active: boolean;
  ownerId: string | null;
  ownerName: string | null;
  /** Codes of the rooms it belongs to today. */
  roomCodes: string[];
  /** Codes of its spaces today. */
  spaceCodes: string[];
  rank: VehicleRank | null;
  kind: VehicleKind | null;
}

export class VehiclePageDto extends PageDto<VehicleDto> {
  declare items: VehicleDto[];
}

/** What a person is to a vehicle, where and from when to when. */
export class VehicleRelationDto {
  id: string;
  vehicleId: string;
  plate: string;
  model: string;
  color: string;
  vehicleActive: boolean;
  customerId: string;
  customerName: string;
  customerNumber: string;
  role: VehicleRole;
  rank: VehicleRank;
  kind: VehicleKind;
  roomId: string | null;
  roomCode: string | null;
  spaceId: string | null;
  spaceCode: string | null;
  startsOn: string;
  endsOn: string | null;
  endReason: string | null;
}

/** Relations of vehicles, lasting ones first. */
export class VehicleRelationsDto {
  items: VehicleRelationDto[];
}

/** Page of one vehicle. */
export class VehicleDetailDto extends VehicleDto {
  remark: string | null;
  relations: VehicleRelationDto[];
}
