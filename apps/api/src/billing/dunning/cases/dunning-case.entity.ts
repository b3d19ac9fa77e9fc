import { Column, Entity, Index, type Relation, Unique } from "typeorm";
import { Customer } from "../../../customer/customer.entity.js";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { Room } from "../../../property/room.entity.js";

/**
 * What happened about the debts of one payer for one room (催缴案件). Made by the first thing that happens; whether it is
 * open follows from the charges.
 */
@Entity("dunning_case")
@Unique("uq_dunning_case", ["projectId", "roomId", "payerId"])
@Index("ix_dunning_case_payer", ["projectId", "payerId"])
export class DunningCase extends BusinessRow {
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_dunning_case_room") room: Relation<Room>;
  @Column("uuid") payerId: string;
  @BelongsTo(() => Customer, "payer_id", "fk_dunning_case_payer") payer: Relation<Customer>;
}
