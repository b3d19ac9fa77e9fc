import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../customer.entity.js";
import { RoomTransfer } from "./room-transfer.entity.js";

/** A new owner of a transfer; replaced as a whole while the transfer is a draft. */
@Entity("room_transfer_owner")
@Unique("uq_room_transfer_owner", ["projectId", "transferId", "customerId"])
@Index("ix_room_transfer_owner_customer", ["projectId", "customerId"])
@Check("ck_room_transfer_owner_share", "share IS NULL OR (share > 0 AND share <= 100)")
export class RoomTransferOwner extends BusinessRow {
  @Column("uuid") transferId: string;
  @BelongsTo(() => RoomTransfer, "transfer_id", "fk_room_transfer_owner_transfer") transfer: Relation<RoomTransfer>;
  @Column("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_room_transfer_owner_customer") customer: Relation<Customer>;
  /** In the order in which they were entered. */
  @Column("int") place: number;
  /** Per cent. */
  @Column("numeric", { precision: 7, scale: 4, nullable: true }) share: string | null;
}
