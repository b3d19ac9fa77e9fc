import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business table `charge`: finds what was billed with a price, and whether a fee item was ever billed. */
export class ChargeItemIndex1795437100000 implements MigrationInterface {
  name = "ChargeItemIndex1795437100000";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX "ix_charge_item" ON "charge" ("project_id", "fee_item_id", "rate_version_id", "service_to") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "public"."ix_charge_item"`);
  }
}
