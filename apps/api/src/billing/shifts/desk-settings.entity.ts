import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** Rules of a project's desk: one row, made when they are first changed. */
@Entity("desk_settings")
@Unique("uq_desk_settings", ["projectId"])
export class DeskSettings extends ProjectRow {
  @Column("boolean") shiftRequired: boolean;
  /** BankingPolicy */
  @Column("text") banking: string;
  /** From which day on cash must be banked: the day the rule was switched on. */
  /** AllocationPolicy */
  @Column("text", { default: "FREE" }) allocation: string;
  @Column("date", { nullable: true }) bankingSince: string | null;
}
