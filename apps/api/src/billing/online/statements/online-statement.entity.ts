import { Check, Column, Entity, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { OnlineChannel } from "../online-channel.entity.js";

/** What a channel says of one of its days (渠道对账单); sums in fen. Fetched again, the latest counts. */
@Entity("online_statement")
@Unique("uq_online_statement_day", ["projectId", "day", "channelId"])
@Check("ck_online_statement_sums", "payment_fen >= 0 AND refund_fen >= 0")
export class OnlineStatement extends BusinessRow {
  @Column("uuid") channelId: string;
  @BelongsTo(() => OnlineChannel, "channel_id", "fk_online_statement_channel") channel: Relation<OnlineChannel>;
  @Column("date") day: string;
  @Column("int") paymentCount: number;
  @Column("bigint") paymentFen: number;
  @Column("int") refundCount: number;
  @Column("bigint") refundFen: number;
  @Column("timestamptz") fetchedAt: Date;
  @Column("uuid") fetchedBy: string;
  @Column("text") fetchedByName: string;
}
