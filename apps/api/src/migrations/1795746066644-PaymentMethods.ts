import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business table `payment_method`; the order of payment of a desk, and why a receipt does not keep it. */
export class PaymentMethods1795746066644 implements MigrationInterface {
    name = 'PaymentMethods1795746066644'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "payment_method" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "method" text NOT NULL, "enabled" boolean NOT NULL, "account" text, "reference" text NOT NULL, "reference_format" text NOT NULL, "reference_length" integer, "refundable" boolean NOT NULL, "finance_code" text, CONSTRAINT "uq_payment_method" UNIQUE ("project_id", "method"), CONSTRAINT "pk_payment_method" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "receipt" ADD "allocation_reason" text`);
        await queryRunner.query(`ALTER TABLE "desk_settings" ADD "allocation" text NOT NULL DEFAULT 'FREE'`);
        await queryRunner.query(`ALTER TABLE "payment_method" ADD CONSTRAINT "fk_payment_method_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "payment_method" DROP CONSTRAINT "fk_payment_method_project_id"`);
        await queryRunner.query(`ALTER TABLE "desk_settings" DROP COLUMN "allocation"`);
        await queryRunner.query(`ALTER TABLE "receipt" DROP COLUMN "allocation_reason"`);
        await queryRunner.query(`DROP TABLE "payment_method"`);
    }

}
