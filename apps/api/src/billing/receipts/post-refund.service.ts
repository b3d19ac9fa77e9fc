import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { paymentMethodLabels, type PostRefundDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { refuseInvoiced } from "../invoices/standing-invoices.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { PaymentMethods } from "../methods/payment-methods.service.js";
import { PaperNumbers } from "../receipt-books/paper-numbers.js";
import { refuseUnreviewed } from "../reversals/reversal-rules.js";
import { BillingSettingsService } from "../settings/billing-settings.service.js";
import { ShiftDesk } from "../shifts/shift-desk.js";
import { notRed, refunderIsReverser, refundTooMuch, sameIdOtherRefund } from "./receipts.errors.js";
import { requestHash } from "./request-hash.js";

interface RedReceipt {
  receiptNo: string;
  payerId: string;
  payerName: string;
  reversalOf: string | null;
  cashierId: string;
  /** Who took the money. */
  takenBy: string;
  timeZone: string;
}

/**
 * Pays money back against a red receipt that was approved (退款, BIL-81), by somebody other than who asked for it and who
 * approved it. Everything else goes the one way of requests: see refunds/.
 */
@Injectable()
export class PostRefundService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly periods: PostingPeriod,
    private readonly papers: PaperNumbers,
    private readonly methods: PaymentMethods,
    private readonly shifts: ShiftDesk,
    private readonly settings: BillingSettingsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Refunds; the same id twice refunds once.
   * @throws ID_REUSED, NOT_RED_RECEIPT, SAME_PERSON, REFUND_NEEDS_REQUEST, REFUND_EXCEEDS, INVOICE_STANDS, PERIOD_CLOSED, and what ShiftDesk.forPayout throws
   */
  async post(actor: Actor, projectId: string, dto: PostRefundDto): Promise<void> {
    const hash = requestHash(dto);
    await this.db.transaction(async (tx) => {
      if (await wasPosted(tx, projectId, dto.id, hash)) return;
      await this.methods.refuseRefund(tx, projectId, dto);
      const red = await redOf(tx, projectId, dto.redReceiptId);
      if (!red.reversalOf) throw notRed();
      const bookedOn = this.clock.today(red.timeZone);
      const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
      // Receipts are append-only and cannot be locked: refunds of a payer queue at his own row.
      await lockCustomer(tx, projectId, red.payerId);
      if (await wasPosted(tx, projectId, dto.id, hash)) return;
      if (red.cashierId === actor.userId) throw refunderIsReverser();
      const { reversalApproval: setting } = await this.settings.of(projectId, tx);
      await refuseUnreviewed(tx, projectId, red.reversalOf, { setting, payer: actor.userId });
      await refuseInvoiced(tx, projectId, [red.reversalOf]);
      const refundableFen = await refundableOf(tx, projectId, dto.redReceiptId);
      if (dto.amountFen > refundableFen) throw refundTooMuch(refundableFen);

      const { method, amountFen, shiftId: named } = dto;
      const payout = { method, amountFen, shiftId: named ?? null, cashierId: red.takenBy };
      const shiftId = await this.shifts.forPayout(tx, actor, projectId, payout);
      const paper = await this.papers.draw(tx, actor, projectId, "REFUND");
      const refundNo = paper.text;
      await tx.query(
        `INSERT INTO refund (project_id, id, refund_no, red_receipt_id, method, amount_fen, booked_on, period, reference_no,
                reason, paid_by, paid_by_name, request_hash, created_at, shift_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [
          projectId,
          dto.id,
          refundNo,
          dto.redReceiptId,
          dto.method,
          dto.amountFen,
          bookedOn,
          period,
          dto.referenceNo ?? null,
          dto.reason,
          actor.userId,
          actor.name,
          hash,
          this.clock.now(),
          shiftId,
        ],
      );
      await this.papers.use(tx, actor, projectId, paper, { refundId: dto.id, day: bookedOn });
      await this.audit.record(tx, actor, {
        projectId,
        action: "refund.post",
        entity: "receipt",
        entityId: dto.redReceiptId,
        summary: `退款 ${formatFen(dto.amountFen)} 元（${paymentMethodLabels[dto.method]}），${red.payerName}，退款单 ${refundNo}，凭红字收据 ${red.receiptNo}`,
        after: { refundNo, bookedOn, amountFen: dto.amountFen, method: dto.method, reason: dto.reason },
      });
    });
  }
}

async function wasPosted(tx: EntityManager, projectId: string, id: string, hash: string): Promise<boolean> {
  const [earlier] = await tx.query<{ request_hash: string }[]>(
    "SELECT request_hash FROM refund WHERE project_id = $1 AND id = $2",
    [projectId, id],
  );
  if (earlier && earlier.request_hash !== hash) throw sameIdOtherRefund();
  return Boolean(earlier);
}

/** A receipt with what refunds of it need. @throws NOT_FOUND */
export async function redOf(tx: EntityManager, projectId: string, receiptId: string): Promise<RedReceipt> {
  const [red] = await tx.query<RedReceipt[]>(
    `SELECT r.receipt_no AS "receiptNo", r.payer_id AS "payerId", c.name AS "payerName", r.reversal_of AS "reversalOf",
            r.cashier_id AS "cashierId", p.time_zone AS "timeZone", coalesce(o.cashier_id, r.cashier_id) AS "takenBy"
       FROM receipt r
       LEFT JOIN receipt o ON o.project_id = r.project_id AND o.id = r.reversal_of
       JOIN project p ON p.id = r.project_id
       JOIN customer c ON c.project_id = r.project_id AND c.id = r.payer_id
      WHERE r.project_id = $1 AND r.id = $2`,
    [projectId, receiptId],
  );
  if (!red) throw notFound("红字收据");
  return red;
}

/** Makes what concerns one payer's papers queue. */
export async function lockCustomer(tx: EntityManager, projectId: string, customerId: string): Promise<void> {
  await tx.query("SELECT 1 FROM customer WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [projectId, customerId]);
}

/**
 * What a red receipt still allows to be paid back, in fen: its money, prepayment offsets not counted, less refunds and
 * what is asked for in other requests. Nothing of one whose money is settled: it was handed back at once, or the
 * receipt issued anew holds it.
 */
export async function refundableOf(
  tx: EntityManager,
  projectId: string,
  redReceiptId: string,
  requestId: string | null = null,
): Promise<number> {
  const [row] = await tx.query<{ fen: number }[]>(
    `SELECT (coalesce((SELECT -sum(m.amount_fen) FROM receipt_method m JOIN receipt r ON r.project_id = m.project_id AND r.id = m.receipt_id
                        WHERE m.project_id = $1 AND m.receipt_id = $2 AND m.method <> 'PREPAYMENT' AND NOT r.money_settled), 0)
           - coalesce((SELECT sum(amount_fen) FROM refund WHERE project_id = $1 AND red_receipt_id = $2), 0)
           - coalesce((SELECT sum(amount_fen) FROM refund_request WHERE project_id = $1 AND red_receipt_id = $2
                          AND status IN ('PENDING', 'APPROVED') AND id IS DISTINCT FROM $3::uuid), 0))::bigint AS fen`,
    [projectId, redReceiptId, requestId],
  );
  return row!.fen;
}
