import type { MigrationInterface, QueryRunner } from "typeorm";

/** A workbook is posted once as each kind of opening import (business table). */
export class OpeningFilePerKind1795777849214 implements MigrationInterface {
    name = 'OpeningFilePerKind1795777849214'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP INDEX "public"."uq_opening_file"`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_opening_file" ON "opening"  ("project_id", "kind", "sha256") WHERE status IN ('POSTING', 'POSTED')`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP INDEX "public"."uq_opening_file"`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_opening_file" ON "opening" USING btree ("project_id", "sha256") WHERE (status = ANY (ARRAY['POSTING'::text, 'POSTED'::text]))`);
    }

}
