import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { RefundRequest } from "../../refunds/refund-request.entity.js";
import { OnlineOrder } from "../online-order.entity.js";

/**
 * A refund through the channel the money came by (原路退回). Its number at the channel is the request's id, so that asking
 * twice pays back once. One that was made at the channel itself belongs to no request and books nothing.
 */
@Entity("online_refund")
@Unique("uq_online_refund_no", ["projectId", "refundNo"])
@Index("uq_online_refund_request", ["projectId", "requestId"], { unique: true, where: "request_id IS NOT NULL" })
@Index("ix_online_refund_order", ["projectId", "orderId"])
@Index("ix_online_refund_waiting", ["askedAt"], { where: "status = 'PROCESSING'" })
@Check("ck_online_refund_amount", "amount_fen > 0")
@Check("ck_online_refund_finished", "(status = 'PROCESSING') = (finished_at IS NULL)")
export class OnlineRefund extends BusinessRow {
  @Column("uuid") orderId: string;
  @BelongsTo(() => OnlineOrder, "order_id", "fk_online_refund_order") order: Relation<OnlineOrder>;
  @Column("uuid", { nullable: true }) requestId: string | null;
  @BelongsTo(() => RefundRequest, "request_id", "fk_online_refund_request") request: Relation<RefundRequest> | null;
  @Column("text") refundNo: string;
  /** OnlineRefundStatus */
  @Column("text") status: string;
  @Column("bigint") amountFen: number;
  @Column("text", { nullable: true }) channelRefundNo: string | null;
  @Column("text", { nullable: true }) failure: string | null;
  /** When the channel was last asked about it. */
  @Column("timestamptz") askedAt: Date;
  @Column("timestamptz", { nullable: true }) finishedAt: Date | null;
  /** Who pays it back; null for one that was made at the channel. */
  @Column("uuid", { nullable: true }) askedBy: string | null;
  @Column("text", { nullable: true }) askedByName: string | null;
}
