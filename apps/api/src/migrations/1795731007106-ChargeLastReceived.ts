import type { MigrationInterface, QueryRunner } from "typeorm";
import { APP_ROLE } from "../data-source.js";

/** Business table `charge`: the day of its last receipt is kept, so that a room with a long history opens as quickly as a new one. */
export class ChargeLastReceived1795731007106 implements MigrationInterface {
  name = "ChargeLastReceived1795731007106";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "charge" ADD "last_received_on" date`);
    await queryRunner.query(
      `UPDATE charge c SET last_received_on = d.booked_on
         FROM (SELECT e.project_id, e.charge_id, max(s.booked_on) AS booked_on
                 FROM charge_entry e JOIN receipt s ON s.project_id = e.project_id AND s.id = e.receipt_id
                WHERE s.reversal_of IS NULL
                  AND NOT EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = s.project_id AND red.reversal_of = s.id)
                GROUP BY e.project_id, e.charge_id) d
        WHERE c.project_id = d.project_id AND c.id = d.charge_id`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_charge_room_received" ON "charge"  ("project_id", "room_id", "last_received_on") WHERE last_received_on IS NOT NULL`,
    );
    await queryRunner.query(`GRANT UPDATE (last_received_on) ON "charge" TO ${APP_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "public"."ix_charge_room_received"`);
    await queryRunner.query(`ALTER TABLE "charge" DROP COLUMN "last_received_on"`);
  }
}
