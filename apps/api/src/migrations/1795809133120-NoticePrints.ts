import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which notices of a month were printed, for whom and how often (business table). */
export class NoticePrints1795809133120 implements MigrationInterface {
    name = 'NoticePrints1795809133120'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "notice_print" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "period" text NOT NULL, "room_id" uuid NOT NULL, "payer_id" uuid NOT NULL, "prints" integer NOT NULL, "last_printed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "printed_by" uuid NOT NULL, "printed_by_name" text NOT NULL, CONSTRAINT "uq_notice_print" UNIQUE ("project_id", "period", "room_id", "payer_id"), CONSTRAINT "ck_notice_print_prints" CHECK (prints > 0), CONSTRAINT "pk_notice_print" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "notice_print" ADD CONSTRAINT "fk_notice_print_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "notice_print" ADD CONSTRAINT "fk_notice_print_payer" FOREIGN KEY ("project_id", "payer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "notice_print" DROP CONSTRAINT "fk_notice_print_payer"`);
        await queryRunner.query(`ALTER TABLE "notice_print" DROP CONSTRAINT "fk_notice_print_room"`);
        await queryRunner.query(`DROP TABLE "notice_print"`);
    }

}
