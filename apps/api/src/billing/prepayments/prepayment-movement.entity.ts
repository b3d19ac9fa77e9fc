import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { PrepaymentAccount } from "./prepayment-account.entity.js";

/** One change of a prepayment account. Append-only. */
@Entity("prepayment_movement")
@Index("ix_prepayment_movement_account", ["projectId", "accountId", "id"])
@Index("ix_prepayment_movement_receipt", ["projectId", "receiptId"])
@Index("ix_prepayment_movement_move", ["projectId", "moveId"], { where: "move_id IS NOT NULL" })
@Check("ck_prepayment_movement_balance", "balance_after_fen >= 0 AND amount_fen <> 0")
export class PrepaymentMovement extends BusinessRow {
  @Column("uuid") accountId: string;
  @BelongsTo(() => PrepaymentAccount, "account_id", "fk_prepayment_movement_account")
  account: Relation<PrepaymentAccount>;
  /** PrepaymentSource */
  @Column("text") source: string;
  /** Into the account positive, out of it negative. */
  @Column("bigint") amountFen: number;
  @Column("bigint") balanceAfterFen: number;
  @Column("date") bookedOn: string;
  @Column("text") period: string;
  @Column("uuid", { nullable: true }) receiptId: string | null;
  /** What moved money between accounts of one customer, e.g. a split; its movements come to nothing together. */
  @Column("uuid", { nullable: true }) moveId: string | null;
  /** Number of the paper behind it when it is no receipt: a refund (TK…) or a transfer (GH…). */
  @Column("text", { nullable: true }) documentNo: string | null;
}
