import type { DataSource } from "typeorm";
import type { Actor } from "../common/actor.js";
import type { BulkCustomersService } from "../customer/bulk-customers.service.js";

/** Second entries of three owners, as a list from elsewhere brings them: name and telephone, no document. */
export async function seedDuplicates(
  { db, customers, actor }: { db: DataSource; customers: BulkCustomersService; actor: Actor },
  projectId: string,
): Promise<void> {
  const known = await db.query<{ name: string; mobile: string }[]>(
    `SELECT name, mobile FROM customer WHERE project_id = $1 AND kind = 'PERSON' AND mobile IS NOT NULL ORDER BY id LIMIT 3`,
    [projectId],
  );
  const again = known.map(({ name, mobile }) => ({ name, mobile, kind: "PERSON" as const, remark: "业主委员会名单" }));
  await db.transaction((tx) => customers.upsertCustomers(tx, actor, projectId, again));
}
