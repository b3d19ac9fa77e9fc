import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business table `charge_entry`: finds what bills written anew gave back to prepayments, which has no receipt. */
export class GivenBackIndex1795811061809 implements MigrationInterface {
    name = 'GivenBackIndex1795811061809'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE INDEX "ix_charge_entry_given_back" ON "charge_entry" ("project_id", "booked_on") WHERE kind = 'OFFSET' AND receipt_id IS NULL`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP INDEX "public"."ix_charge_entry_given_back"`);
    }

}
