import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { OnlineOrder } from "../online-order.entity.js";
import { OnlineStatement } from "./online-statement.entity.js";

/** A line that does not stand on both sides with the same sum; in fen. */
@Entity("online_difference")
@Unique("uq_online_difference_line", ["projectId", "statementId", "line", "reference"])
@Index("ix_online_difference_open", ["projectId", "statementId"], { where: "settled_at IS NULL" })
@Check("ck_online_difference_sums", "num_nonnulls(ours_fen, theirs_fen) > 0 AND ours_fen IS DISTINCT FROM theirs_fen")
@Check("ck_online_difference_settled", "(settled_at IS NULL) = (note IS NULL)")
export class OnlineDifference extends BusinessRow {
  @Column("uuid") statementId: string;
  @BelongsTo(() => OnlineStatement, "statement_id", "fk_online_difference_statement")
  statement: Relation<OnlineStatement>;
  /** OnlineDifferenceKind */
  @Column("text") kind: string;
  /** OnlineLineKind */
  @Column("text") line: string;
  @Column("text") tradeNo: string;
  /** Of a payment its transaction number, of a refund our number of it. */
  @Column("text") reference: string;
  @Column("uuid", { nullable: true }) orderId: string | null;
  @BelongsTo(() => OnlineOrder, "order_id", "fk_online_difference_order") order: Relation<OnlineOrder> | null;
  @Column("bigint", { nullable: true }) oursFen: number | null;
  @Column("bigint", { nullable: true }) theirsFen: number | null;
  /** How it was settled. */
  @Column("text", { nullable: true }) note: string | null;
  @Column("text", { nullable: true }) settledByName: string | null;
  @Column("timestamptz", { nullable: true }) settledAt: Date | null;
}
