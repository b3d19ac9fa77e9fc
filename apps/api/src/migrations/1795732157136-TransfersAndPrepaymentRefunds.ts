import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business tables `room_transfer`, `room_transfer_owner` and `prepayment_refund`; refunds pay back prepayments, too. */

export class TransfersAndPrepaymentRefunds1795732157136 implements MigrationInterface {
    name = 'TransfersAndPrepaymentRefunds1795732157136'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "prepayment_refund" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "account_id" uuid NOT NULL, "status" text NOT NULL, "amount_fen" bigint NOT NULL, "reason" text NOT NULL, "requested_by" uuid NOT NULL, "requested_by_name" text NOT NULL, "cancel_reason" text, CONSTRAINT "ck_prepayment_refund_amount" CHECK (amount_fen > 0), CONSTRAINT "pk_prepayment_refund" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_prepayment_refund_status" ON "prepayment_refund"  ("project_id", "status", "id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_prepayment_refund_open" ON "prepayment_refund"  ("project_id", "account_id") WHERE status = 'OPEN'`);
        await queryRunner.query(`CREATE TABLE "room_transfer" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "number" text NOT NULL, "room_id" uuid NOT NULL, "status" text NOT NULL, "version" integer NOT NULL, "transfer_on" date, "reason" text, "remark" text, "arrears" text NOT NULL, "prepayment" text NOT NULL, "relations" jsonb NOT NULL, "readings" jsonb NOT NULL, "confirmations" jsonb NOT NULL, "payer_customer_id" uuid, "parties" jsonb, "results" jsonb, "approval_id" uuid, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, "completed_at" TIMESTAMP WITH TIME ZONE, "completed_by_name" text, "cancel_reason" text, CONSTRAINT "uq_room_transfer_number" UNIQUE ("project_id", "number"), CONSTRAINT "ck_room_transfer_done" CHECK (status <> 'COMPLETED' OR (transfer_on IS NOT NULL AND completed_at IS NOT NULL)), CONSTRAINT "pk_room_transfer" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_room_transfer_status" ON "room_transfer"  ("project_id", "status", "id") `);
        await queryRunner.query(`CREATE INDEX "ix_room_transfer_room" ON "room_transfer"  ("project_id", "room_id", "id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_room_transfer_active" ON "room_transfer"  ("project_id", "room_id") WHERE status IN ('DRAFT', 'SETTLING', 'PENDING')`);
        await queryRunner.query(`CREATE TABLE "room_transfer_owner" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "transfer_id" uuid NOT NULL, "customer_id" uuid NOT NULL, "place" integer NOT NULL, "share" numeric(7,4), CONSTRAINT "uq_room_transfer_owner" UNIQUE ("project_id", "transfer_id", "customer_id"), CONSTRAINT "ck_room_transfer_owner_share" CHECK (share IS NULL OR (share > 0 AND share <= 100)), CONSTRAINT "pk_room_transfer_owner" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_room_transfer_owner_customer" ON "room_transfer_owner"  ("project_id", "customer_id") `);
        await queryRunner.query(`ALTER TABLE "prepayment_movement" ADD "document_no" text`);
        await queryRunner.query(`ALTER TABLE "refund" ADD "prepayment_refund_id" uuid`);
        await queryRunner.query(`ALTER TABLE "refund" DROP CONSTRAINT "fk_refund_red_receipt"`);
        await queryRunner.query(`DROP INDEX "public"."ix_refund_red_receipt"`);
        await queryRunner.query(`ALTER TABLE "refund" ALTER COLUMN "red_receipt_id" DROP NOT NULL`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_refund_prepayment_refund" ON "refund"  ("project_id", "prepayment_refund_id") WHERE prepayment_refund_id IS NOT NULL`);
        await queryRunner.query(`CREATE INDEX "ix_refund_red_receipt" ON "refund"  ("project_id", "red_receipt_id") `);
        await queryRunner.query(`ALTER TABLE "refund" ADD CONSTRAINT "ck_refund_source" CHECK ((red_receipt_id IS NULL) <> (prepayment_refund_id IS NULL))`);
        await queryRunner.query(`ALTER TABLE "prepayment_refund" ADD CONSTRAINT "fk_prepayment_refund_account" FOREIGN KEY ("project_id", "account_id") REFERENCES "prepayment_account"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "refund" ADD CONSTRAINT "fk_refund_red_receipt" FOREIGN KEY ("project_id", "red_receipt_id") REFERENCES "receipt"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "refund" ADD CONSTRAINT "fk_refund_prepayment_refund" FOREIGN KEY ("project_id", "prepayment_refund_id") REFERENCES "prepayment_refund"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "room_transfer" ADD CONSTRAINT "fk_room_transfer_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "room_transfer" ADD CONSTRAINT "fk_room_transfer_payer" FOREIGN KEY ("project_id", "payer_customer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "room_transfer_owner" ADD CONSTRAINT "fk_room_transfer_owner_transfer" FOREIGN KEY ("project_id", "transfer_id") REFERENCES "room_transfer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "room_transfer_owner" ADD CONSTRAINT "fk_room_transfer_owner_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "room_transfer_owner" DROP CONSTRAINT "fk_room_transfer_owner_customer"`);
        await queryRunner.query(`ALTER TABLE "room_transfer_owner" DROP CONSTRAINT "fk_room_transfer_owner_transfer"`);
        await queryRunner.query(`ALTER TABLE "room_transfer" DROP CONSTRAINT "fk_room_transfer_payer"`);
        await queryRunner.query(`ALTER TABLE "room_transfer" DROP CONSTRAINT "fk_room_transfer_room"`);
        await queryRunner.query(`ALTER TABLE "refund" DROP CONSTRAINT "fk_refund_prepayment_refund"`);
        await queryRunner.query(`ALTER TABLE "refund" DROP CONSTRAINT "fk_refund_red_receipt"`);
        await queryRunner.query(`ALTER TABLE "prepayment_refund" DROP CONSTRAINT "fk_prepayment_refund_account"`);
        await queryRunner.query(`ALTER TABLE "refund" DROP CONSTRAINT "ck_refund_source"`);
        await queryRunner.query(`DROP INDEX "public"."ix_refund_red_receipt"`);
        await queryRunner.query(`DROP INDEX "public"."uq_refund_prepayment_refund"`);
        await queryRunner.query(`ALTER TABLE "refund" ALTER COLUMN "red_receipt_id" SET NOT NULL`);
        await queryRunner.query(`CREATE INDEX "ix_refund_red_receipt" ON "refund" USING btree ("project_id", "red_receipt_id") `);
        await queryRunner.query(`ALTER TABLE "refund" ADD CONSTRAINT "fk_refund_red_receipt" FOREIGN KEY ("project_id", "red_receipt_id") REFERENCES "receipt"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "refund" DROP COLUMN "prepayment_refund_id"`);
        await queryRunner.query(`ALTER TABLE "prepayment_movement" DROP COLUMN "document_no"`);
        await queryRunner.query(`DROP INDEX "public"."ix_room_transfer_owner_customer"`);
        await queryRunner.query(`DROP TABLE "room_transfer_owner"`);
        await queryRunner.query(`DROP INDEX "public"."uq_room_transfer_active"`);
        await queryRunner.query(`DROP INDEX "public"."ix_room_transfer_room"`);
        await queryRunner.query(`DROP INDEX "public"."ix_room_transfer_status"`);
        await queryRunner.query(`DROP TABLE "room_transfer"`);
        await queryRunner.query(`DROP INDEX "public"."uq_prepayment_refund_open"`);
        await queryRunner.query(`DROP INDEX "public"."ix_prepayment_refund_status"`);
        await queryRunner.query(`DROP TABLE "prepayment_refund"`);
    }

}
