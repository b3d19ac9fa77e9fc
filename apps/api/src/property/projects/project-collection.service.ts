import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import { Project } from "../project.entity.js";

/** Writes which customer fields a project does not collect, in the transaction of the customer domain that knows them. */
@Injectable()
export class ProjectCollection {
  /** Returns what was marked before. */
  async mark(tx: EntityManager, projectId: string, notCollected: string[]): Promise<string[]> {
    const project = await tx.findOne(Project, { where: { id: projectId }, lock: { mode: "pessimistic_write" } });
    if (!project) throw notFound("管理区");
    await tx.update(Project, { id: projectId }, { notCollected });
    return project.notCollected;
  }
}
