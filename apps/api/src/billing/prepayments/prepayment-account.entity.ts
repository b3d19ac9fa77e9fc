import { Check, Column, Entity, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../../customer/customer.entity.js";
import { Room } from "../../property/room.entity.js";

/** Money paid ahead for a room by a customer (预收, BIL-60). The balance is the sum of its movements, never negative. */
@Entity("prepayment_account")
@Unique("uq_prepayment_account", ["projectId", "roomId", "customerId"])
@Check("ck_prepayment_account_balance", "balance_fen >= 0")
export class PrepaymentAccount extends BusinessRow {
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_prepayment_account_room") room: Relation<Room>;
  @Column("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_prepayment_account_customer") customer: Relation<Customer>;
  @Column("bigint") balanceFen: number;
}
