import type { DataSource } from "typeorm";
import type { Actor } from "../common/actor.js";
import type { BulkCustomersService } from "../customer/bulk-customers.service.js";

/** Second entries of three owners, as a list from elsewhere brings them: how they are called, and a telephone. */
export async function seedDuplicates(
  { db, customers, actor }: { db: DataSource; customers: BulkCustomersService; actor: Actor },
  projectId: string,
): Promise<void> {
  const known = await db.query<{ name: string; mobile: string; sex: string }[]>(
    `SELECT name, mobile, sex FROM customer WHERE project_id = $1 AND kind = 'PERSON' AND mobile IS NOT NULL ORDER BY id LIMIT 3`,
    [projectId],
  );
  const again = known.map(({ name, mobile, sex }) => ({
    name: `${name.slice(0, 1)}${sex === "MALE" ? "先生" : "女士"}`,
    mobile,
    kind: "PERSON" as const,
    remark: "业主委员会名单",
  }));
  await db.transaction((tx) => customers.upsertCustomers(tx, actor, projectId, again));
}
