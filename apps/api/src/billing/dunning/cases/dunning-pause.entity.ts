import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { DunningCase } from "./dunning-case.entity.js";

/** Days on which nobody asks a debtor to pay (暂停催缴). Limitation runs on. */
@Entity("dunning_pause")
@Index("ix_dunning_pause_case", ["projectId", "caseId"])
@Check("ck_dunning_pause_days", "ends_on IS NULL OR ends_on >= starts_on - 1")
export class DunningPause extends BusinessRow {
  @Column("uuid") caseId: string;
  @BelongsTo(() => DunningCase, "case_id", "fk_dunning_pause_case") case: Relation<DunningCase>;
  @Column("date") startsOn: string;
  /** The last day, that before the first when it was ended before it began; null until somebody ends it. */
  @Column("date", { nullable: true }) endsOn: string | null;
  @Column("text") reason: string;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
}
