import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { OnlineChannel } from "./online-channel.entity.js";
import { OnlineOrder } from "./online-order.entity.js";

/** What a channel said, by itself or when asked, and what became of it. Append-only. */
@Entity("online_notification")
@Index("ix_online_notification_order", ["projectId", "orderId", "id"], { where: "order_id IS NOT NULL" })
@Index("ix_online_notification_channel", ["projectId", "channelId", "id"])
export class OnlineNotification extends BusinessRow {
  @Column("uuid") channelId: string;
  @BelongsTo(() => OnlineChannel, "channel_id", "fk_online_notification_channel") channel: Relation<OnlineChannel>;
  /** The order it names, when it is one of ours. */
  @Column("uuid", { nullable: true }) orderId: string | null;
  @BelongsTo(() => OnlineOrder, "order_id", "fk_online_notification_order") order: Relation<OnlineOrder> | null;
  /** OnlineNoticeKind */
  @Column("text") kind: string;
  /** OnlineNoticeResult */
  @Column("text") result: string;
  @Column("bigint", { nullable: true }) amountFen: number | null;
  @Column("text", { nullable: true }) transactionNo: string | null;
  /** Why it was not booked. */
  @Column("text", { nullable: true }) message: string | null;
  /** As it came, its first 2000 characters. */
  @Column("text") body: string;
}
