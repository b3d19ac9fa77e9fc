import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { ProjectDto, ProjectQueryDto, ProjectRowDto } from "@linli/contracts";
import { DataSource, In, type EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { NATURAL } from "../../database/natural-order.js";
import { Project } from "../project.entity.js";
import { toProjectDto } from "./project.mapper.js";

interface Counts {
  id: string;
  buildings: number;
  rooms: number;
  incomplete: number;
}

/** Reads management areas; other domains ask it for the project they work in. */
@Injectable()
export class ProjectQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The project. @throws NOT_FOUND */
  async project(projectId: string, tx: EntityManager = this.db.manager): Promise<Project> {
    const project = await tx.findOneBy(Project, { id: projectId });
    if (!project) throw notFound("管理区");
    return project;
  }

  async one(projectId: string): Promise<ProjectDto> {
    return toProjectDto(await this.project(projectId));
  }

  /** The named projects (or all), active ones first, with what they hold. */
  async list(ids: string[] | "all", { q, active }: ProjectQueryDto): Promise<ProjectRowDto[]> {
    const where = new Where()
      .add("p.id = ANY(?)", ids === "all" ? undefined : ids)
      .add("(p.name ILIKE ? OR p.short_name ILIKE ?)", containing(q), containing(q))
      .add("p.active = ?", active);
    const counts = await this.db.query<Counts[]>(
      `SELECT p.id,
              (SELECT count(*)::int FROM building b WHERE b.project_id = p.id) AS buildings,
              r.rooms, r.incomplete
         FROM project p
         CROSS JOIN LATERAL (
           SELECT count(*)::int AS rooms, (count(*) FILTER (WHERE cardinality(incomplete) > 0))::int AS incomplete
             FROM room WHERE project_id = p.id AND active) r
         ${where.toString()}
        ORDER BY p.active DESC, p.name ${NATURAL}`,
      where.params,
    );
    const projects = await this.db.getRepository(Project).findBy({ id: In(counts.map(({ id }) => id)) });
    const byId = new Map(projects.map((project) => [project.id, project]));
    return counts.flatMap(({ id, buildings, rooms, incomplete }) => {
      const project = byId.get(id);
      return project ? [{ ...toProjectDto(project), buildings, rooms, incompleteRooms: incomplete }] : [];
    });
  }
}
