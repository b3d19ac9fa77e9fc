import { Choice, Id, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import {
  type CustomerKind,
  type MandatoryCustomerField,
  mandatoryCustomerFieldLabels,
  type RelationRole,
  relationRoleLabels,
} from "./customer.enums.js";

export class IncompleteCustomerQueryDto extends PageQueryDto {
  /** Part of the room's code or name. */
  @Text("房号或名称", { optional: true, max: 50 }) q?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Choice("与房间的关系", relationRoleLabels, { optional: true }) role?: RelationRole;
  /** Only who lacks this field. */
  @Choice("缺少的资料", mandatoryCustomerFieldLabels, { optional: true }) missing?: MandatoryCustomerField;
}

/** Somebody of a room whose mandatory data are not complete (CUS-05…07). */
export class IncompleteCustomerDto {
  /** The relation to the room. */
  id: string;
  customerId: string;
  customerName: string;
  kind: CustomerKind;
  role: RelationRole;
  roomId: string;
  roomCode: string;
  buildingName: string;
  unitName: string;
  /** What is missing, in the order of the form. */
  incomplete: string[];
}

export class IncompleteCustomerPageDto extends PageDto<IncompleteCustomerDto> {
  declare items: IncompleteCustomerDto[];
}

export class MissingCustomerFieldDto {
  field: string;
  customers: number;
}

/** How complete the mandatory data of the people of the rooms are, today (CUS-05…07). */
export class CustomerCompletenessDto {
  /** Those who are something to a room in use today. */
  customers: number;
  completeCustomers: number;
  /** Number of customers who lack each field; fields nobody lacks are left out. */
  missing: MissingCustomerFieldDto[];
  /** Rooms in use that have no owner and no developer today, unsold ones left out. */
  roomsWithoutOwner: number;
}
