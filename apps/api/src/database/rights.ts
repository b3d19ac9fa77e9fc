import type { QueryRunner } from "typeorm";
import { APP_ROLE } from "../data-source.js";

/** Opens all tables, also those of later migrations, to the application's role. */
export async function grantAll(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`GRANT USAGE ON SCHEMA public TO ${APP_ROLE}`);
  await queryRunner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${APP_ROLE}`);
  await queryRunner.query(
    `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${APP_ROLE}`,
  );
}

/** Takes UPDATE and DELETE on a table from the application's role, apart from the named columns. */
export async function appendOnly(queryRunner: QueryRunner, table: string, updatable: string[] = []): Promise<void> {
  await queryRunner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON "${table}" FROM ${APP_ROLE}`);
  if (updatable.length > 0)
    await queryRunner.query(`GRANT UPDATE (${updatable.join(", ")}) ON "${table}" TO ${APP_ROLE}`);
}
