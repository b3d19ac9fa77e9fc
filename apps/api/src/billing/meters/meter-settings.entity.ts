import { Check, Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** From when on a project wants a reading looked at twice: one row, made when it is first changed. */
@Entity("meter_settings")
@Unique("uq_meter_settings", ["projectId"])
@Check("ck_meter_settings_percents", "high_percent >= 100 AND seasonal_percent >= 100")
export class MeterSettings extends ProjectRow {
  /** Of the mean use of the last two periods. */
  @Column("int") highPercent: number;
  /** Of the use in the same month of the year before. */
  @Column("int") seasonalPercent: number;
}
