import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Deposit } from "./deposit.entity.js";

/** What was taken from a deposit: deducted, moved to a prepayment, or paid back. Append-only; ids are the client's. */
@Entity("deposit_movement")
@Index("ix_deposit_movement_deposit", ["projectId", "depositId"])
@Check("ck_deposit_movement_amount", "amount_fen > 0")
export class DepositMovement extends BusinessRow {
  @Column("uuid") depositId: string;
  @BelongsTo(() => Deposit, "deposit_id", "fk_deposit_movement_deposit") deposit: Relation<Deposit>;
  /** DepositMovementKind */
  @Column("text") kind: string;
  @Column("bigint") amountFen: number;
  @Column("date") bookedOn: string;
  @Column("text") period: string;
  @Column("text") reason: string;
  /** The receipt that settled the income charge, or the refund. */
  @Column("text", { nullable: true }) documentNo: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  @Column("text") requestHash: string;
}
