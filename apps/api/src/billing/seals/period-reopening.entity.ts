import { Column, Entity, Index } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** A closed month opened again by two people (反结账, BIL-92), with the snapshot it had. Append-only. */
@Entity("period_reopening")
@Index("ix_period_reopening_period", ["projectId", "period", "createdAt"])
export class PeriodReopening extends ProjectRow {
  @Column("text") period: string;
  /** The seal that was broken open; null where the month was closed before months were sealed. */
  @Column("uuid", { nullable: true }) sealId: string | null;
  @Column("text") reason: string;
  @Column("uuid") requestedBy: string;
  @Column("text") requestedByName: string;
  @Column("uuid") approvedBy: string;
  @Column("text") approvedByName: string;
  /** Figures, rates and confirmed reminders of the close. */
  @Column("jsonb") snapshot: object;
  /** The balances of the close, per fee item and building. */
  @Column("jsonb") balances: object[];
}
