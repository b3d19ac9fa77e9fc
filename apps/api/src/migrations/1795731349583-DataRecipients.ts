import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business table `data_recipient`: who outside gets personal data (LAW-34). */

export class DataRecipients1795731349583 implements MigrationInterface {
    name = 'DataRecipients1795731349583'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "data_recipient" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "name" text NOT NULL, "kind" text NOT NULL, "purpose" text NOT NULL, "data_kinds" text array NOT NULL, "basis" text NOT NULL, "contract_no" text, "contact" text, "starts_on" date NOT NULL, "ends_on" date, "assessed_on" date, "remark" text, CONSTRAINT "uq_data_recipient_name" UNIQUE ("project_id", "name", "kind", "starts_on"), CONSTRAINT "ck_data_recipient_dates" CHECK (ends_on IS NULL OR ends_on >= starts_on), CONSTRAINT "pk_data_recipient" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "data_recipient" ADD CONSTRAINT "fk_data_recipient_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "data_recipient" DROP CONSTRAINT "fk_data_recipient_project_id"`);
        await queryRunner.query(`DROP TABLE "data_recipient"`);
    }

}
