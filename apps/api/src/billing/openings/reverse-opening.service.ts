import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { addMonths, dayBefore, periodOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { reverseOpen } from "../charges/reverse-open.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { bookMovements, lockAccountsById } from "../prepayments/prepayment-ledger.js";
import { HANGING } from "./hanging.js";
import { Opening } from "./opening.entity.js";
import { AHEAD, EXAMPLES, lockOpening, refuseRunning, refuseSigned, refuseUnless } from "./opening-state.js";
import { hangsOn } from "./openings.errors.js";

/** Where a reversal is booked: where the opening was. */
interface Back {
  projectId: string;
  bookedOn: string;
  period: string;
  reason: string;
  userId: string;
  now: Date;
}

/** Takes imports back: posted ones by reversing entries as long as nothing hangs on them, checked ones by removing them. */
@Injectable()
export class ReverseOpeningService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly periods: PostingPeriod,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws OPENING_STATE, OPENING_SIGNED, OPENING_IN_USE, PERIOD_CLOSED, NOT_FOUND */
  reverse(actor: Actor, projectId: string, id: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const opening = await lockOpening(tx, projectId, id);
      refuseUnless(opening, "POSTED");
      await refuseSigned(tx, opening);
      await tx.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
      const chargeIds = await lockCharges(tx, opening);
      const amounts = await amountsOf(tx, opening);
      const accounts = await lockAccountsById(tx, projectId, [...amounts.keys()]);
      const collected = await lockCollected(tx, opening);
      if (chargeIds.length > 0 || accounts.length > 0 || collected)
        await this.periods.lockForPosting(tx, projectId, opening.cutOverOn, AHEAD);
      await refuseHanging(tx, opening);

      const back = {
        projectId,
        bookedOn: dayBefore(opening.cutOverOn),
        period: addMonths(periodOf(opening.cutOverOn), -1),
        reason: `撤回期初导入 ${opening.openingNo}：${reason}`.slice(0, 200),
        userId: actor.userId,
        now: this.clock.now(),
      };
      await takeBackDeposits(tx, opening, back);
      await reverseOpen(tx, { ...back, source: "OPENING", ids: chargeIds });
      await bookMovements(
        tx,
        { ...back, receiptId: null, documentNo: opening.openingNo ?? "", createdAt: back.now },
        accounts.map((account) => ({ account, source: "OPENING", amountFen: -(amounts.get(account.id) ?? 0) })),
      );
      const reversed = { status: "REVERSED", reversedAt: back.now, reversedByName: actor.name, reversalReason: reason };
      await tx.update(Opening, { projectId, id }, reversed);
      await this.audit.record(tx, actor, {
        projectId,
        action: "opening.reverse",
        entity: "opening",
        entityId: id,
        summary: `撤回期初导入 ${opening.openingNo}“${opening.fileName}”，原因：${reason}`,
        after: { reason },
      });
    });
  }

  /** Removes an import that was only checked. @throws OPENING_STATE, OPENING_BUSY, NOT_FOUND */
  discard(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const opening = await lockOpening(tx, projectId, id);
      await refuseRunning(tx, opening);
      if (opening.status !== "POSTING") refuseUnless(opening, "CHECKED");
      for (const table of ["opening_total", "opening_row"])
        await tx.query(`DELETE FROM ${table} WHERE project_id = $1 AND opening_id = $2`, [projectId, id]);
      await tx.delete(Opening, { projectId, id });
      await this.audit.record(tx, actor, {
        projectId,
        action: "opening.discard",
        entity: "opening",
        entityId: id,
        summary: `作废没有入账的导入“${opening.fileName}”`,
      });
    });
  }
}

/** Locks the charges of an import in id order; they have the ids of its rows. */
async function lockCharges(tx: EntityManager, { projectId, id }: Opening): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT c.id FROM charge c WHERE c.project_id = $1 AND c.source = 'OPENING'
        AND c.id IN (SELECT r.id FROM opening_row r WHERE r.project_id = $1 AND r.opening_id = $2)
      ORDER BY c.id FOR UPDATE`,
    [projectId, id],
  );
  return rows.map((row) => row.id);
}

/** Locks the items whose money for others an import brought, against remittances meanwhile; whether there are any. */
async function lockCollected(tx: EntityManager, { projectId, id }: Opening): Promise<boolean> {
  const rows = await tx.query<object[]>(
    `SELECT 1 FROM fee_item i WHERE i.project_id = $1
        AND i.id IN (SELECT r.fee_item_id FROM opening_row r
                      WHERE r.project_id = $1 AND r.opening_id = $2 AND r.kind = 'COLLECTED')
      ORDER BY i.id FOR NO KEY UPDATE`,
    [projectId, id],
  );
  return rows.length > 0;
}

/** What an import put into each account, in fen. */
async function amountsOf(tx: EntityManager, { projectId, openingNo }: Opening): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; fen: number }[]>(
    `SELECT account_id AS id, amount_fen AS fen FROM prepayment_movement
      WHERE project_id = $1 AND source = 'OPENING' AND document_no = $2`,
    [projectId, openingNo],
  );
  return new Map(rows.map(({ id, fen }) => [id, fen]));
}

/** @throws OPENING_IN_USE */
async function refuseHanging(tx: EntityManager, { projectId, id, openingNo }: Opening): Promise<void> {
  const found = await tx.query<{ text: string; count: number }[]>(
    `SELECT h.code || ' ' || h.what AS text, count(*) OVER ()::int AS count FROM (${HANGING}) h ORDER BY 1 LIMIT ${EXAMPLES}`,
    [projectId, id, openingNo],
  );
  if (found.length === 0) return;
  throw hangsOn(
    found[0]!.count,
    found.map(({ text }) => text),
  );
}

/** What was received of deposits before this system was not: their charges are open again, to be reversed. */
async function takeBackDeposits(
  tx: EntityManager,
  { projectId, id }: Opening,
  { bookedOn, period, reason, userId, now }: Back,
): Promise<void> {
  const deposits = await tx.query<{ id: string }[]>(
    "SELECT id FROM opening_row WHERE project_id = $1 AND opening_id = $2 AND kind = 'DEPOSIT' AND fault IS NULL ORDER BY id",
    [projectId, id],
  );
  if (deposits.length === 0) return;
  const ids = deposits.map((row) => row.id);
  await tx.query(
    `INSERT INTO charge_entry (project_id, id, created_at, charge_id, kind, amount_fen, booked_on, period, reason, created_by)
     SELECT $1, e.id, $2, c.id, 'RECEIPT', c.received_fen, greatest($3::date, c.service_from), $4, $5, $6
       FROM unnest($7::uuid[], $8::uuid[]) AS e(id, charge_id) JOIN charge c ON c.project_id = $1 AND c.id = e.charge_id`,
    [projectId, now, bookedOn, period, reason, userId, ids.map(newId), ids],
  );
  await tx.query(
    "UPDATE charge SET open_fen = received_fen, received_fen = 0 WHERE project_id = $1 AND id = ANY ($2)",
    [projectId, ids],
  );
}
