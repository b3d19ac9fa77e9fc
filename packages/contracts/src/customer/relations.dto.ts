import { Choice, DateOnly, Decimal, Flag, Id, Parts, Text } from "../common/fields.js";
import {
  type ConsentWay,
  consentWayLabels,
  type HoldKind,
  type Kinship,
  kinshipLabels,
  type RelationRole,
  relationRoleLabels,
} from "./customer.enums.js";

/** A guardian's consent to keeping the data of a child under 14 (LAW-33), as a form sends it. */
export class SaveGuardianConsentDto {
  /** An adult who has to do with the same room. */
  @Id("监护人") guardianId: string;
  @DateOnly("同意日期") givenOn: string;
  @Choice("同意方式", consentWayLabels) way: ConsentWay;
  /** Must be ticked: the guardian was told what is kept and why, and agreed. */
  @Flag("监护人已同意") agreed: boolean;
  @Text("备注", { max: 200, optional: true }) remark?: string | null;
}

/** A consent recorded later, for a child who is in the system already. */
export class RecordGuardianConsentDto extends SaveGuardianConsentDto {
  /** The room in which child and guardian meet. */
  @Id("房间") roomId: string;
}

/** A recorded consent of a guardian. */
export class GuardianConsentDto {
  id: string;
  guardianId: string;
  guardianName: string;
  roomId: string;
  roomCode: string;
  givenOn: string;
  way: ConsentWay;
  remark: string | null;
  recordedByName: string;
  /** ISO moment. */
  recordedAt: string;
}

/** What a relation is from a day on; what it was before that day stays as it was (SCN-05). */
export class ChangeRelationDto {
  /** First day of the new state; a day on which the relation holds. */
  @DateOnly("生效日期") from: string;
  /** Left out: unchanged. */
  @Choice("与房间的关系", relationRoleLabels, { optional: true }) role?: RelationRole | null;
  /** Per cent; owners only. Several owners change theirs together: `PUT rooms/:roomId/owners`. */
  @Decimal("产权份额", { places: 4, max: "100", positive: true, optional: true }) share?: string | null;
  /** Family members. */
  @Choice("与业主关系", kinshipLabels, { optional: true }) kinship?: Kinship | null;
  /** Family members: the owner or tenant whose household they belong to. */
  @Id("户主", { optional: true }) headId?: string | null;
  /** Agents. */
  @Text("代理权限", { max: 500, multiline: true, optional: true }) authority?: string | null;
  @Flag("首要联系人", { optional: true }) isPrimaryContact?: boolean | null;
  @Text("变更原因", { max: 200 }) reason: string;
}

/** A wrong entry put right, as if it had always been so; who and in which role never change. */
export class CorrectRelationDto {
  @DateOnly("起始日期") startsOn: string;
  /** Left out: unchanged; null: open. */
  @DateOnly("结束日期", { optional: true }) endsOn?: string | null;
  /** Per cent; owners only. */
  @Decimal("产权份额", { places: 4, max: "100", positive: true, optional: true }) share?: string | null;
  /** Family members only; left out: unchanged. */
  @Choice("与业主关系", kinshipLabels, { optional: true }) kinship?: Kinship | null;
  /** Family members only; left out: unchanged. */
  @Id("户主", { optional: true }) headId?: string | null;
  /** Agents only; left out: unchanged. */
  @Text("代理权限", { max: 500, multiline: true, optional: true }) authority?: string | null;
  @Flag("首要联系人", { optional: true }) isPrimaryContact?: boolean | null;
  @Text("更正原因", { max: 200, min: 2 }) reason: string;
}

/** One owner of the set that owns a room from a day on. */
export class OwnerShareDto {
  @Id("业主") customerId: string;
  /** Per cent; left out where nobody stated shares. */
  @Decimal("产权份额", { places: 4, max: "100", positive: true, optional: true }) share?: string | null;
}

/** All owners of a room from a day on, with their shares: they can only be changed together. */
export class SetOwnersDto {
  /** First day of the new owners and shares. */
  @DateOnly("生效日期") from: string;
  @Parts("业主", () => OwnerShareDto, { min: 1, max: 50 }) owners: OwnerShareDto[];
  /** Who pays for all fee items from that day on; left out: as before. */
  @Id("收费对象", { optional: true }) payerId?: string | null;
  @Text("变更原因", { max: 200 }) reason: string;
  /** `ownersSeen` of the answer this change is based on: if somebody was faster, it is refused. */
  @Text("业主版本", { max: 64 }) ownersSeen: string;
}

/** The removal of somebody who is not an owner from a household (SCN-03). */
export class RemoveMemberDto {
  /** Last day. */
  @DateOnly("结束日期") endsOn: string;
  @Text("结束原因", { max: 200 }) reason: string;
}

/** Something that holds a person in the room: he cannot be removed before it is settled. */
export class HoldDto {
  kind: HoldKind;
  /** What it is and how much, in words. */
  text: string;
  /** The money in it, fen; null where it is not about money. */
  amountFen: number | null;
}

/** What must be settled before somebody is removed from a room; empty: nothing. */
export class HoldsDto {
  holds: HoldDto[];
}
