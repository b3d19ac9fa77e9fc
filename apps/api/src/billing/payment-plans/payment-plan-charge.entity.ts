import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Charge } from "../charges/charge.entity.js";
import { PaymentPlan } from "./payment-plan.entity.js";

/** A charge that a plan covers. */
@Entity("payment_plan_charge")
@Index("uq_payment_plan_charge", ["projectId", "chargeId"], { unique: true, where: "NOT released" })
@Index("ix_payment_plan_charge", ["projectId", "chargeId", "planId"])
@Index("ix_payment_plan_charge_plan", ["projectId", "planId"])
@Check("ck_payment_plan_charge_open", "open_fen > 0")
export class PaymentPlanCharge extends BusinessRow {
  @Column("uuid") planId: string;
  @BelongsTo(() => PaymentPlan, "plan_id", "fk_payment_plan_charge_plan") plan: Relation<PaymentPlan>;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_payment_plan_charge_charge") charge: Relation<Charge>;
  /** What was open when it came into the plan, in fen. */
  @Column("bigint") openFen: number;
  /** The day it was issued in place of a covered charge that was cut; null for those the plan was made of. */
  @Column("date", { nullable: true }) followedOn: string | null;
  /** The plan came to nothing or was ended: another may cover the charge. */
  @Column("boolean") released: boolean;
}
