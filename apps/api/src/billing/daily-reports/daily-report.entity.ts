import type { TakingsTotalsDto } from "@linli/contracts";
import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** A cashier's daily report as it was sent to finance (收款日报表, BIL-74); sent again when more was taken afterwards. */
@Entity("daily_report")
@Unique("uq_daily_report", ["projectId", "day", "cashierId"])
export class DailyReport extends ProjectRow {
  @Column("date") day: string;
  @Column("uuid") cashierId: string;
  @Column("text") cashierName: string;
  /** Papers of the day when it was sent: they are append-only, so another number means that something was added. */
  @Column("int") papers: number;
  @Column("jsonb") totals: TakingsTotalsDto;
  @Column("timestamptz") sentAt: Date;
  @Column("uuid", { nullable: true }) receivedBy: string | null;
  @Column("text", { nullable: true }) receivedByName: string | null;
  @Column("timestamptz", { nullable: true }) receivedAt: Date | null;
  @Column("text", { nullable: true }) note: string | null;
}
