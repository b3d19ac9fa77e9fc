import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { notFound } from "../../common/rule-violation.js";
import { DeskSettingsService } from "./desk-settings.service.js";
import { shiftTotals } from "./shift-totals.js";
import { shiftHandedOver, shiftNotOpen, shiftRequired, shiftWaitsForWitness, tillShort } from "./shifts.errors.js";
import type { ShiftStatus } from "@linli/contracts";

/** Money that leaves a till or an account. */
export interface Payout {
  method: string;
  amountFen: number;
  /** The shift that pays, when it was named. */
  shiftId?: string | null;
  /** Whose open shift pays when neither it was named nor the actor has one. */
  cashierId?: string;
}

interface ShiftRow {
  id: string;
  shiftNo: string;
  status: ShiftStatus;
  floatFen: number;
}

/**
 * Which open shift a receipt, a red receipt or a refund belongs to (BIL-73). The shift is locked against being counted
 * until the caller's transaction ends: what joined it is in its totals.
 */
@Injectable()
export class ShiftDesk {
  constructor(private readonly settings: DeskSettingsService) {}

  /** The cashier's own shift, or null where none is needed. @throws SHIFT_REQUIRED, SHIFT_COUNTED */
  async forReceipt(tx: EntityManager, actor: Actor, projectId: string): Promise<string | null> {
    const shift = await openShift(tx, projectId, [actor.userId], "SHARE");
    if (shift) return shift.id;
    if (!(await this.settings.of(projectId, tx)).shiftRequired) return null;
    const [counted] = await tx.query<{ no: string }[]>(
      "SELECT shift_no AS no FROM cashier_shift WHERE project_id = $1 AND cashier_id = $2 AND status = 'COUNTED'",
      [projectId, actor.userId],
    );
    throw counted ? shiftWaitsForWitness(counted.no) : shiftRequired();
  }

  /** The reverser's own shift, else the open one of the cashier whose receipt is undone, else none. */
  async forReversal(tx: EntityManager, actor: Actor, projectId: string, cashierId: string): Promise<string | null> {
    return (await openShift(tx, projectId, [actor.userId, cashierId], "SHARE"))?.id ?? null;
  }

  /**
   * What is voided goes back where it came from: the open shift it was taken in, or no till, if it was taken outside one.
   * @throws VOID_NOT_ALLOWED, TILL_SHORT
   */
  async forVoid(tx: EntityManager, projectId: string, shiftId: string | null, cashFen: number): Promise<string | null> {
    if (shiftId === null) return null;
    const [shift] = await tx.query<ShiftRow[]>(
      `SELECT ${COLUMNS} FROM cashier_shift WHERE project_id = $1 AND id = $2 FOR UPDATE`,
      [projectId, shiftId],
    );
    if (shift?.status !== "OPEN") throw shiftHandedOver();
    await refuseShort(tx, projectId, shift, cashFen);
    return shift.id;
  }

  /** The shift that pays money back. @throws NOT_FOUND, SHIFT_NOT_OPEN, SHIFT_REQUIRED, CASH_NOT_BANKED, TILL_SHORT */
  async forPayout(tx: EntityManager, actor: Actor, projectId: string, payout: Payout): Promise<string | null> {
    const cash = payout.method === "CASH";
    if (cash) await this.settings.refuseUnbanked(tx, projectId);
    const shift = payout.shiftId
      ? await named(tx, projectId, payout.shiftId)
      : await openShift(tx, projectId, [actor.userId, ...(payout.cashierId ? [payout.cashierId] : [])], "UPDATE");
    if (!shift) {
      if (cash && (await this.settings.of(projectId, tx)).shiftRequired) throw shiftRequired();
      return null;
    }
    if (cash) await refuseShort(tx, projectId, shift, payout.amountFen);
    return shift.id;
  }
}

/** Out of a locked till. @throws TILL_SHORT */
async function refuseShort(tx: EntityManager, projectId: string, shift: ShiftRow, cashFen: number): Promise<void> {
  if (cashFen === 0) return;
  const { expectedFen } = await shiftTotals(tx, projectId, shift.id, shift.floatFen);
  if (expectedFen < cashFen) throw tillShort(expectedFen, cashFen);
}

const COLUMNS = `id, shift_no AS "shiftNo", status, float_fen AS "floatFen"`;

/** The first of these people's open shifts, in their order. */
async function openShift(
  tx: EntityManager,
  projectId: string,
  people: readonly string[],
  lock: "SHARE" | "UPDATE",
): Promise<ShiftRow | undefined> {
  const [shift] = await tx.query<ShiftRow[]>(
    `SELECT ${COLUMNS} FROM cashier_shift WHERE project_id = $1 AND cashier_id = ANY($2::uuid[]) AND status = 'OPEN'
      ORDER BY array_position($2::uuid[], cashier_id) LIMIT 1 FOR ${lock}`,
    [projectId, people],
  );
  return shift;
}

async function named(tx: EntityManager, projectId: string, shiftId: string): Promise<ShiftRow> {
  const [shift] = await tx.query<ShiftRow[]>(
    `SELECT ${COLUMNS} FROM cashier_shift WHERE project_id = $1 AND id = $2 FOR UPDATE`,
    [projectId, shiftId],
  );
  if (!shift) throw notFound("班次");
  if (shift.status !== "OPEN") throw shiftNotOpen(shift.shiftNo, shift.status);
  return shift;
}
