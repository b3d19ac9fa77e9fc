import { Check, Column, Entity, Unique } from "typeorm";
import { BusinessRow } from "../../database/business-row.js";

/** An account of the project with an online payment channel (线上支付渠道). */
@Entity("online_channel")
@Unique("uq_online_channel_name", ["projectId", "name"])
@Unique("uq_online_channel_merchant", ["projectId", "baseUrl", "merchantId"])
@Check("ck_online_channel_valid", "valid_minutes BETWEEN 5 AND 1440")
export class OnlineChannel extends BusinessRow {
  @Column("text") name: string;
  /** OnlineMethod */
  @Column("text") method: string;
  @Column("text") merchantId: string;
  /** Where the channel listens, without a slash at the end. */
  @Column("text") baseUrl: string;
  /** Our own address as the channel reaches it, without a slash at the end. */
  @Column("text") notifyBaseUrl: string;
  /** The signing key, encrypted. */
  @Column("text") keyCipher: string;
  @Column("int") validMinutes: number;
  @Column("boolean") active: boolean;
}
