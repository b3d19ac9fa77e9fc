import type { MigrationInterface, QueryRunner } from "typeorm";

/** Why an online order does not keep the project's order of payment (business table). */
export class OnlineOrderAllocationReason1795781210544 implements MigrationInterface {
    name = 'OnlineOrderAllocationReason1795781210544'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "online_order" ADD "allocation_reason" text`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "online_order" DROP COLUMN "allocation_reason"`);
    }

}
