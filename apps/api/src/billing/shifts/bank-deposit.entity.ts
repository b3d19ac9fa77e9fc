import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { ProjectRow } from "../../database/project-row.js";
import { CashierShift } from "./cashier-shift.entity.js";

/** Cash carried to the bank (解款单, BIL-73). Of a row only its striking out changes. */
@Entity("bank_deposit")
@Index("uq_bank_deposit_slip", ["projectId", "slipNo"], { unique: true, where: "cancel_reason IS NULL" })
@Index("ix_bank_deposit_takings", ["projectId", "takingsOn", "id"])
@Index("ix_bank_deposit_shift", ["projectId", "shiftId"], { where: "shift_id IS NOT NULL" })
@Check("ck_bank_deposit_amount", "amount_fen > 0")
@Check("ck_bank_deposit_days", "deposited_on >= takings_on")
@Check("ck_bank_deposit_cancelled", "(cancel_reason IS NULL) = (cancelled_period IS NULL)")
export class BankDeposit extends ProjectRow {
  /** Number on the bank's slip. */
  @Column("text") slipNo: string;
  @Column("date") depositedOn: string;
  /** The day whose takings it is. */
  @Column("date") takingsOn: string;
  /** The month whose seal holds it: that of the takings, or the first open one where that was closed when it was written. */
  @Column("text") period: string;
  @Column("bigint") amountFen: number;
  @Column("text") account: string;
  /** The open shift whose till the money left; null for what closed shifts handed in. */
  @Column("uuid", { nullable: true }) shiftId: string | null;
  @BelongsTo(() => CashierShift, "shift_id", "fk_bank_deposit_shift") shift: Relation<CashierShift> | null;
  @Column("text", { nullable: true }) remark: string | null;
  @Column("uuid") recordedBy: string;
  @Column("text") recordedByName: string;
  /** Hash of the request: the same id with another body is refused. */
  @Column("text") requestHash: string;
  @Column("text", { nullable: true }) cancelReason: string | null;
  @Column("uuid", { nullable: true }) cancelledBy: string | null;
  /** The month whose seal holds the striking out. */
  @Column("text", { nullable: true }) cancelledPeriod: string | null;
}
