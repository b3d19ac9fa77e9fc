import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { Approval } from "../approvals/approval.entity.js";
import { BelongsTo } from "../database/belongs-to.js";
import { BusinessRow } from "../database/business-row.js";
import { Room } from "./room.entity.js";

/**
 * The areas of a room from a day on (BIL-13, SCN-04): of those begun, the latest begun counts, and among equals the one
 * written last. A room whose areas never changed has none: its own columns hold for ever. The first change writes what
 * held before as a version since 1900-01-01. Append-only.
 */
@Entity("room_area_version")
@Index("ix_room_area_version_room", ["projectId", "roomId", "startsOn", "id"])
@Check("ck_room_area_version_areas", "building_area >= 0 AND charge_area >= 0")
export class RoomAreaVersion extends BusinessRow {
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_room_area_version_room") room: Relation<Room>;
  /** First day. */
  @Column("date") startsOn: string;
  /** m² */
  @Column("numeric", { precision: 12, scale: 4 }) buildingArea: string;
  @Column("numeric", { precision: 12, scale: 4 }) chargeArea: string;
  @Column("numeric", { precision: 12, scale: 4, nullable: true }) innerArea: string | null;
  @Column("numeric", { precision: 12, scale: 4, nullable: true }) usableArea: string | null;
  /** The request that was approved; none for an import and for what held before the first change. */
  @Column("uuid", { nullable: true }) approvalId: string | null;
  @BelongsTo(() => Approval, "approval_id", "fk_room_area_version_approval") approval: Relation<Approval>;
  @Column("text", { nullable: true }) reason: string | null;
  /** Who asked for it, or imported it. */
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
}
