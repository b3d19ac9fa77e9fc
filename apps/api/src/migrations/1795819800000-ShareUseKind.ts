import type { MigrationInterface, QueryRunner } from "typeorm";

/** The kind of room meters that a confirmed month was shared by (business table); until now that of the pool. */
export class ShareUseKind1795819800000 implements MigrationInterface {
    name = 'ShareUseKind1795819800000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "month_share" ADD "use_meter_kind" text`);
        await queryRunner.query(`UPDATE "month_share" s SET use_meter_kind = p.use_meter_kind FROM "share_pool" p WHERE p.project_id = s.project_id AND p.id = s.pool_id AND s.status = 'CONFIRMED' AND s.method = 'USE'`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "month_share" DROP COLUMN "use_meter_kind"`);
    }

}
