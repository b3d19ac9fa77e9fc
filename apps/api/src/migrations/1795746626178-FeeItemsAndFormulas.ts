import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business tables: mnemonic, parent, print form and tax by date of `fee_item`; the formula of `rate`. */
export class FeeItemsAndFormulas1795746626178 implements MigrationInterface {
    name = 'FeeItemsAndFormulas1795746626178'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "fee_item" ADD "mnemonic" text`);
        await queryRunner.query(`ALTER TABLE "fee_item" ADD "parent_id" uuid`);
        await queryRunner.query(`ALTER TABLE "fee_item" ADD "print_form" text NOT NULL DEFAULT 'OTHER'`);
        await queryRunner.query(`ALTER TABLE "fee_item" ADD "tax_changes" jsonb NOT NULL DEFAULT '[]'`);
        await queryRunner.query(`ALTER TABLE "rate" ADD "formula" text`);
        await queryRunner.query(`CREATE INDEX "ix_fee_item_parent" ON "fee_item"  ("project_id", "parent_id") WHERE parent_id IS NOT NULL`);
        await queryRunner.query(`ALTER TABLE "fee_item" ADD CONSTRAINT "fk_fee_item_parent" FOREIGN KEY ("project_id", "parent_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "fee_item" DROP CONSTRAINT "fk_fee_item_parent"`);
        await queryRunner.query(`DROP INDEX "public"."ix_fee_item_parent"`);
        await queryRunner.query(`ALTER TABLE "rate" DROP COLUMN "formula"`);
        await queryRunner.query(`ALTER TABLE "fee_item" DROP COLUMN "tax_changes"`);
        await queryRunner.query(`ALTER TABLE "fee_item" DROP COLUMN "print_form"`);
        await queryRunner.query(`ALTER TABLE "fee_item" DROP COLUMN "parent_id"`);
        await queryRunner.query(`ALTER TABLE "fee_item" DROP COLUMN "mnemonic"`);
    }

}
