import { Choice, DateOnly, Decimal, Flag, Id, Part, Text, When } from "../common/fields.js";
import { ProjectPath } from "../property/property.dto.js";
import {
  type CustomerKind,
  type Kinship,
  kinshipLabels,
  type RelationRole,
  relationRoleLabels,
} from "./customer.enums.js";
import { SaveGuardianConsentDto } from "./relations.dto.js";

export class RoomRelationsPath extends ProjectPath {
  @Id("房间编号") roomId: string;
}

export class RelationPath extends ProjectPath {
  @Id("关系编号") relationId: string;
}

export class PayerPath extends ProjectPath {
  @Id("收费对象编号") payerId: string;
}

/** A relation of an existing customer to a room. */
export class CreateRelationDto {
  @Id("客户") customerId: string;
  @Choice("与房间的关系", relationRoleLabels) role: RelationRole;
  /** First day. */
  @DateOnly("起始日期") startsOn: string;
  /** Last day, e.g. of a tenancy or an authority. */
  @DateOnly("结束日期", { optional: true }) endsOn?: string | null;
  /** Per cent; owners only. */
  @Decimal("产权份额", { places: 4, max: "100", positive: true, optional: true }) share?: string | null;
  @When((dto: CreateRelationDto) => dto.role === "FAMILY")
  @Choice("与业主关系", kinshipLabels)
  kinship?: Kinship | null;
  /** Family members: the owner or tenant of the room whose household they belong to (CUS-04). */
  @Id("户主", { optional: true }) headId?: string | null;
  /** Agents: what they may do, for whom. */
  @When((dto: CreateRelationDto) => dto.role === "AGENT")
  @Text("代理权限", { max: 500, multiline: true })
  authority?: string | null;
  /** Children under 14 who do not own the room: a guardian's consent, unless one is recorded already (LAW-33). */
  @Part("监护人同意", () => SaveGuardianConsentDto, { optional: true }) guardianConsent?: SaveGuardianConsentDto | null;
  @Flag("首要联系人", { optional: true }) isPrimaryContact?: boolean | null;
  /** Makes the customer the payer of the room for all fee items from that day on. */
  @Flag("作为收费对象", { optional: true }) asPayer?: boolean | null;
  /** Somebody else of the room pays from that day on; for company owners and several owners (CUS-09). */
  @Id("收费对象", { optional: true }) payerCustomerId?: string | null;
}

export class EndRelationDto {
  /** Last day. */
  @DateOnly("结束日期") endsOn: string;
  @Text("结束原因", { max: 200 }) reason: string;
}

/** Who pays for the room from a day on; the entry before ends the day before. */
export class CreatePayerDto {
  @Id("客户") customerId: string;
  /** Left out: all fee items. */
  @Id("收费项目", { optional: true }) feeItemId?: string | null;
  /** First day. */
  @DateOnly("起始日期") startsOn: string;
  /** Last day. */
  @DateOnly("结束日期", { optional: true }) endsOn?: string | null;
}

export class EndPayerDto {
  /** Last day. */
  @DateOnly("结束日期") endsOn: string;
}

/** What a customer is to a room, with names. */
export class RelationDto {
  id: string;
  roomId: string;
  roomCode: string;
  roomName: string;
  customerId: string;
  customerNumber: string;
  customerName: string;
  customerKind: CustomerKind;
  mobileMasked: string | null;
  role: RelationRole;
  share: string | null;
  kinship: Kinship | null;
  /** Whose household a family member belongs to. */
  headId: string | null;
  headName: string | null;
  /** What an agent may do. */
  authority: string | null;
  isPrimaryContact: boolean;
  startsOn: string;
  endsOn: string | null;
  endReason: string | null;
  /** The relation this one continues with something changed. */
  previousId: string | null;
  /** When a wrong entry was corrected; null when it never was. */
  correctedAt: string | null;
}

/** Who pays for a room, from when to when. */
export class PayerDto {
  id: string;
  roomId: string;
  roomCode: string;
  customerId: string;
  customerNumber: string;
  customerName: string;
  feeItemId: string | null;
  feeItemName: string | null;
  startsOn: string;
  endsOn: string | null;
}

/** Relations and payers of one room, today's and earlier ones. */
export class RoomCustomersDto {
  relations: RelationDto[];
  payers: PayerDto[];
  /** Several owners or a company owner today, and nobody named to pay for all items: it must be chosen (CUS-09). */
  payerMissing: boolean;
  /** What the owners and their shares are now, as one short text: a change of the owners sends back which it saw. */
  ownersSeen: string;
}
