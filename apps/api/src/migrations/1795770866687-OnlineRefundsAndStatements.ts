import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Business tables: `online_refund`, refunds through the channel the money came by; `online_statement` and `online_difference`,
 * what channels say of their days and where it differs.
 */
export class OnlineRefundsAndStatements1795770866687 implements MigrationInterface {
    name = 'OnlineRefundsAndStatements1795770866687'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "online_refund" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "order_id" uuid NOT NULL, "request_id" uuid, "refund_no" text NOT NULL, "status" text NOT NULL, "amount_fen" bigint NOT NULL, "channel_refund_no" text, "failure" text, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "finished_at" TIMESTAMP WITH TIME ZONE, "asked_by" uuid, "asked_by_name" text, CONSTRAINT "uq_online_refund_no" UNIQUE ("project_id", "refund_no"), CONSTRAINT "ck_online_refund_finished" CHECK ((status = 'PROCESSING') = (finished_at IS NULL)), CONSTRAINT "ck_online_refund_amount" CHECK (amount_fen > 0), CONSTRAINT "pk_online_refund" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_online_refund_waiting" ON "online_refund"  ("asked_at") WHERE status = 'PROCESSING'`);
        await queryRunner.query(`CREATE INDEX "ix_online_refund_order" ON "online_refund"  ("project_id", "order_id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_online_refund_request" ON "online_refund"  ("project_id", "request_id") WHERE request_id IS NOT NULL`);
        await queryRunner.query(`CREATE TABLE "online_statement" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "channel_id" uuid NOT NULL, "day" date NOT NULL, "payment_count" integer NOT NULL, "payment_fen" bigint NOT NULL, "refund_count" integer NOT NULL, "refund_fen" bigint NOT NULL, "fetched_at" TIMESTAMP WITH TIME ZONE NOT NULL, "fetched_by" uuid NOT NULL, "fetched_by_name" text NOT NULL, CONSTRAINT "uq_online_statement_day" UNIQUE ("project_id", "day", "channel_id"), CONSTRAINT "ck_online_statement_sums" CHECK (payment_fen >= 0 AND refund_fen >= 0), CONSTRAINT "pk_online_statement" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "online_difference" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "statement_id" uuid NOT NULL, "kind" text NOT NULL, "line" text NOT NULL, "trade_no" text NOT NULL, "reference" text NOT NULL, "order_id" uuid, "ours_fen" bigint, "theirs_fen" bigint, "note" text, "settled_by_name" text, "settled_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_online_difference_line" UNIQUE ("project_id", "statement_id", "line", "reference"), CONSTRAINT "ck_online_difference_settled" CHECK ((settled_at IS NULL) = (note IS NULL)), CONSTRAINT "ck_online_difference_sums" CHECK (num_nonnulls(ours_fen, theirs_fen) > 0 AND ours_fen IS DISTINCT FROM theirs_fen), CONSTRAINT "pk_online_difference" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_online_difference_open" ON "online_difference"  ("project_id", "statement_id") WHERE settled_at IS NULL`);
        await queryRunner.query(`ALTER TABLE "online_order" ADD "refunded_fen" bigint NOT NULL DEFAULT '0'`);
        await queryRunner.query(`ALTER TABLE "online_order" ADD CONSTRAINT "ck_online_order_refunded" CHECK (refunded_fen BETWEEN 0 AND amount_fen AND (status = 'REFUNDED') = (refunded_fen = amount_fen))`);
        await queryRunner.query(`ALTER TABLE "online_refund" ADD CONSTRAINT "fk_online_refund_order" FOREIGN KEY ("project_id", "order_id") REFERENCES "online_order"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "online_refund" ADD CONSTRAINT "fk_online_refund_request" FOREIGN KEY ("project_id", "request_id") REFERENCES "refund_request"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "online_statement" ADD CONSTRAINT "fk_online_statement_channel" FOREIGN KEY ("project_id", "channel_id") REFERENCES "online_channel"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "online_difference" ADD CONSTRAINT "fk_online_difference_statement" FOREIGN KEY ("project_id", "statement_id") REFERENCES "online_statement"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "online_difference" ADD CONSTRAINT "fk_online_difference_order" FOREIGN KEY ("project_id", "order_id") REFERENCES "online_order"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "online_difference" DROP CONSTRAINT "fk_online_difference_order"`);
        await queryRunner.query(`ALTER TABLE "online_difference" DROP CONSTRAINT "fk_online_difference_statement"`);
        await queryRunner.query(`ALTER TABLE "online_statement" DROP CONSTRAINT "fk_online_statement_channel"`);
        await queryRunner.query(`ALTER TABLE "online_refund" DROP CONSTRAINT "fk_online_refund_request"`);
        await queryRunner.query(`ALTER TABLE "online_refund" DROP CONSTRAINT "fk_online_refund_order"`);
        await queryRunner.query(`ALTER TABLE "online_order" DROP CONSTRAINT "ck_online_order_refunded"`);
        await queryRunner.query(`ALTER TABLE "online_order" DROP COLUMN "refunded_fen"`);
        await queryRunner.query(`DROP INDEX "public"."ix_online_difference_open"`);
        await queryRunner.query(`DROP TABLE "online_difference"`);
        await queryRunner.query(`DROP TABLE "online_statement"`);
        await queryRunner.query(`DROP INDEX "public"."uq_online_refund_request"`);
        await queryRunner.query(`DROP INDEX "public"."ix_online_refund_order"`);
        await queryRunner.query(`DROP INDEX "public"."ix_online_refund_waiting"`);
        await queryRunner.query(`DROP TABLE "online_refund"`);
    }

}
