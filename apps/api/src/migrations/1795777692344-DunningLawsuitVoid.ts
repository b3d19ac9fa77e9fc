import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** A lawsuit that was recorded by mistake is taken back (business table). */
export class DunningLawsuitVoid1795777692344 implements MigrationInterface {
    name = 'DunningLawsuitVoid1795777692344'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "dunning_lawsuit" ADD "voided_on" date`);
        await queryRunner.query(`ALTER TABLE "dunning_lawsuit" ADD "void_reason" text`);
        await queryRunner.query(`ALTER TABLE "dunning_lawsuit" ADD CONSTRAINT "ck_dunning_lawsuit_void" CHECK ((voided_on IS NULL) = (void_reason IS NULL))`);
        await appendOnly(queryRunner, "dunning_lawsuit", ["ended_on", "outcome", "voided_on", "void_reason"]);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "dunning_lawsuit" DROP CONSTRAINT "ck_dunning_lawsuit_void"`);
        await queryRunner.query(`ALTER TABLE "dunning_lawsuit" DROP COLUMN "void_reason"`);
        await queryRunner.query(`ALTER TABLE "dunning_lawsuit" DROP COLUMN "voided_on"`);
    }

}
