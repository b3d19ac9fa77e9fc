import type { MigrationInterface, QueryRunner } from "typeorm";

/** The QR code that a project prints on its notices; the days on which a bank debits (business tables). */
export class NoticeSettings1795793418813 implements MigrationInterface {
    name = 'NoticeSettings1795793418813'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "notice_settings" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "qr_text" text, "qr_caption" text, CONSTRAINT "uq_notice_settings" UNIQUE ("project_id"), CONSTRAINT "pk_notice_settings" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "debit_scheme" ADD "debit_days" integer array NOT NULL DEFAULT '{}'`);
        await queryRunner.query(`ALTER TABLE "notice_settings" ADD CONSTRAINT "fk_notice_settings_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "notice_settings" DROP CONSTRAINT "fk_notice_settings_project_id"`);
        await queryRunner.query(`ALTER TABLE "debit_scheme" DROP COLUMN "debit_days"`);
        await queryRunner.query(`DROP TABLE "notice_settings"`);
    }

}
