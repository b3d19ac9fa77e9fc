import { Injectable, type OnModuleInit } from "@nestjs/common";
import { formatFen } from "../../common/money.js";
import { idsOf } from "../../customer/merged-customers.js";
import { DeletionHolds } from "../../customer/privacy/deletion-holds.js";

/** Whose deposit is held is not anonymised: it must be paid back to him. */
@Injectable()
export class DepositHold implements OnModuleInit {
  constructor(private readonly holds: DeletionHolds) {}

  onModuleInit(): void {
    this.holds.register(async (db, projectId, customerId) => {
      const [row] = await db.query<{ heldFen: number }[]>(
        `SELECT COALESCE(sum(c.received_fen - d.used_fen), 0)::bigint AS "heldFen"
           FROM deposit d JOIN charge c ON c.project_id = d.project_id AND c.id = d.charge_id
          WHERE d.project_id = $1 AND d.payer_id IN ${idsOf("$1", "$2")}`,
        [projectId, customerId],
      );
      return row && row.heldFen > 0 ? `还有押金 ${formatFen(row.heldFen)} 元没有退还` : undefined;
    });
  }
}
