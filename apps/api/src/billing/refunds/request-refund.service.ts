import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  originalReceiptLabels,
  type PaymentMethod,
  paymentMethodLabels,
  type RefundWayDto,
  type RequestRefundDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { maskAccount, PersonalData } from "../../common/crypto.js";
import { formatFen } from "../../common/money.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { PaymentMethods } from "../methods/payment-methods.service.js";
import { refuseAtChannel } from "../online/refunds/refunds-at-channel.js";
import { requestHash } from "../receipts/request-hash.js";
import { RefundRequest } from "./refund-request.entity.js";
import { lockSource, type LockedSource } from "./refund-sources.js";
import { faultsOfWay, refuseOtherChannel } from "./refund-way.js";
import { overAskedFor, refundExceeds, refundIdReused, refundNotCancellable } from "./refunds.errors.js";

/** What a receipt that was issued anew left over: in which account it stands, and how it came in. */
export interface LeftOver {
  accountId: string;
  amountFen: number;
  methods: PaymentMethod[];
}

/** Asks for refunds and hears what the reviewer says (BIL-81). */
@Injectable()
export class RequestRefundService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly numbers: NumberSeriesService,
    private readonly personal: PersonalData,
    private readonly methods: PaymentMethods,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.handle("billing.refund", {
      permission: "billing:approve-refund",
      approve: async (tx, _actor, { projectId, subjectId }) => {
        await tx.update(RefundRequest, { projectId, id: subjectId }, { status: "APPROVED" });
      },
      turnDown: async (tx, _actor, { projectId, subjectId }, status) => {
        await tx.update(RefundRequest, { projectId, id: subjectId }, { status });
      },
    });
  }

  /**
   * Asks once: the same id with the same content answers the request that is there.
   * @throws ID_REUSED, REFUND_EXCEEDS, INVOICE_STANDS, NOT_RED_RECEIPT, DEPOSIT_NOT_REFUNDABLE, NOT_FOUND
   */
  request(actor: Actor, projectId: string, dto: RequestRefundDto): Promise<string> {
    refuseBadInput(dto);
    return this.db.transaction(async (tx) => {
      const { id, source, sourceId } = dto;
      const locked = await lockSource(tx, projectId, { source, sourceId, requestId: id });
      const known = await tx.findOneBy(RefundRequest, { projectId, id });
      if (known && known.requestHash !== requestHash(dto)) throw refundIdReused();
      if (known) return known.id;
      refuseOtherChannel(dto, locked.methods);
      await this.write(tx, actor, projectId, dto, locked);
      return id;
    });
  }

  /**
   * Asks, in the caller's transaction, to pay back what a correction or an early end left over: it stands as a prepayment
   * until it is reviewed and paid like any refund, and stays one when that is refused or withdrawn (BIL-82, BIL-83).
   * @returns the numbers of the requests, one for each account
   * @throws REFUND_EXCEEDS when other requests have asked for the account, InvalidInput
   */
  async requestOver(
    tx: EntityManager,
    actor: Actor,
    { projectId, reason, way }: { projectId: string; reason: string; way: RefundWayDto },
    over: readonly LeftOver[],
  ): Promise<string[]> {
    const numbers: string[] = [];
    for (const [sourceId, parts] of Map.groupBy(over, ({ accountId }) => accountId)) {
      const source = { source: "PREPAYMENT", sourceId } as const;
      const amountFen = parts.reduce((sum, part) => sum + part.amountFen, 0);
      const dto = { ...way, ...source, id: newId(), amountFen, reason: reason.slice(0, 200) };
      const methods = [...new Set(parts.flatMap((part) => part.methods))];
      refuseOtherChannel(way, methods, "refund.");
      const locked = await lockSource(tx, projectId, { ...source, requestId: dto.id });
      if (amountFen > locked.availableFen) throw overAskedFor(locked.availableFen);
      numbers.push(await this.write(tx, actor, projectId, dto, { ...locked, methods }));
    }
    return numbers;
  }

  /** Writes a request with its approval; returns its number. */
  private async write(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    dto: RequestRefundDto,
    locked: LockedSource,
  ): Promise<string> {
    const { id, source, sourceId, amountFen, method } = dto;
    await this.methods.refuseUnrefundable(tx, projectId, method);
    if (amountFen > locked.availableFen) throw refundExceeds(locked.availableFen);
    const requestNo = await this.numbers.draw(tx, projectId, "refund-request");
    const approvalId = await this.approvals.request(tx, actor, {
      projectId,
      kind: "billing.refund",
      title: `退款 ${requestNo}：${locked.payerName} ${formatFen(amountFen)} 元`,
      reason: dto.reason,
      subjectType: "refund-request",
      subjectId: id,
      payload: {},
      lines: linesOf(dto, locked),
    });
    const { channelReason = null, accountHolder = null, bankName = null, bankAccount, originalReceipt = null } = dto;
    await tx.insert(RefundRequest, {
      projectId,
      id,
      createdAt: this.clock.now(),
      requestNo,
      status: "PENDING",
      approvalId,
      requestHash: requestHash(dto),
      redReceiptId: source === "RED_RECEIPT" ? sourceId : null,
      depositId: source === "DEPOSIT" ? sourceId : null,
      accountId: source === "PREPAYMENT" ? sourceId : null,
      amountFen,
      method,
      channelReason,
      accountHolder,
      bankName,
      originalReceipt,
      reason: dto.reason,
      bankAccountCipher: bankAccount ? this.personal.encrypt(bankAccount) : null,
      bankAccountMasked: bankAccount ? maskAccount(bankAccount) : null,
      requestedBy: actor.userId,
      requestedByName: actor.name,
    });
    return requestNo;
  }

  /** Gives up a refund that was approved; cancelled already, nothing happens. @throws REFUND_STATE, NOT_FOUND */
  cancel(actor: Actor, projectId: string, id: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const lock = { mode: "pessimistic_write" } as const;
      const request = await tx.findOne(RefundRequest, { where: { projectId, id }, lock });
      if (!request) throw notFound("退款申请");
      if (request.status === "CANCELLED") return;
      if (request.status !== "APPROVED") throw refundNotCancellable();
      await refuseAtChannel(tx, projectId, id);
      await tx.update(RefundRequest, { projectId, id }, { status: "CANCELLED" });
      const summary = `取消退款申请 ${request.requestNo}（${formatFen(request.amountFen)} 元），原因：${reason}`;
      const entry = { projectId, action: "refund-request.cancel", entity: "refund-request", entityId: id, summary };
      await this.audit.record(tx, actor, { ...entry, before: { status: "APPROVED" }, after: { status: "CANCELLED" } });
    });
  }
}

function refuseBadInput(dto: RequestRefundDto): void {
  const fields = faultsOfWay(dto);
  if (dto.source === "DEPOSIT" && !dto.originalReceipt) fields.originalReceipt = ["请说明原收据已收回，还是声明遗失"];
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
}

/** What the reviewer reads. */
function linesOf(dto: RequestRefundDto, { name, availableFen, methods }: LockedSource) {
  const way = methods.map((method) => paymentMethodLabels[method]).join("、") || "—";
  return [
    { label: name, before: `可退 ${formatFen(availableFen)} 元`, after: `退 ${formatFen(dto.amountFen)} 元` },
    { label: "退款方式", before: `收款时 ${way}`, after: paymentMethodLabels[dto.method] },
    ...(dto.channelReason ? [{ label: "不原路退回的原因", before: "—", after: dto.channelReason }] : []),
    ...(dto.originalReceipt
      ? [{ label: "原收据", before: "—", after: originalReceiptLabels[dto.originalReceipt] }]
      : []),
  ];
}
