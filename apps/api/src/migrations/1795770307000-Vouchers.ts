import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Accounts of vouchers, what was exported of them, and which entries are write-offs (business tables). */
export class Vouchers1795770307000 implements MigrationInterface {
    name = 'Vouchers1795770307000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "write_off_entry" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "write_off_id" uuid NOT NULL, "entry_id" uuid NOT NULL, CONSTRAINT "uq_write_off_entry" UNIQUE ("project_id", "entry_id"), CONSTRAINT "pk_write_off_entry" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_write_off_entry_write_off" ON "write_off_entry"  ("project_id", "write_off_id") `);
        await queryRunner.query(`CREATE TABLE "voucher_export" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "export_no" text NOT NULL, "period" text NOT NULL, "voucher_count" integer NOT NULL, "line_count" integer NOT NULL, "amount_fen" bigint NOT NULL, "vouchers" jsonb NOT NULL, "content_hash" text NOT NULL, "exported_by" uuid NOT NULL, "exported_by_name" text NOT NULL, "cancelled_at" TIMESTAMP WITH TIME ZONE, "cancelled_by" uuid, "cancelled_by_name" text, "cancel_reason" text, CONSTRAINT "uq_voucher_export_no" UNIQUE ("project_id", "export_no"), CONSTRAINT "ck_voucher_export_cancelled" CHECK (num_nonnulls(cancelled_at, cancelled_by, cancelled_by_name, cancel_reason) IN (0, 4)), CONSTRAINT "pk_voucher_export" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_voucher_export_standing" ON "voucher_export"  ("project_id", "period") WHERE cancelled_at IS NULL`);
        await queryRunner.query(`CREATE TABLE "voucher_settings" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "split_tax" boolean NOT NULL, "accounts" jsonb NOT NULL, "roles" jsonb NOT NULL, CONSTRAINT "uq_voucher_settings" UNIQUE ("project_id"), CONSTRAINT "pk_voucher_settings" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "write_off_entry" ADD CONSTRAINT "fk_write_off_entry_write_off" FOREIGN KEY ("project_id", "write_off_id") REFERENCES "write_off"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "write_off_entry" ADD CONSTRAINT "fk_write_off_entry_entry" FOREIGN KEY ("project_id", "entry_id") REFERENCES "charge_entry"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "voucher_export" ADD CONSTRAINT "fk_voucher_export_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "voucher_settings" ADD CONSTRAINT "fk_voucher_settings_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        // until now only the words of an entry's reason said so
        await queryRunner.query(`INSERT INTO "write_off_entry" (project_id, id, created_at, write_off_id, entry_id)
            SELECT e.project_id, e.id, e.created_at, w.id, e.id
              FROM write_off_line l
              JOIN write_off w ON w.project_id = l.project_id AND w.id = l.write_off_id
              JOIN charge_entry e ON e.project_id = l.project_id AND e.charge_id = l.charge_id AND e.kind = 'ADJUSTMENT'
               AND (starts_with(e.reason, '坏账核销 ' || w.write_off_no || '：') OR e.reason = '坏账收回 ' || w.write_off_no)`);
        await appendOnly(queryRunner, "write_off_entry");
        await appendOnly(queryRunner, "voucher_export", ["cancelled_at", "cancelled_by", "cancelled_by_name", "cancel_reason"]);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "voucher_settings" DROP CONSTRAINT "fk_voucher_settings_project_id"`);
        await queryRunner.query(`ALTER TABLE "voucher_export" DROP CONSTRAINT "fk_voucher_export_project_id"`);
        await queryRunner.query(`ALTER TABLE "write_off_entry" DROP CONSTRAINT "fk_write_off_entry_entry"`);
        await queryRunner.query(`ALTER TABLE "write_off_entry" DROP CONSTRAINT "fk_write_off_entry_write_off"`);
        await queryRunner.query(`DROP TABLE "voucher_settings"`);
        await queryRunner.query(`DROP INDEX "public"."uq_voucher_export_standing"`);
        await queryRunner.query(`DROP TABLE "voucher_export"`);
        await queryRunner.query(`DROP INDEX "public"."ix_write_off_entry_write_off"`);
        await queryRunner.query(`DROP TABLE "write_off_entry"`);
    }

}
