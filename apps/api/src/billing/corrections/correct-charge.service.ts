import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CorrectChargeDto, CorrectionDto, CorrectionPreviewDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { projectToday } from "../../property/project-today.js";
import { noteOrigins } from "../charges/charge-origins.js";
import { keepReadings } from "../charges/cut-charges.service.js";
import { reverseOpen } from "../charges/reverse-open.js";
import { relieveBearers } from "../discounts/discount-ledger.js";
import { refuseInvoiced } from "../invoices/standing-invoices.js";
import { lateBookedFen, lateBookedTo } from "../late-fees/late-booked-to.js";
import { followPlans } from "../payment-plans/follow-plans.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { accountIdOf } from "../prepayments/prepayment-ledger.js";
import { lockCharges, type LockedCharge } from "../receipts/charge-ledger.js";
import { PostReceiptService } from "../receipts/post-receipt.service.js";
import { receiptNumbersOf } from "../receipts/receipt-numbers.js";
import { ReverseReceiptService } from "../receipts/reverse-receipt.service.js";
import { wayBack } from "../refunds/refund-way.js";
import { type LeftOver, RequestRefundService } from "../refunds/request-refund.service.js";
import {
  chargeReduced,
  correctionIdReused,
  correctionNotNeeded,
  depositNotCorrected,
  nothingPaid,
} from "./corrections.errors.js";
import { chargesOfReceipts, receiptsOfCharges } from "./receipts-of-charge.js";
import { type PaidReceipt, reposted } from "./repost.js";

/** Corrects the amount of a charge after it was paid: red whole, blue right (BIL-83). */
@Injectable()
export class CorrectChargeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly periods: PostingPeriod,
    private readonly reverser: ReverseReceiptService,
    private readonly poster: PostReceiptService,
    private readonly refunds: RequestRefundService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** What correcting to this amount would do; writes nothing. */
  preview(projectId: string, chargeId: string, amountFen: number): Promise<CorrectionPreviewDto> {
    return this.db.transaction(async (tx) => {
      const [charge] = await lockCharges(tx, projectId, [chargeId]);
      const receipts = await receiptsOfCharges(tx, projectId, [chargeId]);
      refuseWrong(charge!, receipts, amountFen);
      return previewOf(charge!, receipts, amountFen);
    });
  }

  /**
   * Corrects in one transaction; the same id twice corrects once. What was paid too much stands as a prepayment; where it is
   * to be paid back, that is asked for, and reviewed and paid like any refund (BIL-81).
   * @throws InvalidInput, ID_REUSED, CHARGE_NOT_PAID, AMOUNT_SAME, CHARGE_REDUCED, FEE_ITEM_KIND, SAME_PERSON, INVOICE_STANDS, PERIOD_CLOSED
   * and what reversing and posting receipts throw
   */
  correct(actor: Actor, projectId: string, chargeId: string, dto: CorrectChargeDto): Promise<CorrectionDto> {
    const way = wayBack(dto);
    return this.db.transaction(async (tx) => {
      const bookedOn = await projectToday(tx, this.clock, projectId);
      const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
      const first = await receiptsOfCharges(tx, projectId, [chargeId]);
      const ids = new Set([chargeId, ...chargesOfReceipts(first)]);
      const locked = await lockCharges(tx, projectId, [...ids]);
      const charge = locked.find(({ id }) => id === chargeId)!;
      const known = await knownCorrection(tx, projectId, dto);
      if (known) return known;
      const receipts = await receiptsOfCharges(tx, projectId, [chargeId]);
      refuseWrong(charge, receipts, dto.amountFen);
      await refuseInvoiced(
        tx,
        projectId,
        receipts.map(({ id }) => id),
      );

      const reason = `更正 ${charge.roomCode} ${charge.feeItemName} ${charge.period}：${dto.reason}`;
      const { copyReturned } = dto;
      const redIds: string[] = [];
      for (const { id } of receipts.toReversed())
        redIds.push(
          await this.reverser.reverseIn(tx, actor, projectId, id, { reason, copyReturned }, { reissued: true }),
        );
      const now = this.clock.now();
      await reverseOpen(tx, {
        projectId,
        ids: [chargeId],
        bookedOn,
        period,
        source: "CORRECTION",
        reason,
        userId: actor.userId,
        now,
      });
      await issueRight(tx, projectId, chargeId, dto, { period, now, remark: reason.slice(0, 200) });
      const right = { from: chargeId, to: dto.id, amountFen: dto.amountFen };
      await followPlans(tx, { projectId, day: bookedOn, now }, [right]);
      await noteOrigins(tx, { projectId, now }, [right]);
      const { ids: blueIds, over } = await this.repost(tx, actor, projectId, charge, receipts, dto);
      const booking = { projectId, bookedOn, period, reason, createdBy: actor.userId, createdAt: now };
      await relieveBearers(
        tx,
        booking,
        receipts.map(({ id }) => id),
      );
      const asked = { projectId, reason: `更正应收多收：${dto.reason}` };
      const refundRequestNos = way ? await this.refunds.requestOver(tx, actor, { ...asked, way }, over) : [];
      const preview = previewOf(charge, receipts, dto.amountFen);
      const summary = `${reason}，${formatFen(charge.amountFen)} 元改为 ${formatFen(dto.amountFen)} 元`;
      const entry = { projectId, action: "charge.correct", entity: "charge", summary };
      await this.audit.record(
        tx,
        actor,
        { ...entry, entityId: chargeId, after: { newChargeId: dto.id, ...preview, refundRequestNos } },
        { ...entry, entityId: dto.id },
      );
      const [redReceiptNos, receiptNos] = [
        await receiptNumbersOf(tx, projectId, redIds),
        await receiptNumbersOf(tx, projectId, blueIds),
      ];
      return { ...preview, newChargeId: dto.id, redReceiptNos, receiptNos, refundRequestNos };
    });
  }

  private async repost(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    { id: chargeId, roomId, feeItemId }: LockedCharge,
    receipts: readonly PaidReceipt[],
    { id: rightId, amountFen }: CorrectChargeDto,
  ): Promise<{ ids: string[]; over: LeftOver[] }> {
    let openFen = amountFen;
    const ids: string[] = [];
    const over: LeftOver[] = [];
    for (const receipt of receipts) {
      const { dto, paidFen, overFen } = reposted(
        receipt,
        { chargeId, roomId, feeItemId },
        { chargeId: rightId, openFen },
      );
      openFen -= paidFen;
      if (dto.methods.length === 0) continue;
      const id = newId();
      const right = { ...dto, id, remark: `更正收据 ${receipt.receiptNo}` };
      await this.poster.postIn(tx, actor, projectId, right, {
        reissue: { of: receipt.id, discounts: receipt.discounts },
      });
      ids.push(id);
      if (overFen === 0) continue;
      const accountId = await accountIdOf(tx, projectId, receipt.payerId, dto.prepayment!);
      over.push({ accountId, amountFen: overFen, methods: receipt.methods.map(({ method }) => method) });
    }
    return { ids, over };
  }
}

function refuseWrong(charge: LockedCharge, receipts: readonly PaidReceipt[], amountFen: number): void {
  if (charge.feeItemKind === "DEPOSIT") throw depositNotCorrected();
  if (receipts.length === 0) throw nothingPaid();
  if (charge.amountFen === amountFen) throw correctionNotNeeded();
  const paidFen = paidOf(charge.id, receipts);
  if (charge.openFen + paidFen !== charge.amountFen) throw chargeReduced();
}

const paidOf = (chargeId: string, receipts: readonly PaidReceipt[]) =>
  receipts
    .flatMap(({ lines }) => lines)
    .filter((line) => line.chargeId === chargeId)
    .reduce((sum, line) => sum + line.amountFen, 0);

function previewOf(charge: LockedCharge, receipts: readonly PaidReceipt[], amountFen: number): CorrectionPreviewDto {
  const paidFen = paidOf(charge.id, receipts);
  return {
    chargeId: charge.id,
    roomCode: charge.roomCode,
    feeItemName: charge.feeItemName,
    period: charge.period,
    oldAmountFen: charge.amountFen,
    newAmountFen: amountFen,
    paidFen,
    overpaidFen: Math.max(0, paidFen - amountFen),
    openFen: Math.max(0, amountFen - paidFen),
    receipts: receipts.map((receipt) => ({
      receiptNo: receipt.receiptNo,
      bookedOn: receipt.bookedOn,
      amountFen: receipt.amountFen,
      paidFen: paidOf(charge.id, [receipt]),
    })),
  };
}

/** The charge again with the right amount, for the same service, item and payer, and of the same readings. */
async function issueRight(
  tx: EntityManager,
  projectId: string,
  chargeId: string,
  { id, amountFen }: CorrectChargeDto,
  { period, now, remark }: { period: string; now: Date; remark: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO charge (project_id, id, created_at, room_id, object_id, payer_id, fee_item_id, rate_id, rate_version_id, binding_id, batch_id, source,
            period, booked_period, service_from, service_to, amount_fen, reduced_fen, received_fen, offset_fen, reversed_fen,
            open_fen, due_on, cut_on, remark, principal_id, late_booked_to, late_booked_fen)
     SELECT project_id, $3, $4, room_id, object_id, payer_id, fee_item_id, rate_id, rate_version_id, binding_id, batch_id, source,
            period, $5, service_from, service_to, $6::bigint, 0, 0, 0, 0, $6::bigint, due_on, cut_on, $7, principal_id, ${lateBookedTo("c")}, ${lateBookedFen("c")}
       FROM charge c WHERE project_id = $1 AND id = $2`,
    [projectId, chargeId, id, now, period, amountFen, remark],
  );
  await keepReadings(tx, projectId, now, [[chargeId, id]]);
}

/** A correction that was made under this id. @throws ID_REUSED when the id is that of something else */
async function knownCorrection(
  tx: EntityManager,
  projectId: string,
  { id, amountFen }: CorrectChargeDto,
): Promise<CorrectionDto | null> {
  const [charge] = await tx.query<{ amountFen: number }[]>(
    `SELECT amount_fen AS "amountFen" FROM charge WHERE project_id = $1 AND id = $2`,
    [projectId, id],
  );
  if (!charge) return null;
  const [made] = await tx.query<
    { after: Omit<CorrectionDto, "redReceiptNos" | "receiptNos" | "refundRequestNos"> & Partial<CorrectionDto> }[]
  >(
    `SELECT after FROM audit_log WHERE project_id = $1 AND entity = 'charge' AND action = 'charge.correct' AND after ->> 'newChargeId' = $2`,
    [projectId, id],
  );
  if (!made || charge.amountFen !== amountFen) throw correctionIdReused();
  const { refundRequestNos = [] } = made.after;
  return { ...made.after, refundRequestNos, redReceiptNos: [], receiptNos: [] };
}
