import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business tables `share_pool`, `month_share` and `share_line`: public costs that rooms share (公摊, BIL-24). */
export class PublicShares1795744584391 implements MigrationInterface {
    name = 'PublicShares1795744584391'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "share_pool" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "name" text NOT NULL, "fee_item_id" uuid NOT NULL, "purpose" text NOT NULL, "method" text NOT NULL, "area_kind" text NOT NULL, "source" text NOT NULL, "unit" text, "rooms" jsonb NOT NULL, "excluded_room_ids" uuid array NOT NULL, "vacancy" text NOT NULL, "ratios" jsonb NOT NULL, "due_rule" text NOT NULL, "due_days" integer NOT NULL, "legal_basis" text, "starts_period" text NOT NULL, "active" boolean NOT NULL, CONSTRAINT "uq_share_pool_name" UNIQUE ("project_id", "name"), CONSTRAINT "ck_share_pool_due_days" CHECK (due_days BETWEEN 0 AND 366), CONSTRAINT "pk_share_pool" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "month_share" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "pool_id" uuid NOT NULL, "period" text NOT NULL, "status" text NOT NULL, "use" numeric(16,4), "master_use" numeric(16,4), "sub_use" numeric(16,4), "unit_price" numeric(14,6), "room_uses" jsonb NOT NULL, "amount_fen" bigint NOT NULL, "remark" text, "entered_by" uuid NOT NULL, "entered_by_name" text NOT NULL, "method" text, "area_kind" text, "base" numeric(20,6), "confirmed_by" uuid, "confirmed_by_name" text, "confirmed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_month_share" UNIQUE ("project_id", "pool_id", "period"), CONSTRAINT "ck_month_share_amount" CHECK (amount_fen >= 0), CONSTRAINT "ck_month_share_confirmed" CHECK ((status = 'CONFIRMED') = (confirmed_at IS NOT NULL)), CONSTRAINT "pk_month_share" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "share_line" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "share_id" uuid NOT NULL, "room_id" uuid NOT NULL, "fee_item_id" uuid NOT NULL, "period" text NOT NULL, "weight" numeric(18,6) NOT NULL, "amount_fen" bigint NOT NULL, "remainder_fen" integer NOT NULL, "borne" boolean NOT NULL, CONSTRAINT "uq_share_line_room" UNIQUE ("project_id", "room_id", "period", "fee_item_id"), CONSTRAINT "pk_share_line" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_share_line_share" ON "share_line"  ("project_id", "share_id") `);
        await queryRunner.query(`ALTER TABLE "share_pool" ADD CONSTRAINT "fk_share_pool_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "month_share" ADD CONSTRAINT "fk_month_share_pool" FOREIGN KEY ("project_id", "pool_id") REFERENCES "share_pool"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "share_line" ADD CONSTRAINT "fk_share_line_share" FOREIGN KEY ("project_id", "share_id") REFERENCES "month_share"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "share_line" ADD CONSTRAINT "fk_share_line_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "share_line" ADD CONSTRAINT "fk_share_line_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "share_line" DROP CONSTRAINT "fk_share_line_fee_item"`);
        await queryRunner.query(`ALTER TABLE "share_line" DROP CONSTRAINT "fk_share_line_room"`);
        await queryRunner.query(`ALTER TABLE "share_line" DROP CONSTRAINT "fk_share_line_share"`);
        await queryRunner.query(`ALTER TABLE "month_share" DROP CONSTRAINT "fk_month_share_pool"`);
        await queryRunner.query(`ALTER TABLE "share_pool" DROP CONSTRAINT "fk_share_pool_fee_item"`);
        await queryRunner.query(`DROP INDEX "public"."ix_share_line_share"`);
        await queryRunner.query(`DROP TABLE "share_line"`);
        await queryRunner.query(`DROP TABLE "month_share"`);
        await queryRunner.query(`DROP TABLE "share_pool"`);
    }

}
