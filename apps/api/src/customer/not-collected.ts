import type { NotCollected } from "@linli/contracts";
import type { EntityManager } from "typeorm";

/** The mandatory customer fields a project does not collect (GAP-16). */
export async function notCollectedBy(db: Pick<EntityManager, "query">, projectId: string): Promise<NotCollected[]> {
  const [project] = await db.query<{ fields: NotCollected[] }[]>(
    "SELECT not_collected AS fields FROM project WHERE id = $1",
    [projectId],
  );
  return project?.fields ?? [];
}
