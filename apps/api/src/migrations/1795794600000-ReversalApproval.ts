import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which red receipts need a second person, by project (business table). */
export class ReversalApproval1795794600000 implements MigrationInterface {
    name = 'ReversalApproval1795794600000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "billing_settings" ADD "reversal_approval" text NOT NULL DEFAULT 'OLDER'`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "billing_settings" DROP COLUMN "reversal_approval"`);
    }
}
