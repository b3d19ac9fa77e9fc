import { Check, Column, Entity, type Relation, Unique } from "typeorm";
import { Customer } from "../../customer/customer.entity.js";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../../property/room.entity.js";

/** The notice of a month was printed for a payer and a room: how often, and last by whom (BIL-114, the month's step 通知). */
@Entity("notice_print")
@Unique("uq_notice_print", ["projectId", "period", "roomId", "payerId"])
@Check("ck_notice_print_prints", "prints > 0")
export class NoticePrint extends BusinessRow {
  @Column("text") period: string;
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_notice_print_room") room: Relation<Room>;
  /** As whom the payer was known when it was first printed. */
  @Column("uuid") payerId: string;
  @BelongsTo(() => Customer, "payer_id", "fk_notice_print_payer") payer: Relation<Customer>;
  @Column("integer") prints: number;
  @Column("timestamptz") lastPrintedAt: Date;
  @Column("uuid") printedBy: string;
  @Column("text") printedByName: string;
}
