import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who bears what a discount scheme gives, and what was charged to him for it (BIL-43). Business tables. */
export class DiscountBearers1795816210443 implements MigrationInterface {
    name = 'DiscountBearers1795816210443'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "discount_scheme" ADD "bearer_id" uuid`);
        await queryRunner.query(`ALTER TABLE "discount_line" ADD "borne_charge_id" uuid`);
        await queryRunner.query(`ALTER TABLE "discount_scheme" ADD CONSTRAINT "fk_discount_scheme_bearer" FOREIGN KEY ("project_id", "bearer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "discount_line" ADD CONSTRAINT "fk_discount_line_borne" FOREIGN KEY ("project_id", "borne_charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "discount_line" DROP CONSTRAINT "fk_discount_line_borne"`);
        await queryRunner.query(`ALTER TABLE "discount_scheme" DROP CONSTRAINT "fk_discount_scheme_bearer"`);
        await queryRunner.query(`ALTER TABLE "discount_line" DROP COLUMN "borne_charge_id"`);
        await queryRunner.query(`ALTER TABLE "discount_scheme" DROP COLUMN "bearer_id"`);
    }

}
