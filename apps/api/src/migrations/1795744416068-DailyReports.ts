import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business tables `daily_report` and `channel_statement`. */
export class DailyReports1795744416068 implements MigrationInterface {
    name = 'DailyReports1795744416068'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "daily_report" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "day" date NOT NULL, "cashier_id" uuid NOT NULL, "cashier_name" text NOT NULL, "papers" integer NOT NULL, "totals" jsonb NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE NOT NULL, "received_by" uuid, "received_by_name" text, "received_at" TIMESTAMP WITH TIME ZONE, "note" text, CONSTRAINT "uq_daily_report" UNIQUE ("project_id", "day", "cashier_id"), CONSTRAINT "pk_daily_report" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "channel_statement" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "day" date NOT NULL, "channel" text NOT NULL, "amount_fen" bigint, "entered_by" uuid, "entered_by_name" text, "reason" text, "explained_fen" bigint, CONSTRAINT "uq_channel_statement" UNIQUE ("project_id", "day", "channel"), CONSTRAINT "pk_channel_statement" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "daily_report" ADD CONSTRAINT "fk_daily_report_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "channel_statement" ADD CONSTRAINT "fk_channel_statement_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "channel_statement" DROP CONSTRAINT "fk_channel_statement_project_id"`);
        await queryRunner.query(`ALTER TABLE "daily_report" DROP CONSTRAINT "fk_daily_report_project_id"`);
        await queryRunner.query(`DROP TABLE "channel_statement"`);
        await queryRunner.query(`DROP TABLE "daily_report"`);
    }

}
