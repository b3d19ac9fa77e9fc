import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { ReverseReceiptDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import type { Approval } from "../../approvals/approval.entity.js";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { refuseEInvoiced } from "../invoices/standing-invoices.js";
import { originalOf, refuseReversed } from "../receipts/original-receipt.js";
import { ownReceipt, redNotReversible, redOnlyToday } from "../receipts/receipts.errors.js";
import { ReverseReceiptService } from "../receipts/reverse-receipt.service.js";
import { approvesOwnReceipt } from "./reversals.errors.js";

/**
 * Asks for red receipts (红冲) that one person may not make alone (BIL-80, LAW-52). Nothing changes until somebody who
 * neither asked nor took the money approves; then the receipt is looked at again and reversed on the day of approval.
 */
@Injectable()
export class RequestReversalService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly reverser: ReverseReceiptService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.handle("billing.reversal", {
      permission: "billing:approve-reversal",
      approve: (tx, actor, approval) => this.apply(tx, actor, approval),
    });
  }

  /** @throws APPROVAL_PENDING, RED_RECEIPT, RECEIPT_REVERSED, SAME_PERSON, INVOICE_STANDS (an electronic one), NOT_FOUND */
  request(actor: Actor, projectId: string, receiptId: string, dto: ReverseReceiptDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const original = await originalOf(tx, projectId, receiptId);
      const { receiptNo, payerName, chargesFen, prepaymentFen, cashierId } = original;
      if (original.reversalOf) throw redNotReversible();
      if (cashierId === actor.userId) throw ownReceipt();
      const today = this.clock.today(original.timeZone);
      if (dto.bookedOn && dto.bookedOn !== today) throw redOnlyToday(today);
      await refuseReversed(tx, projectId, receiptId, receiptNo);
      await refuseEInvoiced(tx, projectId, [receiptId]);
      await this.approvals.request(tx, actor, {
        projectId,
        kind: "billing.reversal",
        title: `红冲收据 ${receiptNo}：${payerName} ${formatFen(chargesFen + prepaymentFen)} 元`,
        reason: dto.reason,
        subjectType: "receipt",
        subjectId: receiptId,
        payload: { reason: dto.reason, copyReturned: dto.copyReturned ?? null },
        lines: [
          { label: "所收费用", before: `已收 ${formatFen(chargesFen)} 元`, after: "恢复未缴" },
          ...(prepaymentFen === 0
            ? []
            : [{ label: "预收款", before: `存入 ${formatFen(prepaymentFen)} 元`, after: "冲回" }]),
        ],
      });
    });
  }

  /** The state of the receipt is checked again under its locks. @throws SAME_PERSON and what reversing throws */
  private async apply(tx: EntityManager, actor: Actor, approval: Approval): Promise<void> {
    const { projectId, subjectId: receiptId, payload, requestedBy, requestedByName } = approval;
    const { cashierId } = await originalOf(tx, projectId, receiptId);
    if (cashierId === actor.userId) throw approvesOwnReceipt();
    const askedBy = { ...actor, userId: requestedBy, name: requestedByName };
    const { reason, copyReturned } = payload as { reason: string; copyReturned: boolean | null };
    await this.reverser.reverseIn(tx, actor, projectId, receiptId, { reason, copyReturned }, { askedBy });
  }
}
