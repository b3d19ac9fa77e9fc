import type { MigrationInterface, QueryRunner } from "typeorm";

/** From when owners bear the charges of their rooms, and the day of the notice of handover (business tables). */
export class ChargeStart1795793843779 implements MigrationInterface {
    name = 'ChargeStart1795793843779'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "room" ADD "handover_noticed_on" date`);
        await queryRunner.query(`ALTER TABLE "billing_settings" ADD "charge_start" text NOT NULL DEFAULT 'OFF'`);
        await queryRunner.query(`ALTER TABLE "billing_settings" ADD "notice_days" integer NOT NULL DEFAULT '30'`);
        await queryRunner.query(`ALTER TABLE "billing_settings" ADD "developer_share" text NOT NULL DEFAULT 'TO_THE_DAY'`);
        await queryRunner.query(`ALTER TABLE "billing_settings" ADD CONSTRAINT "ck_billing_settings_notice_days" CHECK (notice_days >= 0)`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "billing_settings" DROP CONSTRAINT "ck_billing_settings_notice_days"`);
        await queryRunner.query(`ALTER TABLE "billing_settings" DROP COLUMN "developer_share"`);
        await queryRunner.query(`ALTER TABLE "billing_settings" DROP COLUMN "notice_days"`);
        await queryRunner.query(`ALTER TABLE "billing_settings" DROP COLUMN "charge_start"`);
        await queryRunner.query(`ALTER TABLE "room" DROP COLUMN "handover_noticed_on"`);
    }

}
