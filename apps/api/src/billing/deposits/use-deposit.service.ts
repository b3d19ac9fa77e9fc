import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { DeductDepositDto, DepositMovementKind, MoveDepositDto, SetRefundableDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { periodOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { feeItemInactive } from "../billing.errors.js";
import { Charge } from "../charges/charge.entity.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { bookMovements, lockAccounts } from "../prepayments/prepayment-ledger.js";
import { PostReceiptService } from "../receipts/post-receipt.service.js";
import { requestHash } from "../receipts/request-hash.js";
import { type LockedDeposit, lockDeposit, refuseShort, takeFrom, wasTaken } from "./deposit-ledger.js";
import { Deposit } from "./deposit.entity.js";
import { depositAsked, depositNotRefundable, notIncomeItem, proofMissing } from "./deposits.errors.js";

/** Where a use of a deposit is booked. */
interface Booked {
  bookedOn: string;
  period: string;
  createdAt: Date;
}

/** Deducts from deposits, says whether they may go back, and turns them into prepayments (BIL-84). */
@Injectable()
export class UseDepositService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
    private readonly receipts: PostReceiptService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a part as income: it becomes money for the income item, which at once settles a charge of it by a receipt.
   * @throws ID_REUSED, DEPOSIT_SHORT, DEPOSIT_PROOF_MISSING, FEE_ITEM_KIND, PERIOD_CLOSED, NOT_FOUND
   */
  deduct(actor: Actor, projectId: string, depositId: string, dto: DeductDepositDto): Promise<void> {
    const hash = requestHash({ depositId, ...dto });
    return this.use(actor, projectId, depositId, { ...dto, kind: "DEDUCT", hash }, async (tx, deposit, booked) => {
      const item = await incomeItemOf(tx, projectId, dto.feeItemId);
      await refuseWithoutProof(tx, projectId, deposit);
      await this.toPrepayment(tx, projectId, deposit, { feeItemId: item.id, amountFen: dto.amountFen }, booked);
      const chargeId = await this.charge(tx, projectId, deposit, dto, booked);
      const { roomId, payerId, depositNo } = deposit;
      const receiptId = newId();
      await this.receipts.postIn(tx, actor, projectId, {
        id: receiptId,
        payerId,
        lines: [{ chargeId, amountFen: dto.amountFen }],
        methods: [{ method: "PREPAYMENT", tenderedFen: dto.amountFen, roomId, feeItemId: item.id }],
        remark: `押金 ${depositNo} 扣除：${dto.reason}`.slice(0, 200),
      });
      const [receipt] = await tx.query<{ no: string }[]>(
        "SELECT receipt_no AS no FROM receipt WHERE project_id = $1 AND id = $2",
        [projectId, receiptId],
      );
      return { documentNo: receipt!.no, summary: `扣除押金 ${depositNo}：${item.name}` };
    });
  }

  /**
   * Turns a deposit that may go back into general money of its payer and room.
   * @throws ID_REUSED, DEPOSIT_NOT_REFUNDABLE, DEPOSIT_SHORT, PERIOD_CLOSED, NOT_FOUND
   */
  move(actor: Actor, projectId: string, depositId: string, dto: MoveDepositDto): Promise<void> {
    const hash = requestHash({ depositId, ...dto });
    return this.use(actor, projectId, depositId, { ...dto, kind: "MOVE", hash }, async (tx, deposit, booked) => {
      if (!deposit.refundable) throw depositNotRefundable(deposit.depositNo);
      await this.toPrepayment(tx, projectId, deposit, { feeItemId: null, amountFen: dto.amountFen }, booked);
      return { documentNo: null, summary: `押金 ${deposit.depositNo} 转为预收` };
    });
  }

  /** @throws NOT_FOUND */
  setRefundable(actor: Actor, projectId: string, id: string, { refundable, reason }: SetRefundableDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const deposit = await lockDeposit(tx, projectId, id);
      if (!refundable) await refuseAsked(tx, projectId, deposit);
      await tx.update(Deposit, { projectId, id }, { refundable, refundableReason: reason });
      const summary = `押金 ${deposit.depositNo} 标记为${refundable ? "可退" : "不可退"}：${reason}`;
      const entry = { projectId, action: "deposit.refundable", entity: "deposit", entityId: id, summary };
      await this.audit.record(tx, actor, {
        ...entry,
        before: { refundable: deposit.refundable },
        after: { refundable },
      });
    });
  }

  private use(
    actor: Actor,
    projectId: string,
    depositId: string,
    request: { id: string; kind: DepositMovementKind; amountFen: number; reason: string; hash: string },
    work: (
      tx: EntityManager,
      deposit: LockedDeposit,
      booked: Booked,
    ) => Promise<{ documentNo: string | null; summary: string }>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const bookedOn = await projectToday(tx, this.clock, projectId);
      const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
      const deposit = await lockDeposit(tx, projectId, depositId);
      const { id, kind, amountFen, reason, hash } = request;
      if (await wasTaken(tx, projectId, id, hash)) return;
      refuseShort(deposit, amountFen);
      await refuseAsked(tx, projectId, deposit);
      const booked = { bookedOn, period, createdAt: this.clock.now() };
      const { documentNo, summary } = await work(tx, deposit, booked);
      const by = { createdBy: actor.userId, createdByName: actor.name };
      await takeFrom(tx, projectId, deposit, {
        id,
        kind,
        amountFen,
        reason,
        documentNo,
        requestHash: hash,
        ...booked,
        ...by,
      });
      const words = `${summary} ${formatFen(amountFen)} 元，${deposit.payerName}，房间 ${deposit.roomCode}，原因：${reason}`;
      const entry = { projectId, action: kind === "DEDUCT" ? "deposit.deduct" : "deposit.move", summary: words };
      await this.audit.record(
        tx,
        actor,
        { ...entry, entity: "deposit", entityId: deposit.id, after: { amountFen, documentNo } },
        { ...entry, entity: "room", entityId: deposit.roomId },
      );
    });
  }

  private async toPrepayment(
    tx: EntityManager,
    projectId: string,
    { roomId, payerId, depositNo }: LockedDeposit,
    { feeItemId, amountFen }: { feeItemId: string | null; amountFen: number },
    booked: Booked,
  ): Promise<void> {
    const accounts = await lockAccounts(tx, projectId, payerId, [{ roomId, feeItemId }], booked.createdAt);
    const account = accounts.find(({ own }) => own)!;
    const booking = { projectId, receiptId: null, documentNo: depositNo, ...booked };
    await bookMovements(tx, booking, [{ account, source: "DEPOSIT", amountFen }]);
  }

  private async charge(
    tx: EntityManager,
    projectId: string,
    { roomId, payerId, depositNo }: LockedDeposit,
    { amountFen, feeItemId, reason }: DeductDepositDto,
    { bookedOn, period, createdAt }: Booked,
  ): Promise<string> {
    const id = newId();
    const settled = { reducedFen: 0, receivedFen: 0, offsetFen: 0, reversedFen: 0, openFen: amountFen };
    const days = { serviceFrom: bookedOn, serviceTo: bookedOn, dueOn: bookedOn };
    const what = { roomId, payerId, feeItemId, source: "MANUAL", period: periodOf(bookedOn), bookedPeriod: period };
    const remark = `押金 ${depositNo} 扣除：${reason}`;
    await tx.insert(Charge, { projectId, id, createdAt, ...what, ...days, amountFen, ...settled, remark });
    return id;
  }
}

async function incomeItemOf(tx: EntityManager, projectId: string, id: string): Promise<FeeItem> {
  const item = await tx.findOneBy(FeeItem, { projectId, id });
  if (!item) throw notFound("收入项目");
  if (!item.active) throw feeItemInactive(item.name);
  if (item.kind !== "ONE_OFF") throw notIncomeItem(item.name);
  return item;
}

async function refuseWithoutProof(
  tx: EntityManager,
  projectId: string,
  { id, depositNo }: LockedDeposit,
): Promise<void> {
  const [proof] = await tx.query<object[]>(
    "SELECT 1 FROM file_object WHERE project_id = $1 AND owner_type = 'deposit' AND owner_id = $2 AND kind = 'PROOF' LIMIT 1",
    [projectId, id],
  );
  if (!proof) throw proofMissing(depositNo);
}

/** While somebody waits for the money nothing else is done with it. */
async function refuseAsked(tx: EntityManager, projectId: string, { id, depositNo }: LockedDeposit): Promise<void> {
  const [asked] = await tx.query<object[]>(
    "SELECT 1 FROM refund_request WHERE project_id = $1 AND deposit_id = $2 AND status IN ('PENDING', 'APPROVED')",
    [projectId, id],
  );
  if (asked) throw depositAsked(depositNo);
}
