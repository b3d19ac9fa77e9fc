import type { MigrationInterface, QueryRunner } from "typeorm";
import { APP_ROLE } from "../data-source.js";

/**
 * Business table `charge`: the day a bill was cut at. What a red receipt opens again of one that was cut stands beside what
 * was issued for its days, and so does what is issued in its place: the unique keys of a service leave both out. Bills that
 * sales have cut until now get the day their entry says.
 */
export class CutCharges1795823400000 implements MigrationInterface {
    name = 'CutCharges1795823400000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "charge" ADD "cut_on" date`);
        await queryRunner.query(`UPDATE "charge" c SET cut_on = e.day
           FROM (SELECT project_id, charge_id, min(substring(reason FROM '，自 ([0-9]{4}-[0-9]{2}-[0-9]{2}) 起由新业主承担')::date) AS day
                   FROM "charge_entry" WHERE kind = 'REVERSAL' AND starts_with(reason, '房屋过户 ') GROUP BY project_id, charge_id) e
          WHERE c.project_id = e.project_id AND c.id = e.charge_id AND e.day IS NOT NULL AND c.reversed_fen <> 0`);
        await queryRunner.query(`GRANT UPDATE (cut_on) ON "charge" TO ${APP_ROLE}`);
        await queryRunner.query(`DROP INDEX "public"."uq_charge_service"`);
        await queryRunner.query(`DROP INDEX "public"."uq_charge_object_service"`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_charge_service" ON "charge"  ("project_id", "room_id", "fee_item_id", "service_from") WHERE reversed_fen = 0 AND cut_on IS NULL AND source = 'RUN' AND object_id IS NULL`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_charge_object_service" ON "charge"  ("project_id", "object_id", "fee_item_id", "service_from") WHERE reversed_fen = 0 AND cut_on IS NULL AND source = 'RUN' AND object_id IS NOT NULL`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP INDEX "public"."uq_charge_object_service"`);
        await queryRunner.query(`DROP INDEX "public"."uq_charge_service"`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_charge_object_service" ON "charge"  ("project_id", "object_id", "fee_item_id", "service_from") WHERE reversed_fen = 0 AND source = 'RUN' AND object_id IS NOT NULL`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_charge_service" ON "charge"  ("project_id", "room_id", "fee_item_id", "service_from") WHERE reversed_fen = 0 AND source = 'RUN' AND object_id IS NULL`);
        await queryRunner.query(`ALTER TABLE "charge" DROP COLUMN "cut_on"`);
    }

}
