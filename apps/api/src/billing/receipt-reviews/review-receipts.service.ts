import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { CASHIER_OF_RECEIPT } from "../daily-reports/daily-report-facts.js";
import { alreadyReviewed, needsNoReview, ownReceiptReviewed } from "./receipt-reviews.errors.js";
import { NEEDS_REVIEW, UNREVIEWED } from "./unreviewed.sql.js";

interface Row {
  id: string;
  no: string;
  amountFen: number;
  needed: boolean;
  open: boolean;
  own: boolean;
}

/**
 * Marks receipts as reviewed (审核收款单, 3.1 no. 7 and 10): by somebody who neither took the money nor handed over its shift.
 * A review stays; what is found wrong afterwards is reversed in red.
 */
@Injectable()
export class ReviewReceiptsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** All of them or none. @throws NOT_FOUND, NEEDS_NO_REVIEW, SAME_PERSON, RECEIPT_REVIEWED */
  review(actor: Actor, projectId: string, receiptIds: readonly string[]): Promise<void> {
    return this.db.transaction(async (tx) => {
      const rows = await tx.query<Row[]>(
        `SELECT r.id, r.receipt_no AS no, r.amount_fen AS "amountFen", ${NEEDS_REVIEW} AS needed, ${UNREVIEWED} AS open,
                (r.cashier_id = $3 OR ${CASHIER_OF_RECEIPT} = $3) AS own
           FROM receipt r WHERE r.project_id = $1 AND r.id = ANY ($2) ORDER BY r.id`,
        [projectId, receiptIds, actor.userId],
      );
      if (rows.length < receiptIds.length) throw notFound("收据");
      for (const { no, needed, open, own } of rows) {
        if (!needed) throw needsNoReview(no);
        if (own) throw ownReceiptReviewed(no);
        if (!open) throw alreadyReviewed(no);
      }
      // of two who review at once the second waits here and finds what the first has marked
      const marked = await tx.query<{ receipt_id: string }[]>(
        `INSERT INTO receipt_review (project_id, id, created_at, receipt_id, reviewed_by, reviewed_by_name)
         SELECT $1, n.id, $2, n.receipt_id, $3, $4 FROM unnest($5::uuid[], $6::uuid[]) AS n(id, receipt_id)
         ON CONFLICT (project_id, receipt_id) DO NOTHING RETURNING receipt_id`,
        [projectId, this.clock.now(), actor.userId, actor.name, rows.map(newId), rows.map(({ id }) => id)],
      );
      const lost = rows.find(({ id }) => marked.every((one) => one.receipt_id !== id));
      if (lost) throw alreadyReviewed(lost.no);
      const totalFen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
      const rest = rows.length > 1 ? ` 等 ${rows.length} 张` : "";
      await this.audit.record(tx, actor, {
        projectId,
        action: "receipt.review",
        entity: "receipt",
        entityId: rows[0]!.id,
        summary: `审核收款 ${rows[0]!.no}${rest}，共 ${formatFen(totalFen)} 元`,
        after: { receiptNos: rows.map(({ no }) => no), totalFen },
      });
    });
  }
}
