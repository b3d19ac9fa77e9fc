import path from "node:path";
import { DataSource, type DataSourceOptions } from "typeorm";
import { LinliNamingStrategy } from "./database/naming-strategy.js";
import { registerTypes } from "./database/types.js";
import { entities } from "./entities.js";

registerTypes();

const here = import.meta.dirname;

/** The role the server acts as: it owns nothing, and append-only tables give it no UPDATE or DELETE. */
export const APP_ROLE = "linli_app";

/** Options shared by the server, the migrations and the TypeORM command line. */
export function dataSourceOptions(url: string, { pool = 20, asOwner = false } = {}): DataSourceOptions {
  return {
    type: "postgres",
    url,
    entities,
    // only the owner migrates
    migrations: asOwner ? [path.join(here, "migrations/*.js")] : [],
    migrationsTableName: "migration",
    namingStrategy: new LinliNamingStrategy(),
    synchronize: false,
    parseInt8: true,
    applicationName: "linli",
    extra: {
      max: asOwner ? 2 : pool,
      // Distributed databases need the sequential mode for schema changes; plain PostgreSQL accepts the setting.
      options: asOwner ? "-c citus.multi_shard_modify_mode=sequential" : `-c role=${APP_ROLE}`,
    },
  };
}

/** The data source of the TypeORM command line. */
const dataSource = new DataSource(
  dataSourceOptions(process.env.DATABASE_URL ?? "postgres://localhost/linli", { asOwner: true }),
);
export default dataSource;
