import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../database/belongs-to.js";
import { BusinessRow } from "../database/business-row.js";
import { Room } from "../property/room.entity.js";
import { Customer } from "./customer.entity.js";

/**
 * What a customer is to a room, from when to when (客房关系, SCN-05). Ended, never deleted: what changes from a day on ends
 * the row on the day before and begins another, so that no answer about an earlier day changes.
 */
@Entity("room_relation")
@Index("ix_room_relation_room", ["projectId", "roomId"])
@Index("ix_room_relation_customer", ["projectId", "customerId"])
@Index("ix_room_relation_head", ["projectId", "headId"], { where: "head_id IS NOT NULL" })
@Index("ix_room_relation_ended", ["projectId", "endsOn", "id"], { where: "ends_on IS NOT NULL" })
@Check("ck_room_relation_dates", "ends_on IS NULL OR ends_on >= starts_on")
@Check("ck_room_relation_share", "share IS NULL OR (share > 0 AND share <= 100)")
export class RoomRelation extends BusinessRow {
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_room_relation_room") room: Relation<Room>;
  @Column("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_room_relation_customer") customer: Relation<Customer>;
  /** RelationRole */
  @Column("text") role: string;
  /** Share of ownership in per cent, up to 4 places; owners only. */
  @Column("numeric", { precision: 7, scale: 4, nullable: true }) share: string | null;
  /** The owner or tenant whose household a family member belongs to (CUS-04); null where nobody said. */
  @Column("uuid", { nullable: true }) headId: string | null;
  @BelongsTo(() => Customer, "head_id", "fk_room_relation_head") head: Relation<Customer> | null;
  /** What an agent may do for whom. */
  @Column("text", { nullable: true }) authority: string | null;
  /** Kinship of a family member to the head of the household. */
  @Column("text", { nullable: true }) kinship: string | null;
  @Column("boolean") isPrimaryContact: boolean;
  /** First day. */
  @Column("date") startsOn: string;
  /** Last day; null while it lasts. */
  @Column("date", { nullable: true }) endsOn: string | null;
  @Column("text", { nullable: true }) endReason: string | null;
  /** The row this one continues with something changed. */
  @Column("uuid", { nullable: true }) previousId: string | null;
  /** When a wrong entry was corrected; before and after stand in the history. */
  @Column("timestamptz", { nullable: true }) correctedAt: Date | null;
}
