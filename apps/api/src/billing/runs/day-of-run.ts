import type { EntityManager } from "typeorm";
import { firstDay, lastDay, maxDate, minDate } from "../../common/calendar.js";
import type { Clock } from "../../common/clock.js";
import { projectToday } from "../../property/project-today.js";

/** The day on which what follows from a run is booked: today, or the nearest day of the run's month. */
export async function dayOfRun(tx: EntityManager, clock: Clock, projectId: string, period: string): Promise<string> {
  return minDate(maxDate(await projectToday(tx, clock, projectId), firstDay(period)), lastDay(period));
}
