import type { EntityManager } from "typeorm";
import type { Clock } from "../common/clock.js";
import { notFound } from "../common/rule-violation.js";

/** Today where the project is, YYYY-MM-DD. */
export async function projectToday(db: Pick<EntityManager, "query">, clock: Clock, projectId: string): Promise<string> {
  const [project] = await db.query<{ time_zone: string }[]>("SELECT time_zone FROM project WHERE id = $1", [projectId]);
  if (!project) throw notFound("管理区");
  return clock.today(project.time_zone);
}
