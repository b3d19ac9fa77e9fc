import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Business tables `write_off` and `write_off_line`. */

export class WriteOffs1795746668457 implements MigrationInterface {
    name = 'WriteOffs1795746668457'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "write_off" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "write_off_no" text NOT NULL, "status" text NOT NULL, "reason_code" text NOT NULL, "reason" text NOT NULL, "payer_id" uuid NOT NULL, "amount_fen" bigint NOT NULL, "recovered_fen" bigint NOT NULL, "approval_id" uuid NOT NULL, "requested_by" uuid NOT NULL, "requested_by_name" text NOT NULL, "booked_on" date, "request_hash" text NOT NULL, CONSTRAINT "uq_write_off_no" UNIQUE ("project_id", "write_off_no"), CONSTRAINT "ck_write_off_amount" CHECK (amount_fen > 0 AND recovered_fen >= 0 AND recovered_fen <= amount_fen), CONSTRAINT "pk_write_off" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_write_off_payer" ON "write_off"  ("project_id", "payer_id", "id") `);
        await queryRunner.query(`CREATE TABLE "write_off_line" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "write_off_id" uuid NOT NULL, "charge_id" uuid NOT NULL, "amount_fen" bigint NOT NULL, "recovered_fen" bigint NOT NULL, CONSTRAINT "ck_write_off_line_amount" CHECK (amount_fen > 0 AND recovered_fen >= 0 AND recovered_fen <= amount_fen), CONSTRAINT "pk_write_off_line" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_write_off_line_charge" ON "write_off_line"  ("project_id", "charge_id") `);
        await queryRunner.query(`CREATE INDEX "ix_write_off_line_write_off" ON "write_off_line"  ("project_id", "write_off_id") `);
        await queryRunner.query(`ALTER TABLE "write_off" ADD CONSTRAINT "fk_write_off_payer" FOREIGN KEY ("project_id", "payer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "write_off_line" ADD CONSTRAINT "fk_write_off_line_write_off" FOREIGN KEY ("project_id", "write_off_id") REFERENCES "write_off"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "write_off_line" ADD CONSTRAINT "fk_write_off_line_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        // of a write-off only what becomes of it changes
        await appendOnly(queryRunner, "write_off", ["status", "booked_on", "recovered_fen"]);
        await appendOnly(queryRunner, "write_off_line", ["recovered_fen"]);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "write_off_line" DROP CONSTRAINT "fk_write_off_line_charge"`);
        await queryRunner.query(`ALTER TABLE "write_off_line" DROP CONSTRAINT "fk_write_off_line_write_off"`);
        await queryRunner.query(`ALTER TABLE "write_off" DROP CONSTRAINT "fk_write_off_payer"`);
        await queryRunner.query(`DROP INDEX "public"."ix_write_off_line_write_off"`);
        await queryRunner.query(`DROP INDEX "public"."ix_write_off_line_charge"`);
        await queryRunner.query(`DROP TABLE "write_off_line"`);
        await queryRunner.query(`DROP INDEX "public"."ix_write_off_payer"`);
        await queryRunner.query(`DROP TABLE "write_off"`);
    }

}
