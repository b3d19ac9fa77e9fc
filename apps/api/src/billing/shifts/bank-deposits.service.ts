import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  BankDepositDto,
  BankDepositPageDto,
  BankDepositQueryDto,
  RecordBankDepositDto,
  ShiftStatus,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { projectToday } from "../../property/project-today.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { requestHash } from "../receipts/request-hash.js";
import { BankDeposit } from "./bank-deposit.entity.js";
import { shiftTotals } from "./shift-totals.js";
import {
  depositCancelled,
  depositIdReused,
  depositTooLarge,
  noShiftToBankFrom,
  shiftNotOpen,
  tillShort,
} from "./shifts.errors.js";
import { unbankedOn } from "./unbanked-cash.js";

type DepositRow = Omit<BankDepositDto, "createdAt"> & { createdAt: Date };

const SELECT = `SELECT d.id, d.slip_no AS "slipNo", d.deposited_on AS "depositedOn", d.takings_on AS "takingsOn",
    d.amount_fen AS "amountFen", d.account, s.shift_no AS "shiftNo", d.recorded_by_name AS "recordedByName",
    d.created_at AS "createdAt", d.remark, d.cancel_reason AS "cancelReason"
  FROM bank_deposit d LEFT JOIN cashier_shift s ON s.project_id = d.project_id AND s.id = d.shift_id`;

/** Cash carried to the bank (解款单, BIL-73): recorded once per slip, struck out when wrong. */
@Injectable()
export class BankDepositsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
  ) {}

  /** Slips, the latest takings first. */
  async page(projectId: string, query: BankDepositQueryDto): Promise<BankDepositPageDto> {
    const { pageSize = 20 } = query;
    const [day, id] = decodeCursor(query.cursor, 2) ?? [];
    const where = new Where()
      .add("d.project_id = ?", projectId)
      .add("d.takings_on >= ?::date", query.from)
      .add("d.takings_on <= ?::date", query.to)
      .add("d.slip_no ILIKE ?", containing(query.q))
      .add("(d.takings_on, d.id) < (?::date, ?::uuid)", day, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<DepositRow[]>(
      `${SELECT} ${where.toString()} ORDER BY d.takings_on DESC, d.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toBankDepositDto, (row) => [row.takingsOn, row.id]);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<BankDepositDto> {
    const [row] = await this.db.query<DepositRow[]>(`${SELECT} WHERE d.project_id = $1 AND d.id = $2`, [projectId, id]);
    if (!row) throw notFound("解款单");
    return toBankDepositDto(row);
  }

  /**
   * Records a slip; the same id twice records once.
   * @throws ID_REUSED, InvalidInput, NO_SHIFT, TILL_SHORT, DEPOSIT_TOO_LARGE
   */
  record(actor: Actor, projectId: string, dto: RecordBankDepositDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const hash = requestHash(dto);
      const today = await projectToday(tx, this.clock, projectId);
      refuseBadDays(dto, today);
      const period = await this.periods.lockForKeeping(tx, projectId, dto.takingsOn);
      await lockProjectCash(tx, projectId);
      const earlier = await tx.findOneBy(BankDeposit, { projectId, id: dto.id });
      if (earlier && earlier.requestHash !== hash) throw depositIdReused();
      if (earlier) return;
      const { fromShift, remark = null, ...slip } = dto;
      const shiftId = fromShift ? await shiftToBankFrom(tx, actor, projectId, dto.amountFen) : null;
      const leftFen = await unbankedOn(tx, projectId, dto.takingsOn);
      if (dto.amountFen > leftFen) throw depositTooLarge(dto.takingsOn, leftFen);
      const by = { recordedBy: actor.userId, recordedByName: actor.name, createdAt: this.clock.now() };
      await tx.insert(BankDeposit, { projectId, ...slip, period, remark, shiftId, ...by, requestHash: hash });
      await this.audit.record(tx, actor, {
        projectId,
        action: "bank-deposit.record",
        entity: "bank-deposit",
        entityId: dto.id,
        summary: `登记解款单 ${dto.slipNo}：${dto.takingsOn} 的现金 ${formatFen(dto.amountFen)} 元，存入${dto.account}`,
        after: { ...slip, remark, shiftId },
      });
    });
  }

  /** Strikes a slip out; not once the shift whose till it left was counted. @throws DEPOSIT_CANCELLED, SHIFT_NOT_OPEN */
  cancel(actor: Actor, projectId: string, id: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const today = await projectToday(tx, this.clock, projectId);
      const cancelledPeriod = await this.periods.lockForKeeping(tx, projectId, today);
      const deposit = await tx.findOne(BankDeposit, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
      if (!deposit) throw notFound("解款单");
      if (deposit.cancelReason) throw depositCancelled();
      if (deposit.shiftId) await refuseCountedShift(tx, projectId, deposit.shiftId);
      const struck = { cancelReason: reason, cancelledBy: actor.userId, cancelledPeriod };
      await tx.update(BankDeposit, { projectId, id }, struck);
      await this.audit.record(tx, actor, {
        projectId,
        action: "bank-deposit.cancel",
        entity: "bank-deposit",
        entityId: id,
        summary: `作废解款单 ${deposit.slipNo}（${formatFen(deposit.amountFen)} 元）：${reason}`,
      });
    });
  }
}

function refuseBadDays({ depositedOn, takingsOn }: RecordBankDepositDto, today: string): void {
  if (depositedOn > today) throw new InvalidInput({ depositedOn: [`解款日期不能晚于今天（${today}）`] });
  if (takingsOn > depositedOn) throw new InvalidInput({ takingsOn: ["款项所属日期不能晚于解款日期"] });
}

/** Two slips for one day at once queue here, so that together they never exceed its cash. */
async function lockProjectCash(tx: EntityManager, projectId: string): Promise<void> {
  await tx.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
}

async function shiftToBankFrom(tx: EntityManager, actor: Actor, projectId: string, amountFen: number): Promise<string> {
  const [shift] = await tx.query<{ id: string; floatFen: number }[]>(
    `SELECT id, float_fen AS "floatFen" FROM cashier_shift
      WHERE project_id = $1 AND cashier_id = $2 AND status = 'OPEN' FOR UPDATE`,
    [projectId, actor.userId],
  );
  if (!shift) throw noShiftToBankFrom();
  const { expectedFen } = await shiftTotals(tx, projectId, shift.id, shift.floatFen);
  if (amountFen > expectedFen) throw tillShort(expectedFen, amountFen);
  return shift.id;
}

async function refuseCountedShift(tx: EntityManager, projectId: string, shiftId: string): Promise<void> {
  const [shift] = await tx.query<{ no: string; status: ShiftStatus }[]>(
    "SELECT shift_no AS no, status FROM cashier_shift WHERE project_id = $1 AND id = $2 FOR UPDATE",
    [projectId, shiftId],
  );
  if (shift && shift.status !== "OPEN") throw shiftNotOpen(shift.no, shift.status);
}

const toBankDepositDto = (row: DepositRow): BankDepositDto => ({ ...row, createdAt: row.createdAt.toISOString() });
