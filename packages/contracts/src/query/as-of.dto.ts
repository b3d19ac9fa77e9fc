import type { AreaKind, Cycle, RateBase } from "../billing/billing.enums.js";
import { DateOnly } from "../common/fields.js";
import type { CustomerKind, Kinship, RelationRole } from "../customer/customer.enums.js";
import type { NodeKind, PayerBasis } from "./query.enums.js";

/** The day a question is about; past and future days are both allowed. */
export class AsOfQueryDto {
  @DateOnly("截至日期") on: string;
}

/** What somebody is to the room on the day; when it ends is not said, because on that day nobody may have known. */
export class AsOfRelationDto {
  relationId: string;
  customerId: string;
  customerNumber: string;
  /** As it is written now. */
  customerName: string;
  customerKind: CustomerKind;
  role: RelationRole;
  /** Per cent. */
  share: string | null;
  kinship: Kinship | null;
  /** Whose household a family member belongs to. */
  headId: string | null;
  headName: string | null;
  authority: string | null;
  isPrimaryContact: boolean;
  /** First day of this state. */
  startsOn: string;
}

/** Somebody and his number. */
export class AsOfPersonDto {
  customerId: string;
  customerNumber: string;
  customerName: string;
}

/** Who pays on the day, for one fee item or for all others (BIL-06). */
export class AsOfPayerDto {
  /** Null: every item without a line of its own. */
  feeItemId: string | null;
  feeItemName: string | null;
  /** Null: nobody is named and it follows from nothing (CUS-09). */
  payer: AsOfPersonDto | null;
  /** Why it is he; null when it is nobody. */
  basis: PayerBasis | null;
  /** Owners who are liable beside him (LAW-03). */
  jointly: AsOfPersonDto[];
}

/** Areas of the day, m². */
export class AsOfAreasDto {
  buildingArea: string;
  chargeArea: string;
  innerArea: string | null;
  usableArea: string | null;
}

/** A rate in force on the day, with the price of the day. */
export class AsOfRateDto {
  feeItemId: string;
  feeItemName: string;
  rateId: string;
  rateName: string;
  base: RateBase;
  areaKind: AreaKind;
  cycle: Cycle;
  /** Yuan per unit and month: agreed for this room, else that of the version in force; null when no version is. */
  unitPrice: string | null;
  /** Yuan per month on top. */
  surcharge: string | null;
  /** Agreed quantity instead of area or household. */
  quantity: string | null;
  /** The price was agreed for this room alone. */
  agreed: boolean;
}

/** A room as it was, is or will be on a day. */
export class RoomAsOfDto {
  on: string;
  roomId: string;
  roomCode: string;
  roomName: string;
  buildingName: string;
  unitName: string;
  /** Whether the room exists on the day; when it does not, nothing else is said about it. */
  exists: boolean;
  /** First day of a room that came from a split or merge; null: always there. */
  startsOn: string | null;
  /** Last day, only when the day asked about lies after it. */
  endedOn: string | null;
  relations: AsOfRelationDto[];
  payers: AsOfPayerDto[];
  areas: AsOfAreasDto | null;
  rates: AsOfRateDto[];
}

/** What a customer is to a room on the day. */
export class AsOfCustomerRoomDto {
  relationId: string;
  roomId: string;
  roomCode: string;
  roomName: string;
  role: RelationRole;
  share: string | null;
  kinship: Kinship | null;
  headId: string | null;
  headName: string | null;
  authority: string | null;
  isPrimaryContact: boolean;
  startsOn: string;
}

/** What a customer pays for in a room on the day. */
export class AsOfDutyDto {
  roomId: string;
  roomCode: string;
  /** He pays for every item but those for which others are named. */
  isGeneral: boolean;
  /** With `isGeneral` the items others pay, else the items he pays. */
  feeItemNames: string[];
  basis: PayerBasis;
}

/** A customer as of a day: his rooms and what he pays for. */
export class CustomerAsOfDto {
  on: string;
  /** The survivor when the customer asked for was merged into another. */
  customerId: string;
  customerNumber: string;
  customerName: string;
  /** At most 200, by room code. */
  rooms: AsOfCustomerRoomDto[];
  /** How many relations there are on that day. */
  roomCount: number;
  duties: AsOfDutyDto[];
  /** The project's developer pays for every room without an owner; these rooms are not listed. */
  isDeveloper: boolean;
}

/** A person or a room in the picture of relations. */
export class RelationNodeDto {
  id: string;
  kind: NodeKind;
  /** Name of the person, code of the room. */
  name: string;
  /** Customer number, name of the room. */
  hint: string;
  /** 0 the one asked about, 1 his direct relations, 2 theirs. */
  step: number;
}

/** A relation of a person to a room on the day. */
export class RelationEdgeDto {
  relationId: string;
  customerId: string;
  roomId: string;
  role: RelationRole;
  share: string | null;
  kinship: Kinship | null;
  headName: string | null;
  isPrimaryContact: boolean;
  startsOn: string;
}

/** Who is tied to what within two steps on a day (客房关系图). */
export class RelationGraphDto {
  on: string;
  nodes: RelationNodeDto[];
  edges: RelationEdgeDto[];
  /** There was more than fits into a picture: the table and the pages have all of it. */
  isCut: boolean;
}
