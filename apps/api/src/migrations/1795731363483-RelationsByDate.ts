import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Business table `guardian_consent`; household, authority, chain and correction of `room_relation`. */

export class RelationsByDate1795731363483 implements MigrationInterface {
    name = 'RelationsByDate1795731363483'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "guardian_consent" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "child_id" uuid NOT NULL, "guardian_id" uuid NOT NULL, "room_id" uuid NOT NULL, "given_on" date NOT NULL, "way" text NOT NULL, "remark" text, "recorded_by" uuid NOT NULL, "recorded_by_name" text NOT NULL, CONSTRAINT "pk_guardian_consent" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_guardian_consent_guardian" ON "guardian_consent"  ("project_id", "guardian_id") `);
        await queryRunner.query(`CREATE INDEX "ix_guardian_consent_child" ON "guardian_consent"  ("project_id", "child_id", "id") `);
        await queryRunner.query(`ALTER TABLE "room_relation" ADD "head_id" uuid`);
        await queryRunner.query(`ALTER TABLE "room_relation" ADD "authority" text`);
        await queryRunner.query(`ALTER TABLE "room_relation" ADD "previous_id" uuid`);
        await queryRunner.query(`ALTER TABLE "room_relation" ADD "corrected_at" TIMESTAMP WITH TIME ZONE`);
        await queryRunner.query(`CREATE INDEX "ix_room_relation_head" ON "room_relation"  ("project_id", "head_id") WHERE head_id IS NOT NULL`);
        await queryRunner.query(`ALTER TABLE "guardian_consent" ADD CONSTRAINT "fk_guardian_consent_child" FOREIGN KEY ("project_id", "child_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "guardian_consent" ADD CONSTRAINT "fk_guardian_consent_guardian" FOREIGN KEY ("project_id", "guardian_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "guardian_consent" ADD CONSTRAINT "fk_guardian_consent_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "room_relation" ADD CONSTRAINT "fk_room_relation_head" FOREIGN KEY ("project_id", "head_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "guardian_consent");
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "room_relation" DROP CONSTRAINT "fk_room_relation_head"`);
        await queryRunner.query(`ALTER TABLE "guardian_consent" DROP CONSTRAINT "fk_guardian_consent_room"`);
        await queryRunner.query(`ALTER TABLE "guardian_consent" DROP CONSTRAINT "fk_guardian_consent_guardian"`);
        await queryRunner.query(`ALTER TABLE "guardian_consent" DROP CONSTRAINT "fk_guardian_consent_child"`);
        await queryRunner.query(`DROP INDEX "public"."ix_room_relation_head"`);
        await queryRunner.query(`ALTER TABLE "room_relation" DROP COLUMN "corrected_at"`);
        await queryRunner.query(`ALTER TABLE "room_relation" DROP COLUMN "previous_id"`);
        await queryRunner.query(`ALTER TABLE "room_relation" DROP COLUMN "authority"`);
        await queryRunner.query(`ALTER TABLE "room_relation" DROP COLUMN "head_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_guardian_consent_child"`);
        await queryRunner.query(`DROP INDEX "public"."ix_guardian_consent_guardian"`);
        await queryRunner.query(`DROP TABLE "guardian_consent"`);
    }

}
