import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/**
 * Business tables of online payments: `online_channel`, `online_order` with the charges it was made for, and the log of what
 * channels said.
 */
export class OnlinePayments1795768170786 implements MigrationInterface {
    name = 'OnlinePayments1795768170786'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "online_channel" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "name" text NOT NULL, "method" text NOT NULL, "merchant_id" text NOT NULL, "base_url" text NOT NULL, "notify_base_url" text NOT NULL, "key_cipher" text NOT NULL, "valid_minutes" integer NOT NULL, "active" boolean NOT NULL, CONSTRAINT "uq_online_channel_merchant" UNIQUE ("project_id", "base_url", "merchant_id"), CONSTRAINT "uq_online_channel_name" UNIQUE ("project_id", "name"), CONSTRAINT "ck_online_channel_valid" CHECK (valid_minutes BETWEEN 5 AND 1440), CONSTRAINT "pk_online_channel" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "online_order" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "order_no" text NOT NULL, "status" text NOT NULL, "channel_id" uuid NOT NULL, "payer_id" uuid NOT NULL, "room_id" uuid NOT NULL, "amount_fen" bigint NOT NULL, "pay_url" text, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "transaction_no" text, "paid_at" TIMESTAMP WITH TIME ZONE, "paid_after_close" boolean NOT NULL DEFAULT false, "prepaid_fen" bigint NOT NULL DEFAULT '0', "close_reason" text, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, "request_hash" text NOT NULL, CONSTRAINT "uq_online_order_no" UNIQUE ("project_id", "order_no"), CONSTRAINT "ck_online_order_paid" CHECK ((status IN ('PAID', 'REFUNDED')) = (paid_at IS NOT NULL) AND (paid_at IS NULL) = (transaction_no IS NULL)), CONSTRAINT "ck_online_order_amount" CHECK (amount_fen > 0 AND prepaid_fen BETWEEN 0 AND amount_fen), CONSTRAINT "pk_online_order" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_online_order_waiting" ON "online_order"  ("asked_at") WHERE status = 'CREATED'`);
        await queryRunner.query(`CREATE INDEX "ix_online_order_created" ON "online_order"  ("project_id", "created_at", "id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_online_order_transaction" ON "online_order"  ("project_id", "channel_id", "transaction_no") WHERE transaction_no IS NOT NULL`);
        await queryRunner.query(`CREATE TABLE "online_notification" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "channel_id" uuid NOT NULL, "order_id" uuid, "kind" text NOT NULL, "result" text NOT NULL, "amount_fen" bigint, "transaction_no" text, "message" text, "body" text NOT NULL, CONSTRAINT "pk_online_notification" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_online_notification_channel" ON "online_notification"  ("project_id", "channel_id", "id") `);
        await queryRunner.query(`CREATE INDEX "ix_online_notification_order" ON "online_notification"  ("project_id", "order_id", "id") WHERE order_id IS NOT NULL`);
        await queryRunner.query(`CREATE TABLE "online_order_charge" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "order_id" uuid NOT NULL, "charge_id" uuid NOT NULL, "amount_fen" bigint NOT NULL, CONSTRAINT "uq_online_order_charge" UNIQUE ("project_id", "order_id", "charge_id"), CONSTRAINT "ck_online_order_charge_amount" CHECK (amount_fen > 0), CONSTRAINT "pk_online_order_charge" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_online_order_charge_charge" ON "online_order_charge"  ("project_id", "charge_id") `);
        await queryRunner.query(`ALTER TABLE "online_order" ADD CONSTRAINT "fk_online_order_channel" FOREIGN KEY ("project_id", "channel_id") REFERENCES "online_channel"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "online_order" ADD CONSTRAINT "fk_online_order_payer" FOREIGN KEY ("project_id", "payer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "online_order" ADD CONSTRAINT "fk_online_order_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "online_notification" ADD CONSTRAINT "fk_online_notification_channel" FOREIGN KEY ("project_id", "channel_id") REFERENCES "online_channel"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "online_notification" ADD CONSTRAINT "fk_online_notification_order" FOREIGN KEY ("project_id", "order_id") REFERENCES "online_order"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "online_order_charge" ADD CONSTRAINT "fk_online_order_charge_order" FOREIGN KEY ("project_id", "order_id") REFERENCES "online_order"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "online_order_charge" ADD CONSTRAINT "fk_online_order_charge_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "online_order_charge");
        await appendOnly(queryRunner, "online_notification");
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "online_order_charge" DROP CONSTRAINT "fk_online_order_charge_charge"`);
        await queryRunner.query(`ALTER TABLE "online_order_charge" DROP CONSTRAINT "fk_online_order_charge_order"`);
        await queryRunner.query(`ALTER TABLE "online_notification" DROP CONSTRAINT "fk_online_notification_order"`);
        await queryRunner.query(`ALTER TABLE "online_notification" DROP CONSTRAINT "fk_online_notification_channel"`);
        await queryRunner.query(`ALTER TABLE "online_order" DROP CONSTRAINT "fk_online_order_room"`);
        await queryRunner.query(`ALTER TABLE "online_order" DROP CONSTRAINT "fk_online_order_payer"`);
        await queryRunner.query(`ALTER TABLE "online_order" DROP CONSTRAINT "fk_online_order_channel"`);
        await queryRunner.query(`DROP INDEX "public"."ix_online_order_charge_charge"`);
        await queryRunner.query(`DROP TABLE "online_order_charge"`);
        await queryRunner.query(`DROP INDEX "public"."ix_online_notification_order"`);
        await queryRunner.query(`DROP INDEX "public"."ix_online_notification_channel"`);
        await queryRunner.query(`DROP TABLE "online_notification"`);
        await queryRunner.query(`DROP INDEX "public"."uq_online_order_transaction"`);
        await queryRunner.query(`DROP INDEX "public"."ix_online_order_created"`);
        await queryRunner.query(`DROP INDEX "public"."ix_online_order_waiting"`);
        await queryRunner.query(`DROP TABLE "online_order"`);
        await queryRunner.query(`DROP TABLE "online_channel"`);
    }

}
