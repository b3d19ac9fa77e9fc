import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { Charge } from "../../charges/charge.entity.js";
import { DunningStep } from "./dunning-step.entity.js";

/** A charge a demand was about, and what was owed of it on that day. Append-only. */
@Entity("dunning_step_charge")
@Unique("uq_dunning_step_charge", ["projectId", "stepId", "chargeId"])
@Index("ix_dunning_step_charge_charge", ["projectId", "chargeId"])
@Check("ck_dunning_step_charge_amount", "amount_fen > 0")
export class DunningStepCharge extends BusinessRow {
  @Column("uuid") stepId: string;
  @BelongsTo(() => DunningStep, "step_id", "fk_dunning_step_charge_step") step: Relation<DunningStep>;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_dunning_step_charge_charge") charge: Relation<Charge>;
  @Column("bigint") amountFen: number;
}
