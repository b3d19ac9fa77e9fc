import { DateOnly, Fen, Flag, Id, Int, Text } from "../../common/fields.js";
import { ProjectPath } from "../../property/property.dto.js";

export class DunningPlanPath extends ProjectPath {
  @Id("催缴计划") planId: string;
}

/** When which notices are due (催缴计划, BIL-113): written notices every quarter, reminders every month. */
export class SaveDunningPlanDto {
  @Text("计划名称", { max: 30 }) name: string;
  @Id("催缴级别") levelId: string;
  /** Of this building only. */
  @Id("楼栋", { optional: true }) buildingId?: string | null;
  /** More than the level asks for, in fen. */
  @Fen("欠费不少于", { optional: true }) minAmountFen?: number | null;
  @Int("每几个月", { min: 1, max: 12 }) everyMonths: number;
  /**
   * The first day; the same day of later months, or their last. For a level that sends bills it is the first due day: the
   * plan is due as many days before as the level says.
   */
  @DateOnly("首次催缴日") startsOn: string;
  @Flag("启用") active: boolean;
}

export class DunningPlanDto extends SaveDunningPlanDto {
  id: string;
  levelName: string;
  /** Of a level that sends bills: so many days before its day the plan is due. */
  daysBefore: number | null;
  buildingName: string | null;
  /** The day of its last batch. */
  lastOn: string | null;
  /** The day it is or was due and nothing was issued since. */
  dueOn: string;
  isDue: boolean;
}

export class DunningPlansDto {
  items: DunningPlanDto[];
}
