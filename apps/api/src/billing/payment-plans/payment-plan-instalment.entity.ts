import { Check, Column, Entity, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { PaymentPlan } from "./payment-plan.entity.js";

/** What is to be paid of a plan until the end of a day. Append-only. */
@Entity("payment_plan_instalment")
@Unique("uq_payment_plan_instalment", ["projectId", "planId", "dueOn"])
@Check("ck_payment_plan_instalment", "amount_fen > 0 AND through_fen >= amount_fen")
export class PaymentPlanInstalment extends BusinessRow {
  @Column("uuid") planId: string;
  @BelongsTo(() => PaymentPlan, "plan_id", "fk_payment_plan_instalment_plan") plan: Relation<PaymentPlan>;
  @Column("date") dueOn: string;
  @Column("bigint") amountFen: number;
  /** This one and all before it, in fen. */
  @Column("bigint") throughFen: number;
}
