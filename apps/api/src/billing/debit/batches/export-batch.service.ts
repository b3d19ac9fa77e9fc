import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { createHash } from "node:crypto";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { PersonalData } from "../../../common/crypto.js";
import { newId } from "../../../common/ids.js";
import { formatFen } from "../../../common/money.js";
import { projectToday } from "../../../property/project-today.js";
import { exclusionOn } from "../../exclusions/exclusion.sql.js";
import { coveredItem } from "../agreements/covered-item.sql.js";
import { lastDebitConsent } from "../agreements/debit-consent.sql.js";
import { batchEmpty, batchOutdated } from "../debit.errors.js";
import { PostingPeriod } from "../../periods/posting-period.js";
import { DebitFileError, fileNotWritten } from "../files/debit-file-error.js";
import { writeDebitFile } from "../files/write-file.js";
import { DebitScheme } from "../schemes/debit-scheme.entity.js";
import { addLateFees } from "./add-late-fees.js";
import { keepSums } from "./batch-sums.js";
import { DebitBatch } from "./debit-batch.entity.js";
import { lockBatch } from "./debit-drafts.service.js";
import { DebitFile } from "./debit-file.entity.js";
import { ordersOf } from "./debit-orders.sql.js";
import { itemWithObject } from "../../objects/charge-item.sql.js";

export interface FileForBank {
  name: string;
  content: Buffer;
}

/** Sends a batch out (报盘): its charges are locked from here until the bank has answered (BIL-101). */
@Injectable()
export class ExportBatchService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly personal: PersonalData,
    private readonly periods: PostingPeriod,
  ) {}

  /**
   * Exports a draft once, or hands the same file out again, counted.
   * @throws DEBIT_BATCH_EMPTY, DEBIT_BATCH_OUTDATED, DEBIT_FILE_FAULT, DEBIT_BATCH_STATE, PERIOD_CLOSED, NOT_FOUND
   */
  export(actor: Actor, projectId: string, id: string): Promise<FileForBank> {
    return this.db.transaction(async (tx) => {
      const batch = await lockBatch(tx, projectId, id, ["DRAFT", "EXPORTED", "RETURNED", "PARTIAL", "DONE"], "导出");
      const file = batch.status === "DRAFT" ? await this.first(tx, batch) : await this.again(tx, batch);
      const { lineCount, amountFen } = await tx.findOneByOrFail(DebitBatch, { projectId, id });
      const times = batch.exportCount + 1;
      await tx.query("UPDATE debit_batch SET export_count = $3 WHERE project_id = $1 AND id = $2", [
        projectId,
        id,
        times,
      ]);
      const summary =
        times === 1
          ? `导出托收批次 ${batch.batchNo}：${lineCount} 笔，共 ${formatFen(amountFen)} 元`
          : `第 ${times} 次导出托收批次 ${batch.batchNo} 的同一文件`;
      const entry = { projectId, action: "debit-batch.export", entity: "debit-batch", entityId: id, summary };
      await this.audit.record(tx, actor, { ...entry, after: { sha256: file.sha256, name: file.name } });
      return file;
    });
  }

  private async first(tx: EntityManager, batch: DebitBatch): Promise<FileForBank & { sha256: string }> {
    const { projectId, id, batchNo } = batch;
    if (batch.lineCount === 0) throw batchEmpty();
    const [today, now] = [await projectToday(tx, this.clock, projectId), this.clock.now()];
    const period = (await bearsLateFees(tx, projectId)) && (await this.periods.lockForPosting(tx, projectId, today));
    await lockForBank(tx, projectId, id, today);
    if (period) await addLateFees(tx, batch, { today, period, now });
    await markAsOut(tx, projectId, id);
    const scheme = await tx.findOneByOrFail(DebitScheme, { projectId, id: batch.schemeId });
    const { lineCount, amountFen } = await tx.findOneByOrFail(DebitBatch, { projectId, id });
    const facts = {
      batchNo,
      date: today,
      bankName: scheme.bankName,
      count: lineCount,
      totalFen: amountFen,
      allowPartial: scheme.allowPartial,
    };
    const content = await written(() => ordersOf(tx, this.personal, projectId, id), scheme, facts);
    const name = `${batchNo}.${scheme.request.form === "EXCEL" ? "xlsx" : "txt"}`;
    const sha256 = createHash("sha256").update(content).digest("hex");
    const sealed = this.personal.encrypt(content.toString("base64"));
    await tx.insert(DebitFile, {
      projectId,
      id: newId(),
      createdAt: now,
      batchId: id,
      kind: "REQUEST",
      name,
      sha256,
      sealed,
    });
    await tx.query(
      "UPDATE debit_batch SET status = 'EXPORTED', exported_on = $3, exported_at = $4 WHERE project_id = $1 AND id = $2",
      [projectId, id, today, now],
    );
    return { name, content, sha256 };
  }

  private async again(tx: EntityManager, { projectId, id }: DebitBatch): Promise<FileForBank & { sha256: string }> {
    const file = await tx.findOneByOrFail(DebitFile, { projectId, batchId: id, kind: "REQUEST" });
    const content = Buffer.from(this.personal.decrypt(file.sealed), "base64");
    return { name: file.name, content, sha256: file.sha256 };
  }
}

/** Whether anything in a project accrues late fees: only then has an export to be booked in a month. */
async function bearsLateFees(tx: EntityManager, projectId: string): Promise<boolean> {
  const found = await tx.query<object[]>("SELECT 1 FROM late_fee_scheme WHERE project_id = $1 AND active LIMIT 1", [
    projectId,
  ]);
  return found.length > 0;
}

/**
 * Locks the agreements, then the charges, each in id order, and makes sure that nothing about them has changed since the
 * draft was made.
 */
async function lockForBank(tx: EntityManager, projectId: string, batchId: string, today: string): Promise<void> {
  // an agreement that is being changed or ended is waited for, and stays as it is until the batch is out
  await tx.query(
    `SELECT 1 FROM debit_agreement a
      WHERE a.project_id = $1 AND a.id IN (
        SELECT l.agreement_id FROM debit_line l WHERE l.project_id = $1 AND l.batch_id = $2
        UNION ALL
        SELECT v.agreement_id FROM debit_line_charge x
          JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
          JOIN debit_cover v ON v.project_id = c.project_id AND v.room_id = c.room_id AND v.fee_item_id = ${coveredItem("c")} AND v.in_force
         WHERE x.project_id = $1 AND x.batch_id = $2)
      ORDER BY a.id FOR SHARE`,
    [projectId, batchId],
  );
  const rows = await tx.query<{ id: string; charge: string; changed: boolean }[]>(
    `SELECT c.id, r.code || ' ' || c.period || ' ' || ${itemWithObject("c", "f.name")} AS charge,
            c.open_fen <> x.amount_fen OR c.debit_batch_id IS NOT NULL AS changed
       FROM debit_line_charge x
       JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
       JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
       JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
      WHERE x.project_id = $1 AND x.batch_id = $2 ORDER BY c.id FOR UPDATE OF c`,
    [projectId, batchId],
  );
  const agreed = await tx.query<{ id: string }[]>(
    `SELECT x.charge_id AS id FROM debit_line_charge x
       JOIN debit_line l ON l.project_id = x.project_id AND l.id = x.line_id
       JOIN debit_agreement own ON own.project_id = l.project_id AND own.id = l.agreement_id
       JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
       JOIN debit_cover v ON v.project_id = c.project_id AND v.room_id = c.room_id AND v.fee_item_id = ${coveredItem("c")} AND v.in_force
       JOIN debit_agreement a ON a.project_id = v.project_id AND a.id = v.agreement_id AND a.account_hash = own.account_hash
        AND a.scheme_id = own.scheme_id AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $3)
        AND (a.limit_fen IS NULL OR a.limit_fen >= l.amount_fen)
       JOIN customer p ON p.project_id = c.project_id AND p.id = c.payer_id AND COALESCE(p.merged_into_id, p.id) = a.customer_id
      WHERE x.project_id = $1 AND x.batch_id = $2 AND own.status = 'ACTIVE' AND ${exclusionOn("$3::date")} IS NULL
        AND ${lastDebitConsent("a.project_id", "a.customer_id")} = 'GIVEN'`,
    [projectId, batchId, today],
  );
  const standing = new Set(agreed.map(({ id }) => id));
  const outdated = rows.filter(({ id, changed }) => changed || !standing.has(id));
  if (outdated.length > 0)
    throw batchOutdated(
      outdated.length,
      outdated.slice(0, 3).map(({ charge }) => charge),
    );
}

/** Marks the lines as with the bank and their charges as out, and keeps the sums of what is asked for. */
async function markAsOut(tx: EntityManager, projectId: string, batchId: string): Promise<void> {
  await tx.query(
    `UPDATE charge c SET debit_batch_id = $2 FROM debit_line_charge x
      WHERE x.project_id = $1 AND x.batch_id = $2 AND c.project_id = $1 AND c.id = x.charge_id`,
    [projectId, batchId],
  );
  await tx.query("UPDATE debit_line SET status = 'IN_PROCESS' WHERE project_id = $1 AND batch_id = $2", [
    projectId,
    batchId,
  ]);
  await keepSums(tx, projectId, batchId);
}

async function written(
  orders: () => ReturnType<typeof ordersOf>,
  { request }: DebitScheme,
  facts: Parameters<typeof writeDebitFile>[1],
): Promise<Buffer> {
  try {
    return await writeDebitFile(request, facts, await orders());
  } catch (error) {
    if (error instanceof DebitFileError) throw fileNotWritten(error.faults);
    throw error;
  }
}
