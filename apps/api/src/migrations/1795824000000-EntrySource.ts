import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What took back or adjusted stands in the entry itself (business table). Until now it was guessed: by the tables that knew
 * it, by the reason of the run or the reading, and else by what the reason begins with. Old entries are filled by that
 * guess, once: one that was reversed by hand with such words passes for what it was not. Seals cover columns by name, so
 * those of closed months stand as they are.
 */
export class EntrySource1795824000000 implements MigrationInterface {
    name = 'EntrySource1795824000000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "charge_entry" ADD "source" text`);
        await queryRunner.query(`UPDATE "charge_entry" t SET source = CASE
                 WHEN w.id IS NOT NULL THEN CASE WHEN e.amount_fen < 0 THEN 'WRITE_OFF' ELSE 'RECOVERY' END
                 WHEN e.kind = 'ADJUSTMENT' THEN 'BORNE'
                 WHEN n.status = 'REVERSED' AND n.reversal_reason = e.reason THEN 'RUN'
                 WHEN EXISTS (SELECT 1 FROM "meter_charge" x JOIN "meter_reading" y ON y.project_id = x.project_id AND y.id = x.reading_id
                               WHERE x.project_id = e.project_id AND x.charge_id = e.charge_id AND y.undo_reason = e.reason) THEN 'READING'
                 WHEN starts_with(e.reason, '更正 ') THEN 'CORRECTION'
                 WHEN starts_with(e.reason, '应收重算：') THEN 'RECALCULATION'
                 WHEN starts_with(e.reason, '房屋过户 ') THEN 'TRANSFER'
                 WHEN starts_with(e.reason, '拆分 ') OR starts_with(e.reason, '合并 ') OR starts_with(e.reason, '复原 ') THEN 'RESTRUCTURE'
                 WHEN starts_with(e.reason, '提前终止 ') THEN 'EARLY_END'
                 WHEN starts_with(e.reason, '撤回期初导入 ') THEN 'OPENING'
                 WHEN starts_with(e.reason, '补记以前日期的收款，违约金重算') THEN 'LATE_FEE'
                 ELSE 'HAND' END
            FROM "charge_entry" e
            JOIN "charge" c ON c.project_id = e.project_id AND c.id = e.charge_id
            LEFT JOIN "charge_run" n ON n.project_id = c.project_id AND n.id = c.run_id
            LEFT JOIN "write_off_entry" w ON w.project_id = e.project_id AND w.entry_id = e.id
           WHERE t.project_id = e.project_id AND t.id = e.id AND e.kind IN ('REVERSAL', 'ADJUSTMENT')`);
        await queryRunner.query(`ALTER TABLE "charge_entry" ADD CONSTRAINT "ck_charge_entry_sourced" CHECK ((source IS NOT NULL) = (kind IN ('REVERSAL', 'ADJUSTMENT')))`);
        await queryRunner.query(`ALTER TABLE "charge_entry" ADD CONSTRAINT "ck_charge_entry_source" CHECK (source IN ('HAND', 'RUN', 'CORRECTION', 'RECALCULATION', 'READING', 'LATE_FEE', 'TRANSFER', 'RESTRUCTURE', 'EARLY_END', 'OPENING', 'BORNE', 'WRITE_OFF', 'RECOVERY'))`);
        await queryRunner.query(`CREATE INDEX "ix_charge_entry_taken_back" ON "charge_entry"  ("project_id", "period") WHERE source IS NOT NULL`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP INDEX "public"."ix_charge_entry_taken_back"`);
        await queryRunner.query(`ALTER TABLE "charge_entry" DROP CONSTRAINT "ck_charge_entry_source"`);
        await queryRunner.query(`ALTER TABLE "charge_entry" DROP CONSTRAINT "ck_charge_entry_sourced"`);
        await queryRunner.query(`ALTER TABLE "charge_entry" DROP COLUMN "source"`);
    }

}
