import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type RequestWriteOffDto, writeOffReasonLabels } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import type { Approval } from "../../approvals/approval.entity.js";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { projectToday } from "../../property/project-today.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { lockCharges, type LockedCharge } from "../receipts/charge-ledger.js";
import { requestHash } from "../receipts/request-hash.js";
import { bookWriteOff } from "./write-off-ledger.js";
import { WriteOffLine } from "./write-off-line.entity.js";
import { WriteOff } from "./write-off.entity.js";
import {
  chargeListedTwice,
  depositNoBadDebt,
  notOverdue,
  writeOffIdReused,
  writeOffSeveralPayers,
  writeOffTooMuch,
} from "./write-offs.errors.js";

type Line = Pick<WriteOffLine, "chargeId" | "amountFen">;

/** Gives debts up for lost, by two people (坏账核销). */
@Injectable()
export class WriteOffsService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly clock: Clock,
    private readonly numbers: NumberSeriesService,
    private readonly periods: PostingPeriod,
  ) {}

  onModuleInit(): void {
    this.approvals.handle("billing.write-off", {
      permission: "billing:approve-write-off",
      approve: (tx, actor, approval) => this.apply(tx, actor, approval),
      turnDown: async (tx, _actor, { projectId, subjectId }, status) => {
        await tx.update(WriteOff, { projectId, id: subjectId }, { status });
      },
    });
  }

  /**
   * Asks once: the same id with the same content answers the one that is there.
   * @throws ID_REUSED, SEVERAL_PAYERS, CHARGE_TWICE, NOT_OVERDUE, FEE_ITEM_KIND, WRITE_OFF_TOO_LARGE, NOT_FOUND
   */
  request(actor: Actor, projectId: string, dto: RequestWriteOffDto): Promise<string> {
    const ids = dto.lines.map(({ chargeId }) => chargeId);
    if (new Set(ids).size < ids.length) throw chargeListedTwice();
    const hash = requestHash(dto);
    return this.db.transaction(async (tx) => {
      const charges = await lockCharges(tx, projectId, ids);
      const known = await tx.findOneBy(WriteOff, { projectId, id: dto.id });
      if (known && known.requestHash !== hash) throw writeOffIdReused();
      if (known) return known.id;
      const payerId = charges[0]!.payerId;
      if (charges.some((charge) => charge.payerId !== payerId)) throw writeOffSeveralPayers();
      refuseWrong(charges, await projectToday(tx, this.clock, projectId));
      refuseTooMuch(charges, dto.lines, await pendingOf(tx, projectId, ids));

      const amountFen = dto.lines.reduce((sum, line) => sum + line.amountFen, 0);
      const writeOffNo = await this.numbers.draw(tx, projectId, "write-off");
      const createdAt = this.clock.now();
      const approvalId = await this.approvals.request(tx, actor, {
        projectId,
        kind: "billing.write-off",
        title: `坏账核销 ${writeOffNo}：${formatFen(amountFen)} 元`,
        reason: `${writeOffReasonLabels[dto.reasonCode]}：${dto.reason}`,
        subjectType: "write-off",
        subjectId: dto.id,
        payload: {},
        lines: charges.map((charge) => wordsOf(charge, dto.lines)),
      });
      const { id, reasonCode, reason } = dto;
      const by = { requestedBy: actor.userId, requestedByName: actor.name, requestHash: hash };
      const what = { writeOffNo, status: "PENDING", reasonCode, reason, payerId, amountFen, recoveredFen: 0 };
      await tx.insert(WriteOff, { projectId, id, createdAt, ...what, approvalId, bookedOn: null, ...by });
      const rows = dto.lines.map((line) => ({
        projectId,
        id: newId(),
        createdAt,
        writeOffId: id,
        ...line,
        recoveredFen: 0,
      }));
      await tx.insert(WriteOffLine, rows);
      return id;
    });
  }

  /** Does what was approved; what was paid meanwhile is not written off on top. @throws WRITE_OFF_TOO_LARGE, PERIOD_CLOSED */
  private async apply(tx: EntityManager, actor: Actor, { projectId, subjectId }: Approval): Promise<void> {
    const writeOff = await tx.findOneByOrFail(WriteOff, { projectId, id: subjectId });
    const bookedOn = await projectToday(tx, this.clock, projectId);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    const lines = await tx.find(WriteOffLine, { where: { projectId, writeOffId: subjectId }, order: { id: "ASC" } });
    const ids = lines.map(({ chargeId }) => chargeId);
    refuseTooMuch(await lockCharges(tx, projectId, ids), lines, new Map());
    const reason = `坏账核销 ${writeOff.writeOffNo}：${writeOff.reason}`;
    const by = { createdBy: actor.userId, createdAt: this.clock.now() };
    await bookWriteOff(tx, subjectId, { projectId, adjusts: "WRITE_OFF", lines, bookedOn, period, reason, ...by });
    await tx.update(WriteOff, { projectId, id: subjectId }, { status: "APPROVED", bookedOn });
  }
}

/** What of these charges waits in other requests, in fen. */
async function pendingOf(tx: EntityManager, projectId: string, chargeIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ chargeId: string; fen: number }[]>(
    `SELECT l.charge_id AS "chargeId", sum(l.amount_fen)::bigint AS fen
       FROM write_off_line l JOIN write_off w ON w.project_id = l.project_id AND w.id = l.write_off_id
      WHERE l.project_id = $1 AND l.charge_id = ANY ($2) AND w.status = 'PENDING' GROUP BY l.charge_id`,
    [projectId, chargeIds],
  );
  return new Map(rows.map(({ chargeId, fen }) => [chargeId, fen]));
}

const nameOf = ({ roomCode, feeItemName, period }: LockedCharge) => `${roomCode} ${period} ${feeItemName}`;

function refuseWrong(charges: readonly LockedCharge[], today: string): void {
  for (const charge of charges) {
    if (charge.feeItemKind === "DEPOSIT") throw depositNoBadDebt(nameOf(charge));
    if (charge.dueOn >= today) throw notOverdue(nameOf(charge));
  }
}

function refuseTooMuch(
  charges: readonly LockedCharge[],
  lines: readonly Line[],
  pending: ReadonlyMap<string, number>,
): void {
  for (const charge of charges) {
    const wanted = lines.find(({ chargeId }) => chargeId === charge.id)!.amountFen;
    const waits = pending.get(charge.id) ?? 0;
    if (wanted + waits > charge.openFen) throw writeOffTooMuch(nameOf(charge), charge.openFen, waits);
  }
}

/** A line as the approver reads it. */
const wordsOf = (charge: LockedCharge, lines: readonly Line[]) => {
  const { amountFen } = lines.find(({ chargeId }) => chargeId === charge.id)!;
  return {
    label: nameOf(charge),
    before: `欠 ${formatFen(charge.openFen)} 元，应缴日 ${charge.dueOn}`,
    after: `核销 ${formatFen(amountFen)} 元`,
  };
};
