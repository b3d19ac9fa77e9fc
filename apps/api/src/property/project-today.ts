import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource, type EntityManager } from "typeorm";
import { Clock } from "../common/clock.js";
import { notFound } from "../common/rule-violation.js";

/** Today where the project is, YYYY-MM-DD, inside a caller's transaction. */
export async function projectToday(db: Pick<EntityManager, "query">, clock: Clock, projectId: string): Promise<string> {
  const [project] = await db.query<{ time_zone: string }[]>("SELECT time_zone FROM project WHERE id = $1", [projectId]);
  if (!project) throw notFound("管理区");
  return clock.today(project.time_zone);
}

/** What day it is where a project lies. */
@Injectable()
export class ProjectToday {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Today in the project's time zone, YYYY-MM-DD. */
  today(projectId: string): Promise<string> {
    return projectToday(this.db, this.clock, projectId);
  }
}
