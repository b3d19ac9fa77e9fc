import type { MigrationInterface, QueryRunner } from "typeorm";

/** The meter that the uses of a month of a pool were read from (business table); until now that of the pool. */
export class ShareMeter1795811884103 implements MigrationInterface {
    name = 'ShareMeter1795811884103'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "month_share" ADD "meter_id" uuid`);
        await queryRunner.query(`UPDATE "month_share" s SET meter_id = p.meter_id FROM "share_pool" p WHERE p.project_id = s.project_id AND p.id = s.pool_id AND (s.use IS NOT NULL OR s.master_use IS NOT NULL)`);
        await queryRunner.query(`ALTER TABLE "month_share" ADD CONSTRAINT "fk_month_share_meter" FOREIGN KEY ("project_id", "meter_id") REFERENCES "meter"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "month_share" DROP CONSTRAINT "fk_month_share_meter"`);
        await queryRunner.query(`ALTER TABLE "month_share" DROP COLUMN "meter_id"`);
    }

}
