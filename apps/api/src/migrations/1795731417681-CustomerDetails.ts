import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Business tables `customer_phone`, `customer_address`, `customer_contact`, `customer_invoice_title`, `customer_tag` and
 * `tagged_customer`. Telephones and the contact of companies move into their tables; the columns of telephones stay as
 * the numbers searches and prints read.
 */
export class CustomerDetails1795731417681 implements MigrationInterface {
    name = 'CustomerDetails1795731417681'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "customer_address" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "customer_id" uuid NOT NULL, "kind" text NOT NULL, "text" text NOT NULL, CONSTRAINT "pk_customer_address" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_customer_address_customer" ON "customer_address"  ("project_id", "customer_id") `);
        await queryRunner.query(`CREATE TABLE "customer_contact" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "customer_id" uuid NOT NULL, "name" text NOT NULL, "position" text, "mobile" text, "office_phone" text, "email" text, "is_main" boolean NOT NULL, "starts_on" date, "ends_on" date, CONSTRAINT "ck_customer_contact_dates" CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on), CONSTRAINT "pk_customer_contact" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_customer_contact_main" ON "customer_contact"  ("project_id", "customer_id") WHERE is_main`);
        await queryRunner.query(`CREATE INDEX "ix_customer_contact_customer" ON "customer_contact"  ("project_id", "customer_id") `);
        await queryRunner.query(`CREATE TABLE "customer_phone" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "customer_id" uuid NOT NULL, "kind" text NOT NULL, "number" text NOT NULL, "label" text, "is_main" boolean NOT NULL, "verified_on" date, "verified_by" uuid, "verified_by_name" text, "verified_how" text, CONSTRAINT "uq_customer_phone_number" UNIQUE ("project_id", "customer_id", "number"), CONSTRAINT "ck_customer_phone_verified" CHECK ((verified_on IS NULL) = (verified_how IS NULL)), CONSTRAINT "pk_customer_phone" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_customer_phone_number" ON "customer_phone"  ("project_id", "number") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_customer_phone_main" ON "customer_phone"  ("project_id", "customer_id") WHERE is_main`);
        await queryRunner.query(`CREATE TABLE "customer_invoice_title" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "customer_id" uuid NOT NULL, "kind" text NOT NULL, "title" text NOT NULL, "tax_number" text, "address" text, "phone" text, "bank" text, "account_cipher" text, "account_masked" text, "is_default" boolean NOT NULL, CONSTRAINT "ck_customer_invoice_title_account" CHECK ((account_cipher IS NULL) = (account_masked IS NULL)), CONSTRAINT "pk_customer_invoice_title" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_customer_invoice_title_default" ON "customer_invoice_title"  ("project_id", "customer_id") WHERE is_default`);
        await queryRunner.query(`CREATE INDEX "ix_customer_invoice_title_customer" ON "customer_invoice_title"  ("project_id", "customer_id") `);
        await queryRunner.query(`CREATE TABLE "customer_tag" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "name" text NOT NULL, "tone" text NOT NULL, CONSTRAINT "uq_customer_tag_name" UNIQUE ("project_id", "name"), CONSTRAINT "pk_customer_tag" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "tagged_customer" ("project_id" uuid NOT NULL, "customer_id" uuid NOT NULL, "tag_id" uuid NOT NULL, CONSTRAINT "pk_tagged_customer" PRIMARY KEY ("project_id", "customer_id", "tag_id"))`);
        await queryRunner.query(`CREATE INDEX "ix_tagged_customer_tag" ON "tagged_customer"  ("project_id", "tag_id", "customer_id") `);
        await queryRunner.query(`INSERT INTO customer_contact (project_id, id, created_at, customer_id, name, is_main)
            SELECT project_id, overlay(overlay(md5(id::text || contact_name) placing '5' from 13) placing '8' from 17)::uuid, created_at, id, contact_name, true FROM customer WHERE contact_name IS NOT NULL`);
        await queryRunner.query(`INSERT INTO customer_phone (project_id, id, created_at, customer_id, kind, number, is_main)
            SELECT DISTINCT ON (c.project_id, c.id, n.number) c.project_id, overlay(overlay(md5(c.id::text || n.number) placing '5' from 13) placing '8' from 17)::uuid, c.created_at, c.id, n.kind, n.number, n.rank = 1
              FROM customer c
             CROSS JOIN LATERAL (
               SELECT w.number, w.kind, row_number() OVER (ORDER BY w.place) AS rank
                 FROM (SELECT c.mobile AS number, 'MOBILE' AS kind, 0 AS place
                       UNION ALL SELECT c.home_phone, 'HOME', 1
                       UNION ALL SELECT o.number, 'OTHER', 1 + o.place::int FROM unnest(c.other_phones) WITH ORDINALITY AS o(number, place)) w
                WHERE w.number IS NOT NULL) n
             ORDER BY c.project_id, c.id, n.number, n.rank`);
        await queryRunner.query(`ALTER TABLE "customer" DROP COLUMN "contact_name"`);
        await queryRunner.query(`ALTER TABLE "project" ADD "not_collected" text array NOT NULL DEFAULT '{}'`);
        await queryRunner.query(`ALTER TABLE "customer" ADD "confirmed_by" uuid`);
        await queryRunner.query(`ALTER TABLE "customer" ADD "confirmed_by_name" text`);
        await queryRunner.query(`ALTER TABLE "customer" ADD "contact_way" text`);
        await queryRunner.query(`ALTER TABLE "customer" ADD "contact_hours" text`);
        await queryRunner.query(`ALTER TABLE "customer" ADD "language" text`);
        await queryRunner.query(`ALTER TABLE "customer" ADD "no_marketing" boolean NOT NULL DEFAULT false`);
        await queryRunner.query(`ALTER TABLE "customer_address" ADD CONSTRAINT "fk_customer_address_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "customer_contact" ADD CONSTRAINT "fk_customer_contact_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "customer_phone" ADD CONSTRAINT "fk_customer_phone_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "customer_invoice_title" ADD CONSTRAINT "fk_customer_invoice_title_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "customer_tag" ADD CONSTRAINT "fk_customer_tag_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "tagged_customer" ADD CONSTRAINT "fk_tagged_customer_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "tagged_customer" ADD CONSTRAINT "fk_tagged_customer_tag" FOREIGN KEY ("project_id", "tag_id") REFERENCES "customer_tag"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "tagged_customer" DROP CONSTRAINT "fk_tagged_customer_tag"`);
        await queryRunner.query(`ALTER TABLE "tagged_customer" DROP CONSTRAINT "fk_tagged_customer_customer"`);
        await queryRunner.query(`ALTER TABLE "customer_tag" DROP CONSTRAINT "fk_customer_tag_project_id"`);
        await queryRunner.query(`ALTER TABLE "customer_invoice_title" DROP CONSTRAINT "fk_customer_invoice_title_customer"`);
        await queryRunner.query(`ALTER TABLE "customer_phone" DROP CONSTRAINT "fk_customer_phone_customer"`);
        await queryRunner.query(`ALTER TABLE "customer_contact" DROP CONSTRAINT "fk_customer_contact_customer"`);
        await queryRunner.query(`ALTER TABLE "customer_address" DROP CONSTRAINT "fk_customer_address_customer"`);
        await queryRunner.query(`ALTER TABLE "customer" DROP COLUMN "no_marketing"`);
        await queryRunner.query(`ALTER TABLE "customer" DROP COLUMN "language"`);
        await queryRunner.query(`ALTER TABLE "customer" DROP COLUMN "contact_hours"`);
        await queryRunner.query(`ALTER TABLE "customer" DROP COLUMN "contact_way"`);
        await queryRunner.query(`ALTER TABLE "customer" DROP COLUMN "confirmed_by_name"`);
        await queryRunner.query(`ALTER TABLE "customer" DROP COLUMN "confirmed_by"`);
        await queryRunner.query(`ALTER TABLE "project" DROP COLUMN "not_collected"`);
        await queryRunner.query(`ALTER TABLE "customer" ADD "contact_name" text`);
        await queryRunner.query(`UPDATE customer c SET contact_name = k.name FROM customer_contact k WHERE k.project_id = c.project_id AND k.customer_id = c.id AND k.is_main`);
        await queryRunner.query(`DROP INDEX "public"."ix_tagged_customer_tag"`);
        await queryRunner.query(`DROP TABLE "tagged_customer"`);
        await queryRunner.query(`DROP TABLE "customer_tag"`);
        await queryRunner.query(`DROP INDEX "public"."ix_customer_invoice_title_customer"`);
        await queryRunner.query(`DROP INDEX "public"."uq_customer_invoice_title_default"`);
        await queryRunner.query(`DROP TABLE "customer_invoice_title"`);
        await queryRunner.query(`DROP INDEX "public"."uq_customer_phone_main"`);
        await queryRunner.query(`DROP INDEX "public"."ix_customer_phone_number"`);
        await queryRunner.query(`DROP TABLE "customer_phone"`);
        await queryRunner.query(`DROP INDEX "public"."ix_customer_contact_customer"`);
        await queryRunner.query(`DROP INDEX "public"."uq_customer_contact_main"`);
        await queryRunner.query(`DROP TABLE "customer_contact"`);
        await queryRunner.query(`DROP INDEX "public"."ix_customer_address_customer"`);
        await queryRunner.query(`DROP TABLE "customer_address"`);
    }

}
