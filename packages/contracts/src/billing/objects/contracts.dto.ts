import { Code, DateOnly, Id, Text } from "../../common/fields.js";
import { PageDto, PageQueryDto } from "../../common/page.dto.js";
import { ProjectPath } from "../../property/property.dto.js";

export class ChargeContractPath extends ProjectPath {
  @Id("合同编号") contractId: string;
}

/** A contract under which a room pays for something of its own, such as a lease or monthly parking (BIL-05). */
export class SaveChargeContractDto {
  /** As on paper, unique in the project, e.g. ZL-2026-008. */
  @Code("合同号") number: string;
  /** What it is about, e.g. 底商 3 号铺位租赁 */
  @Text("合同名称", { max: 100 }) name: string;
  /** The room whose account is charged. */
  @Id("付费房间") roomId: string;
  @DateOnly("合同起") startsOn: string;
  /** Last day; empty while it has no end. */
  @DateOnly("合同止", { optional: true }) endsOn?: string | null;
}

export class ChargeContractQueryDto extends PageQueryDto {
  /** Part of the number or name, or of the room's code. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  /** Only contracts in force on this day. */
  @DateOnly("生效日", { optional: true }) on?: string;
}

/** A contract that rates can be bound to. */
export class ChargeContractDto {
  id: string;
  number: string;
  name: string;
  roomId: string;
  roomCode: string;
  startsOn: string;
  endsOn: string | null;
}

export class ChargeContractPageDto extends PageDto<ChargeContractDto> {
  declare items: ChargeContractDto[];
}
