import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Business table `customer_merge`: only its undo is written later, and what moved is emptied when the person is anonymised; customers point to who they were merged into. */
export class CustomerMerge1795733183684 implements MigrationInterface {
    name = 'CustomerMerge1795733183684'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "customer_merge" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "survivor_id" uuid NOT NULL, "merged_id" uuid NOT NULL, "reason" text NOT NULL, "merged_by" uuid NOT NULL, "merged_by_name" text NOT NULL, "moved" jsonb NOT NULL, "undone_at" TIMESTAMP WITH TIME ZONE, "undone_by_name" text, "undo_reason" text, CONSTRAINT "ck_customer_merge_undone" CHECK ((undone_at IS NULL) = (undo_reason IS NULL)), CONSTRAINT "ck_customer_merge_pair" CHECK (survivor_id <> merged_id), CONSTRAINT "pk_customer_merge" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_customer_merge_merged" ON "customer_merge"  ("project_id", "merged_id", "id") `);
        await queryRunner.query(`CREATE INDEX "ix_customer_merge_survivor" ON "customer_merge"  ("project_id", "survivor_id", "id") `);
        await queryRunner.query(`ALTER TABLE "customer" ADD "merged_into_id" uuid`);
        await queryRunner.query(`CREATE INDEX "ix_customer_merged" ON "customer"  ("project_id", "merged_into_id") WHERE merged_into_id IS NOT NULL`);
        await queryRunner.query(`ALTER TABLE "customer" ADD CONSTRAINT "ck_customer_merged" CHECK (merged_into_id <> id)`);
        await queryRunner.query(`ALTER TABLE "customer" ADD CONSTRAINT "fk_customer_merged_into" FOREIGN KEY ("project_id", "merged_into_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "customer_merge" ADD CONSTRAINT "fk_customer_merge_survivor" FOREIGN KEY ("project_id", "survivor_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "customer_merge" ADD CONSTRAINT "fk_customer_merge_merged" FOREIGN KEY ("project_id", "merged_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "customer_merge", ["moved", "undone_at", "undone_by_name", "undo_reason"]);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "customer_merge" DROP CONSTRAINT "fk_customer_merge_merged"`);
        await queryRunner.query(`ALTER TABLE "customer_merge" DROP CONSTRAINT "fk_customer_merge_survivor"`);
        await queryRunner.query(`ALTER TABLE "customer" DROP CONSTRAINT "fk_customer_merged_into"`);
        await queryRunner.query(`ALTER TABLE "customer" DROP CONSTRAINT "ck_customer_merged"`);
        await queryRunner.query(`DROP INDEX "public"."ix_customer_merged"`);
        await queryRunner.query(`ALTER TABLE "customer" DROP COLUMN "merged_into_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_customer_merge_survivor"`);
        await queryRunner.query(`DROP INDEX "public"."ix_customer_merge_merged"`);
        await queryRunner.query(`DROP TABLE "customer_merge"`);
    }

}
