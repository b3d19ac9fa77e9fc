import type { MigrationInterface, QueryRunner } from "typeorm";
import { APP_ROLE } from "../data-source.js";

const DELIVERY = "email_cipher, email_masked, mobile_cipher, mobile_masked";

/** Where an electronic invoice was sent to may be erased with its payer's data (business tables). */
export class InvoiceDelivery1795807500000 implements MigrationInterface {
    name = 'InvoiceDelivery1795807500000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`GRANT UPDATE (${DELIVERY}) ON "e_invoice" TO ${APP_ROLE}`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`REVOKE UPDATE (${DELIVERY}) ON "e_invoice" FROM ${APP_ROLE}`);
    }
}
