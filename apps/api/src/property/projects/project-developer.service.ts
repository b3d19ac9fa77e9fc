import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { Project } from "../project.entity.js";

/** Exchanges the developer of a project, in the transaction of the customer domain that merges two customers. */
@Injectable()
export class ProjectDeveloper {
  /** Answers whether `from` was the developer. */
  async exchange(tx: EntityManager, projectId: string, from: string, to: string): Promise<boolean> {
    const { affected } = await tx.update(Project, { id: projectId, developerId: from }, { developerId: to });
    return (affected ?? 0) > 0;
  }
}
