import type { DataSource } from "typeorm";
/** Company tables: few and small; reference tables on a distributed database. */
const COMPANY_TABLES = ["app_user", "role", "membership", "refresh_session", "access_application", "project_name"];
/** Tables that stay on the coordinator. */
const LOCAL_TABLES = ["migration", "typeorm_metadata"];

/**
 * On a distributed database (Citus): business tables by project_id, company tables as reference tables. Does nothing
 * on plain PostgreSQL. Every table that is neither company nor local is business.
 */
export async function distribute(db: DataSource): Promise<void> {
  const [extension] = await db.query<object[]>("SELECT 1 FROM pg_extension WHERE extname = 'citus'");
  if (!extension) return;
  const tables = await db.query<{ name: string }[]>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind = 'r'
        AND NOT EXISTS (SELECT 1 FROM pg_dist_partition p WHERE p.logicalrelid = c.oid)`,
  );
  const missing = tables.map(({ name }) => name).filter((name) => !LOCAL_TABLES.includes(name));
  for (const name of missing.filter((table) => COMPANY_TABLES.includes(table))) {
    await db.query("SELECT create_reference_table($1::regclass)", [name]);
  }
  const business = missing.filter((table) => !COMPANY_TABLES.includes(table));
  for (const name of business.sort((a, b) => Number(b === "project") - Number(a === "project"))) {
    await db.query("SELECT create_distributed_table($1::regclass, $2)", [
      name,
      name === "project" ? "id" : "project_id",
    ]);
  }
}
