import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import { developerNoCompany, unknownDeveloper } from "../property.errors.js";
import { Project } from "../project.entity.js";

/** Who the developer of a project is, for the domains that deal with customers: they change it in their transactions. */
@Injectable()
export class ProjectDeveloper {
  /** Answers whether `from` was the developer. */
  async exchange(tx: EntityManager, projectId: string, from: string, to: string): Promise<boolean> {
    const { affected } = await tx.update(Project, { id: projectId, developerId: from }, { developerId: to });
    return (affected ?? 0) > 0;
  }

  /**
   * Makes a company among the customers of the project its developer, or nobody (null); undefined changes nothing. Answers
   * who it was before.
   * @throws NOT_FOUND (project), INVALID_INPUT (no customer of the project, no company)
   */
  async choose(tx: EntityManager, projectId: string, developerId: string | null | undefined): Promise<string | null> {
    const project = await tx.findOne(Project, { where: { id: projectId }, lock: { mode: "pessimistic_write" } });
    if (!project) throw notFound("管理区");
    if (developerId === undefined || developerId === project.developerId) return project.developerId;
    if (developerId !== null) await requireCompany(tx, projectId, developerId);
    await tx.update(Project, { id: projectId }, { developerId });
    return project.developerId;
  }
}

async function requireCompany(tx: EntityManager, projectId: string, customerId: string): Promise<void> {
  const [found] = await tx.query<{ kind: string }[]>("SELECT kind FROM customer WHERE project_id = $1 AND id = $2", [
    projectId,
    customerId,
  ]);
  if (!found) throw unknownDeveloper();
  if (found.kind !== "COMPANY") throw developerNoCompany();
}
