import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../../property/room.entity.js";

/** How many people live in a room from a day on, as registered with the supplier (户口 or 居住证): widens tiers (BIL-21). */
@Entity("room_headcount")
@Index("uq_room_headcount_start", ["projectId", "roomId", "startsOn"], { unique: true })
@Check("ck_room_headcount_persons", "persons BETWEEN 1 AND 50")
export class RoomHeadcount extends BusinessRow {
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_room_headcount_room") room: Relation<Room>;
  @Column("date") startsOn: string;
  @Column("int") persons: number;
  @Column("text") proof: string;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
}
