import { Injectable, type OnModuleInit } from "@nestjs/common";
import { transferReasonLabels, type TransferItemDto, type TransferSettlementDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { periodOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import {
  type TransferFacts,
  TransferParticipant,
  TransferParticipants,
  type TransferSurvey,
} from "../../customer/transfers/transfer-participants.js";
import { CutChargesService } from "../charges/cut-charges.service.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { bookMovements, lockAccounts } from "../prepayments/prepayment-ledger.js";
import { ASKED_BACK } from "../prepayments/asked-back.js";
import { RefundPrepaymentService } from "../prepayments/refund-prepayment.service.js";
import { PostReceiptService } from "../receipts/post-receipt.service.js";
import { moneySections } from "./money-sections.js";
import { ownersGone } from "./owners-gone.js";
import { payersAfter } from "./payers-after.js";
import { transferInWords } from "./transfer-words.js";
import { settlementOf } from "./settlement-of-transfer.js";

interface OpenAccount {
  id: string;
  customerId: string;
  feeItemId: string | null;
  /** What is not asked back already, in fen. */
  freeFen: number;
}

/** The money of a transfer (BIL-15, BIL-64, BC-20): what is open, the cut of the charges, the old owner's prepayment. */
@Injectable()
export class TransferMoney extends TransferParticipant implements OnModuleInit {
  readonly key = "money";
  readonly order = 100;

  constructor(
    private readonly participants: TransferParticipants,
    private readonly cutter: CutChargesService,
    private readonly receipts: PostReceiptService,
    private readonly refunds: RefundPrepaymentService,
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async survey(db: EntityManager, facts: TransferFacts): Promise<TransferSurvey> {
    const sections = await moneySections(db, facts);
    if (facts.transferOn === null) return { sections, blocks: [], open: [], questions: [] };
    const settlement = await this.preview(db, facts);
    return {
      sections,
      blocks: [...(await closedMonth(db, facts)), ...(await waiversAsked(db, facts))],
      open: openItems(settlement, facts),
      questions: [],
    };
  }

  /** What the transfer would do as the books are now. */
  preview(db: EntityManager, facts: TransferFacts): Promise<TransferSettlementDto> {
    return settlementOf(db, this.cutter, facts);
  }

  /**
   * The order of the other verbs: the project (as publishing a run does, so that no bill appears meanwhile), the month,
   * the charges by id, the prepayment accounts by id.
   */
  override async lock(tx: EntityManager, { projectId, roomId, today, transferOn }: TransferFacts): Promise<void> {
    await tx.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
    await this.periods.lockForPosting(tx, projectId, today);
    await tx.query(
      `SELECT 1 FROM charge WHERE project_id = $1 AND room_id = $2 AND (open_fen > 0 OR service_to >= $3)
        ORDER BY id FOR UPDATE`,
      [projectId, roomId, transferOn ?? today],
    );
    await tx.query("SELECT 1 FROM prepayment_account WHERE project_id = $1 AND room_id = $2 ORDER BY id FOR UPDATE", [
      projectId,
      roomId,
    ]);
  }

  async complete(tx: EntityManager, actor: Actor, facts: TransferFacts): Promise<TransferSettlementDto> {
    const { projectId, roomId, leavingIds } = facts;
    const day = facts.transferOn!;
    const settlement = await this.preview(tx, facts);
    const reason = `${transferInWords(facts.number)}（${transferReasonLabels[facts.reason!]}），自 ${day} 起由新业主承担`;
    const target = {
      mode: "PASS_ON" as const,
      payers: await payersAfter(tx, facts),
      goneIds: await ownersGone(tx, facts),
    };
    await this.cutter.cut(tx, actor, { projectId, roomId, day }, target, { source: "TRANSFER", reason });
    const receiptNos: string[] = [];
    for (const account of await this.accountsOf(tx, facts)) {
      const offset = await this.offset(tx, actor, facts, account);
      if (offset.receiptNo) receiptNos.push(offset.receiptNo);
      await this.settleRest(tx, actor, facts, { ...account, freeFen: account.freeFen - offset.fen });
    }
    if (facts.arrears === "ASSUMED") {
      const debts = { projectId, roomId, day, fromPayerIds: leavingIds, toPayerId: newPayerOf(facts) };
      const agreed = `${transferInWords(facts.number)}：按双方协议由新业主承担`;
      await this.cutter.passOpen(tx, actor, debts, { source: "TRANSFER", reason: agreed });
    }
    return { ...settlement, isFinal: true, receiptNos };
  }

  private accountsOf(tx: EntityManager, { projectId, roomId, leavingIds }: TransferFacts): Promise<OpenAccount[]> {
    return tx.query(
      `SELECT a.id, a.customer_id AS "customerId", a.fee_item_id AS "feeItemId", greatest(a.balance_fen - ${ASKED_BACK}, 0) AS "freeFen"
         FROM prepayment_account a
        WHERE a.project_id = $1 AND a.room_id = $2 AND a.customer_id = ANY ($3) AND a.balance_fen > 0
        ORDER BY a.fee_item_id NULLS LAST, a.id FOR UPDATE`,
      [projectId, roomId, leavingIds],
    );
  }

  /** Offsets what is free of a balance against its customer's open charges of the room, the oldest first, by a receipt like any other. */
  private async offset(
    tx: EntityManager,
    actor: Actor,
    { projectId, roomId, number }: TransferFacts,
    { customerId, feeItemId, freeFen }: OpenAccount,
  ): Promise<{ fen: number; receiptNo: string | null }> {
    const open = await this.cutter.openOf(tx, { projectId, roomId }, [customerId]);
    const debts = open.filter((debt) => feeItemId === null || debt.feeItemId === feeItemId);
    let left = freeFen;
    const lines = debts.flatMap(({ id, openFen }) => {
      const amountFen = Math.min(left, openFen);
      left -= amountFen;
      return amountFen > 0 ? [{ chargeId: id, amountFen }] : [];
    });
    const fen = freeFen - left;
    if (fen === 0) return { fen, receiptNo: null };
    const id = newId();
    await this.receipts.postIn(tx, actor, projectId, {
      id,
      payerId: customerId,
      lines,
      methods: [{ method: "PREPAYMENT", tenderedFen: fen, roomId, feeItemId }],
      remark: `房屋过户 ${number}：预收冲抵欠费`,
    });
    const [receipt] = await tx.query<{ no: string }[]>(
      "SELECT receipt_no AS no FROM receipt WHERE project_id = $1 AND id = $2",
      [projectId, id],
    );
    return { fen, receiptNo: receipt!.no };
  }

  /** What is left of it then: asked to be paid back, or carried over by two movements that cancel. */
  private async settleRest(
    tx: EntityManager,
    actor: Actor,
    facts: TransferFacts,
    { id: accountId, customerId, feeItemId, freeFen: amountFen }: OpenAccount,
  ): Promise<void> {
    const { projectId, roomId, number, today } = facts;
    if (amountFen === 0) return;
    if (facts.prepayment === "REFUND") {
      const reason = `房屋过户 ${number}，退还原业主预收余额`;
      const by = await promisedBy(tx, facts);
      await this.refunds.requestIn(tx, actor, { projectId, accountId, amountFen, reason, ...by });
      return;
    }
    const now = this.clock.now();
    const wanted = [{ roomId, feeItemId }];
    const [from] = await lockAccounts(tx, projectId, customerId, wanted, now);
    const [to] = await lockAccounts(tx, projectId, newPayerOf(facts), wanted, now);
    const period = await this.periods.lockForPosting(tx, projectId, today);
    const booking = { projectId, receiptId: null, documentNo: number, bookedOn: today, period, createdAt: now };
    await bookMovements(tx, booking, [
      { account: from!, source: "CARRY_OVER", amountFen: -amountFen },
      { account: to!, source: "CARRY_OVER", amountFen },
    ]);
  }
}

/** Who drafted the transfer, and who asked for the approval by which it completes: that is decided once this is done. */
async function promisedBy(tx: EntityManager, { projectId, id }: TransferFacts) {
  const [by] = await tx.query<[{ transferAskedBy: string | null; transferDraftedBy: string }]>(
    `SELECT a.requested_by AS "transferAskedBy", t.created_by AS "transferDraftedBy"
       FROM room_transfer t
       LEFT JOIN approval a ON a.project_id = t.project_id AND a.kind = 'room.transfer' AND a.subject_id = t.id AND a.status = 'PENDING'
      WHERE t.project_id = $1 AND t.id = $2`,
    [projectId, id],
  );
  return by;
}

/** Who takes over: the named payer, else the only new owner (several name one, CUS-09). */
const newPayerOf = ({ payerCustomerId, owners }: TransferFacts): string => payerCustomerId ?? owners[0]!.customerId;

/** A transfer lies in a month that is still open. */
async function closedMonth(db: EntityManager, { projectId, transferOn }: TransferFacts): Promise<TransferItemDto[]> {
  const period = periodOf(transferOn!);
  const [closed] = await db.query<object[]>(
    "SELECT 1 FROM billing_period WHERE project_id = $1 AND period = $2 AND status <> 'OPEN'",
    [projectId, period],
  );
  if (!closed) return [];
  const label = `过户日期 ${transferOn} 所在的 ${period} 已月结`;
  return [{ label, detail: "请改为开放月份的日期", amountFen: null, link: "billing/month" }];
}

/** Waivers of the room's charges that wait for approval: decided first, or they would fall on bills that are gone. */
async function waiversAsked(db: EntityManager, { projectId, roomId }: TransferFacts): Promise<TransferItemDto[]> {
  const rows = await db.query<{ no: string; fen: number; by: string }[]>(
    `SELECT w.waiver_no AS no, sum(l.amount_fen)::bigint AS fen, w.requested_by_name AS by
       FROM waiver w
       JOIN waiver_line l ON l.project_id = w.project_id AND l.waiver_id = w.id
       JOIN charge c ON c.project_id = l.project_id AND c.id = l.charge_id
      WHERE w.project_id = $1 AND c.room_id = $2 AND w.status = 'PENDING'
      GROUP BY w.id, w.waiver_no, w.requested_by_name ORDER BY w.waiver_no`,
    [projectId, roomId],
  );
  return rows.map(({ no, fen, by }) => ({
    label: "减免待审批",
    detail: `${no}，申请人 ${by}`,
    amountFen: fen,
    link: "billing/waivers",
  }));
}

/** What would not be settled on completion. */
function openItems(settlement: TransferSettlementDto, { roomId }: TransferFacts): TransferItemDto[] {
  const charges = `billing/charges?roomId=${roomId}`;
  const prepayments = `billing/prepayments?roomId=${roomId}`;
  const items: TransferItemDto[] = [
    { label: "原业主还欠", detail: "由原业主承担", amountFen: settlement.oldRestFen, link: charges },
    { label: "原业主欠费由新业主承担", detail: "凭双方协议", amountFen: settlement.assumedFen, link: charges },
    { label: "应退原业主预收", detail: "办结后由财务退款", amountFen: settlement.refundFen, link: prepayments },
    { label: "原业主预收转给新业主", detail: "凭双方协议", amountFen: settlement.carriedFen, link: prepayments },
    {
      label: "双方自行结算",
      detail: "原业主已缴的、过户日期以后的费用",
      amountFen: settlement.settleFen,
      link: charges,
    },
  ];
  return items.filter(({ amountFen }) => amountFen !== 0);
}
