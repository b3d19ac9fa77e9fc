import type { MigrationInterface, QueryRunner } from "typeorm";

/** The audit log of all projects is read by time: its ids are ordered by time. */
export class AuditByTime1795436800000 implements MigrationInterface {
  name = "AuditByTime1795436800000";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX "ix_audit_log_id" ON "audit_log" ("id")`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ix_audit_log_id"`);
  }
}
