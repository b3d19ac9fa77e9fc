import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../database/belongs-to.js";
import { BusinessRow } from "../database/business-row.js";
import { Room } from "../property/room.entity.js";
import { Customer } from "./customer.entity.js";

/**
 * Who pays for a room in a period (收费对象, CUS-09, BIL-06). An entry for one fee item beats the one for all items;
 * without any, the only owner pays.
 */
@Entity("payer")
@Index("ix_payer_room", ["projectId", "roomId"])
@Index("ix_payer_customer", ["projectId", "customerId"])
@Check("ck_payer_dates", "ends_on IS NULL OR ends_on >= starts_on")
export class Payer extends BusinessRow {
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_payer_room") room: Relation<Room>;
  @Column("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_payer_customer") customer: Relation<Customer>;
  /** The fee item this holds for; null for all. */
  @Column("uuid", { nullable: true }) feeItemId: string | null;
  @Column("date") startsOn: string;
  @Column("date", { nullable: true }) endsOn: string | null;
}
