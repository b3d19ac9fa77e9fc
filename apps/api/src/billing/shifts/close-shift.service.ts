import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CloseShiftDto, ShiftStatus, WitnessShiftDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { CashierShift } from "./cashier-shift.entity.js";
import { shiftTotals } from "./shift-totals.js";
import { othersShift, ownWitness, shiftNotCounted, shiftNotOpen } from "./shifts.errors.js";

/** Counts the till, confirms differences and ends shifts (交班, BIL-73). */
@Injectable()
export class CloseShiftService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /**
   * Counts a shift: without a difference it is closed, otherwise it waits for a second person. Postings that hold it are
   * waited for and are in its totals; of two countings at once one wins.
   *
   * @param forOthers whether another's shift may be closed
   * @throws SHIFT_OF_OTHER, SHIFT_NOT_OPEN, InvalidInput
   */
  close(
    actor: Actor,
    projectId: string,
    shiftId: string,
    dto: CloseShiftDto,
    { forOthers = false } = {},
  ): Promise<void> {
    refuseBadCount(dto);
    return this.db.transaction(async (tx) => {
      const shift = await lockShift(tx, projectId, shiftId);
      if (shift.cashierId !== actor.userId && !forOthers) throw othersShift(shift.shiftNo, shift.cashierName);
      if (shift.status !== "OPEN") throw shiftNotOpen(shift.shiftNo, shift.status as ShiftStatus);
      const totals = await shiftTotals(tx, projectId, shiftId, shift.floatFen);
      const differenceFen = dto.countedFen - totals.expectedFen;
      if (differenceFen !== 0 && !dto.differenceReason) throw reasonMissing(differenceFen);
      const status = differenceFen === 0 ? "CLOSED" : "COUNTED";
      const counted = {
        status,
        expectedFen: totals.expectedFen,
        countedFen: dto.countedFen,
        notes: dto.notes,
        leftFen: dto.leftFen,
        differenceReason: differenceFen === 0 ? null : dto.differenceReason!,
        closedAt: this.clock.now(),
        closedOn: await projectToday(tx, this.clock, projectId),
        countedBy: actor.userId,
        countedByName: actor.name,
      };
      await tx.update(CashierShift, { projectId, id: shiftId }, { ...counted, totals });
      const difference = differenceFen === 0 ? "" : `，${differenceText(differenceFen)}，原因：${dto.differenceReason}`;
      await this.audit.record(tx, actor, {
        projectId,
        action: "shift.count",
        entity: "shift",
        entityId: shiftId,
        summary: `清点班次 ${shift.shiftNo}：应有现金 ${formatFen(totals.expectedFen)} 元，实点 ${formatFen(dto.countedFen)} 元${difference}`,
        after: { ...counted, totals },
      });
    });
  }

  /** A second person confirms a count with a difference, or sends it back. @throws SHIFT_NOT_COUNTED, SAME_PERSON */
  witness(actor: Actor, projectId: string, shiftId: string, { agreed, note = null }: WitnessShiftDto): Promise<void> {
    if (!agreed && !note) throw new InvalidInput({ note: ["退回重新清点请写明意见"] });
    return this.db.transaction(async (tx) => {
      const shift = await lockShift(tx, projectId, shiftId);
      if (shift.status !== "COUNTED") throw shiftNotCounted(shift.shiftNo);
      if (actor.userId === shift.cashierId || actor.userId === shift.countedBy) throw ownWitness();
      const differenceFen = shift.countedFen! - shift.expectedFen!;
      const witness = { witnessId: actor.userId, witnessName: actor.name, witnessedAt: this.clock.now() };
      await tx.update(
        CashierShift,
        { projectId, id: shiftId },
        agreed ? { status: "CLOSED", ...witness, witnessNote: note } : { ...UNCOUNTED, witnessNote: note },
      );
      await this.audit.record(tx, actor, {
        projectId,
        action: "shift.witness",
        entity: "shift",
        entityId: shiftId,
        summary: agreed
          ? `见证班次 ${shift.shiftNo}：${differenceText(differenceFen)}${note ? `，${note}` : ""}`
          : `退回班次 ${shift.shiftNo} 重新清点：${note}`,
        after: { agreed, note, differenceFen },
      });
    });
  }
}

/** A shift that is counted again. */
const UNCOUNTED = {
  status: "OPEN",
  totals: null,
  expectedFen: null,
  countedFen: null,
  notes: null,
  leftFen: null,
  differenceReason: null,
  closedAt: null,
  closedOn: null,
  countedBy: null,
  countedByName: null,
};

const differenceText = (fen: number) => `${fen < 0 ? "短款" : "长款"} ${formatFen(Math.abs(fen))} 元`;

const reasonMissing = (differenceFen: number) =>
  new InvalidInput({
    differenceReason: [`实点现金与应有现金不符（${differenceText(differenceFen)}），请填写差异原因，并由另一人见证`],
  });

function refuseBadCount({ countedFen, leftFen, notes }: CloseShiftDto): void {
  const fields: Record<string, string[]> = {};
  const notesFen = notes.reduce((sum, { denomination, count }) => sum + Number(denomination) * count, 0);
  if (new Set(notes.map(({ denomination }) => denomination)).size < notes.length) fields.notes = ["同一面额只能填一行"];
  else if (notes.length > 0 && notesFen !== countedFen)
    fields.notes = [`点钞明细合计 ${formatFen(notesFen)} 元，与实点现金 ${formatFen(countedFen)} 元不符`];
  if (leftFen > countedFen) fields.leftFen = ["留存备用金不能多于实点现金"];
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
}

async function lockShift(tx: EntityManager, projectId: string, id: string): Promise<CashierShift> {
  const shift = await tx.findOne(CashierShift, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!shift) throw notFound("班次");
  return shift;
}
