import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Who drafted a transfer does not pay the balance back that it promised. Of refunds that were open before it was kept who
 * asked for the transfer, both are taken from it; what no transfer promised stays without, and is not paid (business table).
 */
export class RefundDraftedByTransfer1795830000000 implements MigrationInterface {
    name = 'RefundDraftedByTransfer1795830000000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "prepayment_refund" ADD "transfer_drafted_by" uuid`);
        await queryRunner.query(`UPDATE "prepayment_refund" p
            SET transfer_asked_by = coalesce(p.transfer_asked_by, a.requested_by), transfer_drafted_by = t.created_by
           FROM "prepayment_account" c, "room_transfer" t, "approval" a
          WHERE c.project_id = p.project_id AND c.id = p.account_id AND t.project_id = c.project_id AND t.room_id = c.room_id
            AND p.reason = '房屋过户 ' || t.number || '，退还原业主预收余额' AND p.status = 'OPEN'
            AND a.project_id = t.project_id AND a.id = t.approval_id AND a.status = 'APPROVED'`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "prepayment_refund" DROP COLUMN "transfer_drafted_by"`);
    }

}
