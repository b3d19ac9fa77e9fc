import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { ProjectDto, ProjectQueryDto, ProjectPageDto } from "@linli/contracts";
import { DataSource, In, type EntityManager } from "typeorm";
import { limitOf } from "../../common/paging.js";
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
  async list(ids: string[] | "all", query: ProjectQueryDto): Promise<ProjectPageDto> {
    const text = containing(query.q);
    const where = new Where()
      .add("id = ANY(?)", ids === "all" ? undefined : ids)
      .add("(name ILIKE ? OR short_name ILIKE ?)", text, text)
      .add("active = ?", query.active);
    const counted = this.db.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM project ${where.toString()}`,
      [...where.params],
    );
    const { limit, offset } = limitOf(query);
    const found = this.db.query<Counts[]>(
      `SELECT p.id, r.rooms, r.incomplete,
              (SELECT count(*)::int FROM building b WHERE b.project_id = p.id) AS buildings
         FROM (SELECT id, active, name FROM project ${where.toString()}
                ORDER BY active DESC, name ${NATURAL}, id LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}) p
         CROSS JOIN LATERAL (
           SELECT count(*)::int AS rooms, (count(*) FILTER (WHERE cardinality(incomplete) > 0))::int AS incomplete
             FROM room WHERE project_id = p.id AND active) r
        ORDER BY p.active DESC, p.name ${NATURAL}, p.id`,
      where.params,
    );
    const [counts, [count]] = await Promise.all([found, counted]);
    const projects = await this.db.getRepository(Project).findBy({ id: In(counts.map(({ id }) => id)) });
    const byId = new Map(projects.map((project) => [project.id, project]));
    const items = counts.flatMap(({ id, buildings, rooms, incomplete }) => {
      const project = byId.get(id);
      return project ? [{ ...toProjectDto(project), buildings, rooms, incompleteRooms: incomplete }] : [];
    });
    return { items, total: count?.total ?? 0 };
  }
}
