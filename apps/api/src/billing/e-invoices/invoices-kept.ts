import { Injectable, type OnModuleInit } from "@nestjs/common";
import { DeletionHolds } from "../../customer/privacy/deletion-holds.js";
import { idsOf } from "../../customer/merged-customers.js";

/** Invoices are kept as they were issued (LAW-42), also of a payer who is made nobody (LAW-38). */
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
      return `已开具的 ${row!.count} 张电子发票依法保存，票面上的抬头和购买方信息、交付的邮箱和手机不抹去`;
    });
  }
}
