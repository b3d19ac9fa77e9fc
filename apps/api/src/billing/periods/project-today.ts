import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource } from "typeorm";
import { Clock } from "../../common/clock.js";
import { notFound } from "../../common/rule-violation.js";

/** What day it is where a project lies. */
@Injectable()
export class ProjectToday {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Today in the project's time zone, YYYY-MM-DD. */
  async today(projectId: string): Promise<string> {
    const [project] = await this.db.query<{ time_zone: string }[]>("SELECT time_zone FROM project WHERE id = $1", [
      projectId,
    ]);
    if (!project) throw notFound("管理区");
    return this.clock.today(project.time_zone);
  }
}
