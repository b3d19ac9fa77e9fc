import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { PrepaymentAccount } from "./prepayment-account.entity.js";

/**
 * A prepayment balance that is to be paid back to its customer (退还预收, BIL-64): promised by a transfer. Nobody who drafted
 * the transfer, asked for its approval or approved it pays; the money is still the customer's balance until it is paid.
 */
@Entity("prepayment_refund")
@Index("uq_prepayment_refund_open", ["projectId", "accountId"], { unique: true, where: "status = 'OPEN'" })
@Index("ix_prepayment_refund_status", ["projectId", "status", "id"])
@Check("ck_prepayment_refund_amount", "amount_fen > 0")
export class PrepaymentRefund extends BusinessRow {
  @Column("uuid") accountId: string;
  @BelongsTo(() => PrepaymentAccount, "account_id", "fk_prepayment_refund_account")
  account: Relation<PrepaymentAccount>;
  /** PrepaymentRefundStatus */
  @Column("text") status: string;
  @Column("bigint") amountFen: number;
  @Column("text") reason: string;
  @Column("uuid") requestedBy: string;
  @Column("text") requestedByName: string;
  /** Who asked for the transfer that promised it; who approved that raised it. Null of what nobody has approved. */
  @Column("uuid", { nullable: true }) transferAskedBy: string | null;
  /** Who drafted that transfer. */
  @Column("uuid", { nullable: true }) transferDraftedBy: string | null;
  @Column("text", { nullable: true }) cancelReason: string | null;
}
