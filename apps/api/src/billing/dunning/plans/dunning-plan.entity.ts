import { Check, Column, Entity, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { ProjectRow } from "../../../database/project-row.js";
import { Building } from "../../../property/building.entity.js";
import { DunningLevel } from "../levels/dunning-level.entity.js";

/** When notices of a level are due (催缴计划, BIL-113). */
@Entity("dunning_plan")
@Unique("uq_dunning_plan_name", ["projectId", "name"])
@Check("ck_dunning_plan_months", "every_months BETWEEN 1 AND 12")
export class DunningPlan extends ProjectRow {
  @Column("text") name: string;
  @Column("uuid") levelId: string;
  @BelongsTo(() => DunningLevel, "level_id", "fk_dunning_plan_level") level: Relation<DunningLevel>;
  @Column("uuid", { nullable: true }) buildingId: string | null;
  @BelongsTo(() => Building, "building_id", "fk_dunning_plan_building") building: Relation<Building> | null;
  @Column("bigint", { nullable: true }) minAmountFen: number | null;
  @Column("int") everyMonths: number;
  @Column("date") startsOn: string;
  @Column("boolean") active: boolean;
}
