import type { CashierDto } from "@linli/contracts";
import type { DataSource, EntityManager } from "typeorm";
import { COMPANY } from "../../common/ids.js";

/** The people who may take money in a project, by name. */
export function cashiersOf(db: Pick<DataSource | EntityManager, "query">, projectId: string): Promise<CashierDto[]> {
  return db.query<CashierDto[]>(
    `SELECT DISTINCT u.id, u.name FROM app_user u
       JOIN membership m ON m.user_id = u.id AND m.scope_project_id IN ($1::uuid, $2::uuid)
       JOIN role r ON r.id = m.role_id AND 'billing:collect' = ANY(r.permissions)
      WHERE u.active ORDER BY u.name, u.id LIMIT 500`,
    [projectId, COMPANY],
  );
}
