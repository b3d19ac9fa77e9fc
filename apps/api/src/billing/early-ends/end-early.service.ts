import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { EarlyEndDto, EarlyEndLineDto, EarlyEndPreviewDto, EndEarlyDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { dayAfter } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { CutChargesService, type IssuedCut } from "../charges/cut-charges.service.js";
import { chargesOfReceipts, receiptsOfCharges } from "../corrections/receipts-of-charge.js";
import { issuedAnew, type PaidReceipt } from "../corrections/repost.js";
import { relieveBearers, takeBackRunDiscounts } from "../discounts/discount-ledger.js";
import { takeBackReductions } from "../reductions/reductions-of-run.js";
import { refuseInvoiced } from "../invoices/standing-invoices.js";
import { itemWithObject } from "../objects/charge-item.sql.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { accountIdOf } from "../prepayments/prepayment-ledger.js";
import { explain } from "../pricing/explain.js";
import { RateBinding } from "../rates/rate-binding.entity.js";
import { lockCharges } from "../receipts/charge-ledger.js";
import { PostReceiptService } from "../receipts/post-receipt.service.js";
import { receiptNumbersOf } from "../receipts/receipt-numbers.js";
import { ReverseReceiptService } from "../receipts/reverse-receipt.service.js";
import { wayBack } from "../refunds/refund-way.js";
import { type LeftOver, RequestRefundService } from "../refunds/request-refund.service.js";
import { meteredNotEndedEarly, notBilledBeyond } from "./early-ends.errors.js";
import { knownEnd, markOf } from "./known-end.js";
import { billedBeyond, billsOf, type ServiceBill } from "./service-bills.js";
import { spreadPaid } from "./used-part.js";

/** Carries what ending early would do out of a transaction that is rolled back. */
class Rehearsed extends Error {
  constructor(readonly outcome: EarlyEndPreviewDto) {
    super("rehearsed");
  }
}

/**
 * Ends a service early that is billed or paid beyond a day (BIL-82): the receipts are reversed, the bills are cut after
 * the last day by the proration rule of their rate, and the receipts are issued anew for what was used. Discounts that
 * were given on it with the receipts go, the used part is charged at the normal price; those on other items stay. What
 * runs gave on months that are not served at all goes with them.
 */
@Injectable()
export class EndEarlyService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly periods: PostingPeriod,
    private readonly cutter: CutChargesService,
    private readonly reverser: ReverseReceiptService,
    private readonly poster: PostReceiptService,
    private readonly refunds: RequestRefundService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** What ending would do: it is done and rolled back, so that both refuse the same. */
  async preview(actor: Actor, projectId: string, bindingId: string, lastDay: string): Promise<EarlyEndPreviewDto> {
    const dto: EndEarlyDto = { id: newId(), lastDay, difference: "PREPAYMENT", reason: "试算", copyReturned: true };
    try {
      return await this.db.transaction(async (tx) => {
        throw new Rehearsed(await this.endIn(tx, actor, projectId, bindingId, dto));
      });
    } catch (error) {
      if (!(error instanceof Rehearsed)) throw error;
      const {
        redReceiptNos: _red,
        newReceiptNos: _new,
        refundRequestNos: _asked,
        ...outcome
      } = error.outcome as EarlyEndDto;
      return outcome;
    }
  }

  /**
   * Ends in one transaction; the same id twice ends once. What is to be paid back is asked for, and reviewed and paid like
   * any refund (BIL-81); until then it stands as a prepayment.
   * @throws InvalidInput, ID_REUSED, NOT_BILLED_BEYOND, METERED_SERVICE, SAME_PERSON, INVOICE_STANDS, PERIOD_CLOSED, NOT_FOUND and what
   * reversing and posting receipts throw
   */
  end(actor: Actor, projectId: string, bindingId: string, dto: EndEarlyDto): Promise<EarlyEndDto> {
    return this.db.transaction((tx) => this.endIn(tx, actor, projectId, bindingId, dto));
  }

  private async endIn(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    bindingId: string,
    dto: EndEarlyDto,
  ): Promise<EarlyEndDto> {
    const { lastDay } = dto;
    const way = wayBack(dto);
    const { feeItemId } = await bindingOf(tx, projectId, bindingId);
    // as publishing and binding do, so that no bill appears meanwhile; two who end it at once queue here
    await tx.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
    const bookedOn = await projectToday(tx, this.clock, projectId);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    await tx.query("SELECT 1 FROM fee_item WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [
      projectId,
      feeItemId,
    ]);
    // somebody may have ended or removed it meanwhile
    const binding = await bindingOf(tx, projectId, bindingId);
    const known = await knownEnd(tx, binding, dto);
    if (known) return known;
    if (lastDay < binding.startsOn || (binding.endsOn !== null && lastDay > binding.endsOn))
      throw new InvalidInput({
        lastDay: [`最后服务日必须在绑定的 ${binding.startsOn} 至 ${binding.endsOn ?? "长期"} 之间`],
      });

    const { ids, receipts, bills } = await this.lockMoney(tx, binding, lastDay);
    const names = await namesOf(tx, binding);
    const reason = `提前终止 ${names.roomCode} ${names.feeItemName}，至 ${lastDay}：${dto.reason}`;
    await refuseInvoiced(
      tx,
      projectId,
      receipts.map(({ id }) => id),
    );
    const redIds: string[] = [];
    const red = { reason: reason.slice(0, 200), copyReturned: dto.copyReturned };
    for (const { id } of receipts.toReversed())
      redIds.push(await this.reverser.reverseIn(tx, actor, projectId, id, red, { reissued: true }));

    const booking = { projectId, bookedOn, period, reason, createdBy: actor.userId, createdAt: this.clock.now() };
    // nobody, and nobody in his place, bears a discount or a vacancy of months that are not served
    const unserved = bills.filter(({ chargeId, serviceFrom }) => ids.includes(chargeId) && serviceFrom > lastDay);
    const chargeIds = unserved.map(({ chargeId }) => chargeId);
    await takeBackRunDiscounts(tx, booking, { chargeIds }, "提前终止");
    await takeBackReductions(tx, booking, { chargeIds });

    const place = { projectId, roomId: binding.roomId, day: dayAfter(lastDay), bindingId };
    const cuts = await this.cutter.cut(tx, actor, place, { mode: "DROP" }, { source: "EARLY_END", reason });
    await tx.update(RateBinding, { projectId, id: bindingId }, { endsOn: lastDay });

    const lines = usedLines(bills, cuts);
    const { ids: newIds, over } = await this.issueAnew(tx, actor, binding, { receipts, lines });
    await relieveBearers(
      tx,
      booking,
      receipts.map(({ id }) => id),
    );
    const refundRequestNos = way ? await this.refunds.requestOver(tx, actor, { projectId, reason, way }, over) : [];
    const outcome = { ...names, ...sumsOf(lastDay, lines, receipts, new Set(ids)) };
    const ended = {
      ...outcome,
      redReceiptNos: await receiptNumbersOf(tx, projectId, redIds),
      newReceiptNos: await receiptNumbersOf(tx, projectId, newIds),
      refundRequestNos,
    };
    await this.audit.record(tx, actor, {
      projectId,
      action: "binding.end-early",
      entity: "room",
      entityId: binding.roomId,
      summary: `${reason}；已付 ${formatFen(ended.paidFen)} 元，已用 ${formatFen(ended.usedFen)} 元，退 ${formatFen(ended.backFen)} 元`,
      before: { endsOn: binding.endsOn },
      after: { ...markOf(bindingId, dto), ...ended },
    });
    return ended;
  }

  /** The bills and the receipts on them, all charges locked in the order of their ids. */
  private async lockMoney(tx: EntityManager, binding: RateBinding, lastDay: string) {
    const { projectId } = binding;
    const find = async () => {
      const billed = await billedBeyond(tx, binding, lastDay);
      if (billed.length === 0) throw notBilledBeyond(lastDay);
      if (billed.some(({ source }) => source === "METER")) throw meteredNotEndedEarly();
      const ids = billed.map(({ id }) => id);
      const receipts = await receiptsOfCharges(tx, projectId, ids);
      return { ids, receipts, bills: await billsOf(tx, binding, ids, receipts) };
    };
    const { receipts, bills } = await find();
    const ids = [...bills.map(({ chargeId }) => chargeId), ...chargesOfReceipts(receipts)];
    await lockCharges(tx, projectId, [...new Set(ids)]);
    return find();
  }

  /** Issues each receipt again for what was used, its other lines and discounts as they were; returns the new ones. */
  private async issueAnew(
    tx: EntityManager,
    actor: Actor,
    { projectId, roomId, feeItemId }: RateBinding,
    { receipts, lines }: { receipts: readonly PaidReceipt[]; lines: readonly UsedLine[] },
  ): Promise<{ ids: string[]; over: LeftOver[] }> {
    const ofService = new Set(lines.map(({ bill }) => bill.chargeId));
    const ids: string[] = [];
    const over: LeftOver[] = [];
    for (const spread of spreadByPayer(receipts, lines)) {
      const receipt = receipts.find((one) => one.id === spread.receiptId)!;
      const others = receipt.lines.filter(({ chargeId }) => !ofService.has(chargeId));
      const discounts = receipt.discounts.filter(({ chargeId }) => !ofService.has(chargeId));
      const all = [...others, ...spread.lines];
      const { dto, overFen } = issuedAnew(receipt, { roomId, feeItemId }, all, spread.overFen);
      if (dto.methods.length === 0) continue;
      const id = newId();
      const right = { ...dto, id, remark: `提前终止，重开收据 ${receipt.receiptNo}` };
      await this.poster.postIn(tx, actor, projectId, right, { reissue: { of: receipt.id, discounts } });
      ids.push(id);
      if (overFen === 0) continue;
      const accountId = await accountIdOf(tx, projectId, receipt.payerId, dto.prepayment!);
      over.push({ accountId, amountFen: overFen, methods: receipt.methods.map(({ method }) => method) });
    }
    return { ids, over };
  }
}

/** What each receipt pays of its own payer's used parts. */
function spreadByPayer(receipts: readonly PaidReceipt[], lines: readonly UsedLine[]) {
  return [...Map.groupBy(receipts, ({ payerId }) => payerId)].flatMap(([payerId, own]) => {
    const ofPayer = lines.filter(({ bill }) => bill.payerId === payerId);
    const bills = new Set(ofPayer.map(({ bill }) => bill.chargeId));
    const paid = own.map(({ id, lines: all }) => ({
      receiptId: id,
      fen: sum(all.filter(({ chargeId }) => bills.has(chargeId)).map(({ amountFen }) => amountFen)),
    }));
    return spreadPaid(
      paid,
      ofPayer.map(({ chargeId, payFen }) => ({ chargeId, fen: payFen })),
    );
  });
}

/** A bill, what was used of it and the charge that stands for it; in fen. */
interface UsedLine {
  bill: ServiceBill;
  chargeId: string;
  usedFen: number;
  /** What the receipts may pay of it. */
  payFen: number;
  explanation: string[];
}

/** A bill that was cut is used up to its piece, one that was left whole as it stands, without the receipts' discounts. */
function usedLines(bills: readonly ServiceBill[], cuts: readonly IssuedCut[]): UsedLine[] {
  const cutOf = new Map(cuts.filter(({ cut }) => cut.reverseFen > 0).map((one) => [one.charge.id, one]));
  return bills.map((bill) => {
    const cut = cutOf.get(bill.chargeId);
    const payFen = bill.paidFen + bill.discountFen;
    if (!cut) return { bill, chargeId: bill.chargeId, usedFen: payFen + bill.openFen, payFen, explanation: [] };
    const [piece] = cut.issued;
    const trace = cut.cut.pieces[0]?.trace ?? null;
    const usedFen = piece?.amountFen ?? 0;
    return {
      bill,
      chargeId: piece?.chargeId ?? bill.chargeId,
      usedFen,
      payFen: usedFen,
      explanation: trace ? explain(trace) : [],
    };
  });
}

/** The outcome; bills before the last day are shown when the receipts gave a discount on them. */
function sumsOf(
  lastDay: string,
  lines: readonly UsedLine[],
  receipts: readonly PaidReceipt[],
  beyond: ReadonlySet<string>,
): Omit<EarlyEndPreviewDto, "roomCode" | "feeItemName"> {
  const shown = lines.filter(({ bill }) => beyond.has(bill.chargeId) || bill.discountFen > 0);
  const paidFen = sum(shown.map(({ bill }) => bill.paidFen));
  const usedFen = sum(shown.map((line) => line.usedFen));
  const backFen = sum(
    [...Map.groupBy(shown, ({ bill }) => bill.payerId).values()].map((own) =>
      Math.max(0, sum(own.map(({ bill, payFen }) => bill.paidFen - payFen))),
    ),
  );
  return {
    lastDay,
    lines: shown.map(toLineDto),
    paidFen,
    usedFen,
    backFen,
    openFen: usedFen - paidFen + backFen,
    receiptNos: receipts.map(({ receiptNo }) => receiptNo),
  };
}

const toLineDto = ({ bill, usedFen, explanation }: UsedLine): EarlyEndLineDto => {
  const { period, serviceFrom, serviceTo, amountFen, discountFen, paidFen } = bill;
  return { period, serviceFrom, serviceTo, amountFen, discountFen, paidFen, usedFen, explanation };
};

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** @throws NOT_FOUND */
async function bindingOf(tx: EntityManager, projectId: string, id: string): Promise<RateBinding> {
  const binding = await tx.findOneBy(RateBinding, { projectId, id });
  if (!binding) throw notFound("绑定");
  return binding;
}

async function namesOf(
  tx: EntityManager,
  { projectId, id }: RateBinding,
): Promise<Pick<EarlyEndPreviewDto, "roomCode" | "feeItemName">> {
  const [names] = await tx.query<Pick<EarlyEndPreviewDto, "roomCode" | "feeItemName">[]>(
    `SELECT r.code AS "roomCode", ${itemWithObject("b", "f.name")} AS "feeItemName" FROM rate_binding b
       JOIN room r ON r.project_id = b.project_id AND r.id = b.room_id
       JOIN fee_item f ON f.project_id = b.project_id AND f.id = b.fee_item_id
      WHERE b.project_id = $1 AND b.id = $2`,
    [projectId, id],
  );
  return names!;
}
