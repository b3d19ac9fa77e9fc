import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { ChargeRun } from "./charge-run.entity.js";

/** A rehearsed line: a draft that owes nobody anything. */
@Entity("charge_run_line")
@Index("ix_charge_run_line_run", ["projectId", "runId", "difference", "id"])
export class ChargeRunLine extends BusinessRow {
  @Column("uuid") runId: string;
  @BelongsTo(() => ChargeRun, "run_id", "fk_charge_run_line_run") run: Relation<ChargeRun>;
  @Column("uuid") roomId: string;
  /** What it is for beside the room; null for the room itself. */
  @Column("uuid", { nullable: true }) objectId: string | null;
  @Column("uuid") feeItemId: string;
  @Column("uuid", { nullable: true }) rateId: string | null;
  @Column("uuid", { nullable: true }) payerId: string | null;
  @Column("text") period: string;
  @Column("date") serviceFrom: string;
  @Column("date") serviceTo: string;
  @Column("bigint") amountFen: number;
  /** What the same room and item came to in the month before; null when there was none. */
  @Column("bigint", { nullable: true }) previousFen: number | null;
  /** RunDifference */
  @Column("text") difference: string;
  @Column("jsonb", { nullable: true }) trace: object | null;
}
