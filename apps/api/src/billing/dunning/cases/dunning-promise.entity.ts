import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { Charge } from "../../charges/charge.entity.js";
import { DunningCase } from "./dunning-case.entity.js";

/** A debtor's promise to pay (还款承诺). Whether it was kept follows from the receipts and is kept nowhere. Append-only. */
@Entity("dunning_promise")
@Index("ix_dunning_promise_case", ["projectId", "caseId", "madeOn"])
@Check("ck_dunning_promise", "amount_fen > 0 AND pay_by >= made_on")
@Check("ck_dunning_promise_void", "(voided_on IS NULL) = (void_reason IS NULL)")
export class DunningPromise extends BusinessRow {
  @Column("uuid") caseId: string;
  @BelongsTo(() => DunningCase, "case_id", "fk_dunning_promise_case") case: Relation<DunningCase>;
  @Column("date") madeOn: string;
  @Column("date") payBy: string;
  @Column("bigint") amountFen: number;
  /** PromiseForm */
  @Column("text") form: string;
  @Column("text") promisedBy: string;
  @Column("text", { nullable: true }) note: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  @Column("date", { nullable: true }) voidedOn: string | null;
  @Column("text", { nullable: true }) voidReason: string | null;
}

/** A charge a promise acknowledges. Append-only. */
@Entity("dunning_promise_charge")
@Index("uq_dunning_promise_charge", ["projectId", "promiseId", "chargeId"], { unique: true })
@Index("ix_dunning_promise_charge_charge", ["projectId", "chargeId"])
export class DunningPromiseCharge extends BusinessRow {
  @Column("uuid") promiseId: string;
  @BelongsTo(() => DunningPromise, "promise_id", "fk_dunning_promise_charge_promise") promise: Relation<DunningPromise>;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_dunning_promise_charge_charge") charge: Relation<Charge>;
}
