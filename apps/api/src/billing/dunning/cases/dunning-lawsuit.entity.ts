import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { Charge } from "../../charges/charge.entity.js";
import { DunningCase } from "./dunning-case.entity.js";

/** A lawsuit or an arbitration (起诉或仲裁): limitation stands still until it ends, then starts anew. */
@Entity("dunning_lawsuit")
@Index("ix_dunning_lawsuit_case", ["projectId", "caseId"])
@Check(
  "ck_dunning_lawsuit_end",
  "(ended_on IS NULL) = (outcome IS NULL) AND (ended_on IS NULL OR ended_on >= filed_on)",
)
@Check("ck_dunning_lawsuit_void", "(voided_on IS NULL) = (void_reason IS NULL)")
export class DunningLawsuit extends BusinessRow {
  @Column("uuid") caseId: string;
  @BelongsTo(() => DunningCase, "case_id", "fk_dunning_lawsuit_case") case: Relation<DunningCase>;
  @Column("date") filedOn: string;
  @Column("text") forum: string;
  @Column("text", { nullable: true }) docketNo: string | null;
  /** What was overdue when it was filed. */
  @Column("bigint") amountFen: number;
  @Column("date", { nullable: true }) endedOn: string | null;
  @Column("text", { nullable: true }) outcome: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  @Column("date", { nullable: true }) voidedOn: string | null;
  @Column("text", { nullable: true }) voidReason: string | null;
}

/** A charge a lawsuit is about. Append-only. */
@Entity("dunning_lawsuit_charge")
@Index("uq_dunning_lawsuit_charge", ["projectId", "lawsuitId", "chargeId"], { unique: true })
@Index("ix_dunning_lawsuit_charge_charge", ["projectId", "chargeId"])
export class DunningLawsuitCharge extends BusinessRow {
  @Column("uuid") lawsuitId: string;
  @BelongsTo(() => DunningLawsuit, "lawsuit_id", "fk_dunning_lawsuit_charge_lawsuit") lawsuit: Relation<DunningLawsuit>;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_dunning_lawsuit_charge_charge") charge: Relation<Charge>;
}
