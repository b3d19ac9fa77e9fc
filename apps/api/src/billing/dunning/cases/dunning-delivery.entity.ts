import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { DunningStep } from "./dunning-step.entity.js";

/** How a demand reached the debtor, or did not (送达). Append-only; only that it was recorded by mistake is added. */
@Entity("dunning_delivery")
@Index("ix_dunning_delivery_step", ["projectId", "stepId"])
@Check("ck_dunning_delivery_void", "(voided_on IS NULL) = (void_reason IS NULL)")
export class DunningDeliveryRow extends BusinessRow {
  @Column("uuid") stepId: string;
  @BelongsTo(() => DunningStep, "step_id", "fk_dunning_delivery_step") step: Relation<DunningStep>;
  @Column("date") deliveredOn: string;
  /** DunningDelivery */
  @Column("text") how: string;
  /** Whether it can be proved and so interrupts limitation. */
  @Column("boolean") interrupts: boolean;
  @Column("text", { nullable: true }) recipient: string | null;
  @Column("text", { nullable: true }) result: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  @Column("date", { nullable: true }) voidedOn: string | null;
  @Column("text", { nullable: true }) voidReason: string | null;
}
