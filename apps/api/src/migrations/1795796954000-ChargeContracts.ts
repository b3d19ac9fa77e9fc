import type { MigrationInterface, QueryRunner } from "typeorm";

/** Contracts that rates are bound to (business table). */
export class ChargeContracts1795796954000 implements MigrationInterface {
    name = 'ChargeContracts1795796954000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "charge_contract" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "number" text NOT NULL, "name" text NOT NULL, "room_id" uuid NOT NULL, "starts_on" date NOT NULL, "ends_on" date, CONSTRAINT "uq_charge_contract_number" UNIQUE ("project_id", "number"), CONSTRAINT "ck_charge_contract_dates" CHECK (ends_on IS NULL OR ends_on >= starts_on), CONSTRAINT "pk_charge_contract" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_charge_contract_room" ON "charge_contract"  ("project_id", "room_id") `);
        await queryRunner.query(`ALTER TABLE "charge_contract" ADD CONSTRAINT "fk_charge_contract_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "charge_contract" DROP CONSTRAINT "fk_charge_contract_room"`);
        await queryRunner.query(`DROP INDEX "public"."ix_charge_contract_room"`);
        await queryRunner.query(`DROP TABLE "charge_contract"`);
    }
}
