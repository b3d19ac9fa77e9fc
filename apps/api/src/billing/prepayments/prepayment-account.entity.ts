import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../../customer/customer.entity.js";
import { Room } from "../../property/room.entity.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";

/**
 * Money paid ahead for a room by a customer (预收, BIL-60): general money (通用), which pays for everything but deposits,
 * or money for one fee item (专用). The balance is the sum of its movements, never negative.
 */
@Entity("prepayment_account")
@Index("uq_prepayment_account_general", ["projectId", "roomId", "customerId"], {
  unique: true,
  where: "fee_item_id IS NULL",
})
@Index("uq_prepayment_account_item", ["projectId", "roomId", "customerId", "feeItemId"], {
  unique: true,
  where: "fee_item_id IS NOT NULL",
})
@Index("ix_prepayment_account_balance", ["projectId", "roomId"], { where: "balance_fen > 0" })
@Check("ck_prepayment_account_balance", "balance_fen >= 0")
export class PrepaymentAccount extends BusinessRow {
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_prepayment_account_room") room: Relation<Room>;
  @Column("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_prepayment_account_customer") customer: Relation<Customer>;
  /** The only fee item it pays for; null is general money. */
  @Column("uuid", { nullable: true }) feeItemId: string | null;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_prepayment_account_fee_item") feeItem: Relation<FeeItem> | null;
  @Column("bigint") balanceFen: number;
}
