import { Injectable, type OnModuleInit } from "@nestjs/common";
import { DeletionHolds } from "../../customer/privacy/deletion-holds.js";
import { idsOf } from "../../customer/merged-customers.js";

/**
 * Invoices are kept as they were issued (LAW-42), also of a payer who is made nobody (LAW-38); where they were sent to, e-mail
 * and mobile, stands on none of them and is erased.
 */
@Injectable()
export class InvoicesKept implements OnModuleInit {
  constructor(private readonly holds: DeletionHolds) {}

  onModuleInit(): void {
    this.holds.registerKept(async (db, projectId, customerId) => {
      const [row] = await db.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM e_invoice
          WHERE project_id = $1 AND payer_id IN ${idsOf("$1", "$2")} AND invoice_no IS NOT NULL`,
        [projectId, customerId],
      );
      if (row!.count === 0) return undefined;
      return `已开具的 ${row!.count} 张电子发票依法保存，票面上的抬头和购买方信息不抹去；交付用的邮箱和手机会抹去`;
    });
    this.holds.registerEraser(async (tx, projectId, customerId) => {
      await tx.query(
        `UPDATE e_invoice SET email_cipher = NULL, email_masked = NULL, mobile_cipher = NULL, mobile_masked = NULL
          WHERE project_id = $1 AND payer_id IN ${idsOf("$1", "$2")}`,
        [projectId, customerId],
      );
    });
  }
}
