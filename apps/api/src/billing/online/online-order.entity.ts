import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { Customer } from "../../customer/customer.entity.js";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../../property/room.entity.js";
import { OnlineChannel } from "./online-channel.entity.js";

/**
 * A payment a channel was asked for (线上订单). Its id is chosen by the client and becomes the id of its receipt, so that a
 * payment posts once however often the channel says so.
 */
@Entity("online_order")
@Unique("uq_online_order_no", ["projectId", "orderNo"])
@Index("uq_online_order_transaction", ["projectId", "channelId", "transactionNo"], {
  unique: true,
  where: "transaction_no IS NOT NULL",
})
@Index("ix_online_order_created", ["projectId", "createdAt", "id"])
@Index("ix_online_order_waiting", ["askedAt"], { where: "status = 'CREATED'" })
@Check("ck_online_order_amount", "amount_fen > 0 AND prepaid_fen BETWEEN 0 AND amount_fen")
@Check(
  "ck_online_order_refunded",
  "refunded_fen BETWEEN 0 AND amount_fen AND (status = 'REFUNDED') = (refunded_fen = amount_fen)",
)
@Check(
  "ck_online_order_paid",
  "(status IN ('PAID', 'REFUNDED')) = (paid_at IS NOT NULL) AND (paid_at IS NULL) = (transaction_no IS NULL)",
)
export class OnlineOrder extends BusinessRow {
  @Column("text") orderNo: string;
  /** OnlineOrderStatus */
  @Column("text") status: string;
  @Column("uuid") channelId: string;
  @BelongsTo(() => OnlineChannel, "channel_id", "fk_online_order_channel") channel: Relation<OnlineChannel>;
  @Column("uuid") payerId: string;
  @BelongsTo(() => Customer, "payer_id", "fk_online_order_payer") payer: Relation<Customer>;
  /** The room whose prepayment account keeps what finds no open charge. */
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_online_order_room") room: Relation<Room>;
  @Column("bigint") amountFen: number;
  @Column("text", { nullable: true }) payUrl: string | null;
  @Column("timestamptz") expiresAt: Date;
  /** When the channel was last asked about it. */
  @Column("timestamptz") askedAt: Date;
  /** The channel's number of the payment. */
  @Column("text", { nullable: true }) transactionNo: string | null;
  @Column("timestamptz", { nullable: true }) paidAt: Date | null;
  @Column("boolean", { default: false }) paidAfterClose: boolean;
  @Column("bigint", { default: 0 }) prepaidFen: number;
  /** What was paid back through the channel by refunds of ours. */
  @Column("bigint", { default: 0 }) refundedFen: number;
  @Column("text", { nullable: true }) closeReason: string | null;
  /** Why the project's order of payment is not kept; it stays with the receipt (BIL-63). */
  @Column("text", { nullable: true }) allocationReason: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  /** Hash of the request: the same id with another body is refused. */
  @Column("text") requestHash: string;
}
