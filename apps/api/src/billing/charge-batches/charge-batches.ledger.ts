import { Injectable } from "@nestjs/common";
import type { ChargeBatchDto, ChargeBatchKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { periodOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { projectToday } from "../../property/project-today.js";
import { isMonthClosed, periodClosed, PostingPeriod } from "../periods/posting-period.js";
import { ChargeBatch } from "./charge-batch.entity.js";
import { batchIdReused, tooManyCharges } from "./charge-batches.errors.js";
import { MAX_CHARGES, type NewCharge } from "./new-charge.js";

export interface NewBatch {
  id: string;
  kind: ChargeBatchKind;
  requestHash: string;
  /** What the batch is called in the log. */
  title: string;
  skippedCount: number;
}

/** Writes one-off charges entered together, as a single one is written (BIL-146). */
@Injectable()
export class ChargeBatchLedger {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly numbers: NumberSeriesService,
    private readonly periods: PostingPeriod,
  ) {}

  /** The batch with this id, if it was written. @throws ID_REUSED when it was another one */
  async known(tx: EntityManager, projectId: string, id: string, hash: string): Promise<ChargeBatchDto | null> {
    const batch = await tx.findOneBy(ChargeBatch, { projectId, id });
    if (batch && batch.requestHash !== hash) throw batchIdReused();
    return batch && toChargeBatchDto(batch);
  }

  /** A preview says before all else that nothing can be booked today. @throws PERIOD_CLOSED */
  async refuseClosed(tx: EntityManager, projectId: string): Promise<void> {
    const period = periodOf(await projectToday(tx, this.clock, projectId));
    if (await isMonthClosed(tx, projectId, period)) throw periodClosed(period);
  }

  /** Nobody else charges these rooms or changes who pays for them until the transaction ends. */
  async lockRooms(tx: EntityManager, projectId: string, roomIds: readonly string[]): Promise<void> {
    await tx.query("SELECT 1 FROM room WHERE project_id = $1 AND id = ANY ($2) ORDER BY id FOR NO KEY UPDATE", [
      projectId,
      roomIds,
    ]);
  }

  /** Books the charges today, in one statement. @throws PERIOD_CLOSED, TOO_MANY_CHARGES */
  async write(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    { title, ...batch }: NewBatch,
    charges: readonly NewCharge[],
  ): Promise<ChargeBatchDto> {
    if (charges.length > MAX_CHARGES) throw tooManyCharges(MAX_CHARGES);
    const today = await projectToday(tx, this.clock, projectId);
    const bookedPeriod = await this.periods.lockForPosting(tx, projectId, today);
    const batchNo = await this.numbers.draw(tx, projectId, "charge-batch");
    const amountFen = charges.reduce((sum, charge) => sum + charge.amountFen, 0);
    const row = {
      ...batch,
      projectId,
      batchNo,
      chargeCount: charges.length,
      amountFen,
      recordedBy: actor.userId,
      recordedByName: actor.name,
      createdAt: this.clock.now(),
    };
    await tx.insert(ChargeBatch, row);
    const source = batch.kind === "WORKBOOK" ? "IMPORT" : "MANUAL";
    await insertCharges(tx, { projectId, now: row.createdAt, source, bookedPeriod, batchId: row.id }, charges);
    const summary = `${title}（${batchNo}）：${charges.length} 笔，共 ${formatFen(amountFen)} 元`;
    const after = { batchNo, chargeCount: charges.length, amountFen, bookedPeriod };
    await this.audit.record(tx, actor, {
      projectId,
      action: "charge-batch.enter",
      entity: "charge-batch",
      entityId: row.id,
      summary,
      after,
    });
    await this.noteRooms(tx, actor, projectId, batchNo, charges);
    return toChargeBatchDto(row);
  }

  private async noteRooms(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    batchNo: string,
    charges: readonly NewCharge[],
  ): Promise<void> {
    const rooms = charges.map(({ roomId, amountFen, remark }) => ({
      projectId,
      action: "charge.create",
      entity: "room",
      entityId: roomId,
      summary: `批量登记临时收费（${batchNo}）${formatFen(amountFen)} 元：${remark}`,
    }));
    for (let i = 0; i < rooms.length; i += 1000) await this.audit.record(tx, actor, ...rooms.slice(i, i + 1000));
  }
}

interface Booked {
  projectId: string;
  now: Date;
  source: string;
  bookedPeriod: string;
  batchId: string;
}

async function insertCharges(
  tx: EntityManager,
  { projectId, now, source, bookedPeriod, batchId }: Booked,
  charges: readonly NewCharge[],
): Promise<void> {
  const columns = [
    charges.map(newId),
    charges.map(({ roomId }) => roomId),
    charges.map(({ payerId }) => payerId),
    charges.map(({ feeItemId }) => feeItemId),
    charges.map(({ serviceFrom }) => periodOf(serviceFrom)),
    charges.map(({ serviceFrom }) => serviceFrom),
    charges.map(({ serviceTo }) => serviceTo),
    charges.map(({ quantity }) => quantity),
    charges.map(({ unitPrice }) => unitPrice),
    charges.map(({ amountFen }) => amountFen),
    charges.map(({ dueOn }) => dueOn),
    charges.map(({ remark }) => remark),
    charges.map(({ objectId }) => objectId),
  ];
  await tx.query(
    `INSERT INTO charge (project_id, created_at, source, booked_period, batch_id, id, room_id, payer_id, fee_item_id, period,
            service_from, service_to, quantity, unit_price, amount_fen, due_on, remark, object_id,
            reduced_fen, received_fen, offset_fen, reversed_fen, open_fen)
     SELECT $1, $2, $3, $4, $5, l.*, 0, 0, 0, 0, l.amount_fen
       FROM unnest($6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::text[], $11::date[], $12::date[], $13::numeric[],
                   $14::numeric[], $15::bigint[], $16::date[], $17::text[], $18::uuid[])
            AS l(id, room_id, payer_id, fee_item_id, period, service_from, service_to, quantity, unit_price, amount_fen, due_on, remark, object_id)`,
    [projectId, now, source, bookedPeriod, batchId, ...columns],
  );
}

const toChargeBatchDto = (batch: Omit<ChargeBatch, "project">): ChargeBatchDto => ({
  id: batch.id,
  batchNo: batch.batchNo,
  kind: batch.kind as ChargeBatchKind,
  chargeCount: batch.chargeCount,
  amountFen: batch.amountFen,
  skippedCount: batch.skippedCount,
});
