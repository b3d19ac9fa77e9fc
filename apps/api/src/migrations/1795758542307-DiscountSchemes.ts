import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Discount schemes (优惠方案), their items and what they gave with receipts. Business tables. */
export class DiscountSchemes1795758542307 implements MigrationInterface {
    name = 'DiscountSchemes1795758542307'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "discount_scheme" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "name" text NOT NULL, "months" integer NOT NULL, "benefit" text NOT NULL, "percent" numeric(5,2), "amount_fen" bigint, "free_months" integer, "max_arrears_days" integer, "starts_on" date NOT NULL, "ends_on" date, "stackable" boolean NOT NULL, "active" boolean NOT NULL, CONSTRAINT "uq_discount_scheme_name" UNIQUE ("project_id", "name"), CONSTRAINT "ck_discount_scheme_benefit" CHECK ((benefit = 'PERCENT') = (percent IS NOT NULL) AND (benefit = 'AMOUNT') = (amount_fen IS NOT NULL) AND (benefit = 'FREE_MONTHS') = (free_months IS NOT NULL)), CONSTRAINT "ck_discount_scheme_days" CHECK (ends_on IS NULL OR ends_on >= starts_on), CONSTRAINT "pk_discount_scheme" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "discount_line" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "scheme_id" uuid NOT NULL, "charge_id" uuid NOT NULL, "receipt_id" uuid NOT NULL, "amount_fen" bigint NOT NULL, "booked_on" date NOT NULL, CONSTRAINT "ck_discount_line_amount" CHECK (amount_fen <> 0), CONSTRAINT "pk_discount_line" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_discount_line_receipt" ON "discount_line"  ("project_id", "receipt_id") `);
        await queryRunner.query(`CREATE INDEX "ix_discount_line_charge" ON "discount_line"  ("project_id", "charge_id") `);
        await queryRunner.query(`CREATE INDEX "ix_discount_line_scheme" ON "discount_line"  ("project_id", "scheme_id") `);
        await queryRunner.query(`CREATE TABLE "discount_scheme_item" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "scheme_id" uuid NOT NULL, "fee_item_id" uuid NOT NULL, CONSTRAINT "uq_discount_scheme_item" UNIQUE ("project_id", "scheme_id", "fee_item_id"), CONSTRAINT "pk_discount_scheme_item" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "discount_line" ADD CONSTRAINT "fk_discount_line_scheme" FOREIGN KEY ("project_id", "scheme_id") REFERENCES "discount_scheme"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "discount_line" ADD CONSTRAINT "fk_discount_line_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "discount_line" ADD CONSTRAINT "fk_discount_line_receipt" FOREIGN KEY ("project_id", "receipt_id") REFERENCES "receipt"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "discount_scheme_item" ADD CONSTRAINT "fk_discount_scheme_item_scheme" FOREIGN KEY ("project_id", "scheme_id") REFERENCES "discount_scheme"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "discount_scheme_item" ADD CONSTRAINT "fk_discount_scheme_item_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "discount_line");
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "discount_scheme_item" DROP CONSTRAINT "fk_discount_scheme_item_item"`);
        await queryRunner.query(`ALTER TABLE "discount_scheme_item" DROP CONSTRAINT "fk_discount_scheme_item_scheme"`);
        await queryRunner.query(`ALTER TABLE "discount_line" DROP CONSTRAINT "fk_discount_line_receipt"`);
        await queryRunner.query(`ALTER TABLE "discount_line" DROP CONSTRAINT "fk_discount_line_charge"`);
        await queryRunner.query(`ALTER TABLE "discount_line" DROP CONSTRAINT "fk_discount_line_scheme"`);
        await queryRunner.query(`DROP TABLE "discount_scheme_item"`);
        await queryRunner.query(`DROP INDEX "public"."ix_discount_line_scheme"`);
        await queryRunner.query(`DROP INDEX "public"."ix_discount_line_charge"`);
        await queryRunner.query(`DROP INDEX "public"."ix_discount_line_receipt"`);
        await queryRunner.query(`DROP TABLE "discount_line"`);
        await queryRunner.query(`DROP TABLE "discount_scheme"`);
    }

}
