import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type DebitReturnCheckDto, type DebitReturnLineDto, debitReasonActions } from "@linli/contracts";
import { createHash } from "node:crypto";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { PersonalData } from "../../../common/crypto.js";
import { newId } from "../../../common/ids.js";
import { formatFen } from "../../../common/money.js";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";
import { safeName } from "../../../files/stored-upload.js";
import type { Upload } from "../../../files/uploaded-file.js";
import { NumberSeriesService } from "../../../numbering/number-series.service.js";
import { projectToday } from "../../../property/project-today.js";
import { PostingPeriod } from "../../periods/posting-period.js";
import { keepSums } from "../batches/batch-sums.js";
import { DebitBatch } from "../batches/debit-batch.entity.js";
import { lockBatch } from "../batches/debit-drafts.service.js";
import { DebitFile } from "../batches/debit-file.entity.js";
import { otherReturn } from "../debit.errors.js";
import { DebitFileError, returnRefused } from "../files/debit-file-error.js";
import { readDebitFile } from "../files/read-file.js";
import { DebitScheme } from "../schemes/debit-scheme.entity.js";
import { actOnAgreements } from "./agreement-actions.js";
import { closeWhenAnswered } from "./batch-outcome.js";
import { postResults } from "./post-results.js";
import { type LineResult, readResults, type SentLine } from "./read-results.js";

interface NamedLine extends SentLine {
  holder: string;
  roomCodes: string[];
}

interface Answer {
  batch: DebitBatch;
  sent: NamedLine[];
  results: LineResult[];
  /** The value date of lines that do not carry their own. */
  valueDate: string;
  sha256: string;
}

const SHOWN = 500;

/** Takes the bank's return file (回盘, BIL-102): shown first, then booked once. */
@Injectable()
export class ImportReturnService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly personal: PersonalData,
    private readonly numbers: NumberSeriesService,
    private readonly periods: PostingPeriod,
  ) {}

  /** What the file would do; changes nothing. @throws as `import` */
  check(projectId: string, id: string, upload: Upload, valueDate?: string): Promise<DebitReturnCheckDto> {
    return this.db.transaction(async (tx) => {
      const batch = await tx.findOneBy(DebitBatch, { projectId, id });
      if (!batch) throw notFound("托收批次");
      await lockBatch(tx, projectId, id, ["EXPORTED"], "回盘");
      return toCheckDto(upload.name, await this.read(tx, batch, upload, valueDate));
    });
  }

  /**
   * Books a return file in one transaction. The same file again changes nothing; two at once: one books, the other finds
   * it done.
   * @throws DEBIT_RETURN_REFUSED, DEBIT_RETURNED (another file), DEBIT_BATCH_STATE, PERIOD_CLOSED, INVALID_INPUT, NOT_FOUND
   */
  import(actor: Actor, projectId: string, id: string, upload: Upload, valueDate?: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const batch = await lockBatch(tx, projectId, id, ["EXPORTED", "RETURNED", "PARTIAL", "DONE"], "回盘");
      const sha256 = hashOf(upload);
      if (batch.returnHash === sha256) return;
      if (batch.returnHash !== null) throw otherReturn(batch.batchNo);
      const answer = await this.read(tx, batch, upload, valueDate);
      await this.book(tx, actor, answer);
      const sealed = this.personal.encrypt(upload.content.toString("base64"));
      const createdAt = this.clock.now();
      const file = {
        projectId,
        id: newId(),
        createdAt,
        batchId: id,
        kind: "RETURN",
        name: safeName(upload.name),
        sha256,
        sealed,
      };
      await tx.insert(DebitFile, file);
    });
  }

  private async read(tx: EntityManager, batch: DebitBatch, upload: Upload, given?: string): Promise<Answer> {
    const { projectId, id, batchNo, exportedOn } = batch;
    const today = await projectToday(tx, this.clock, projectId);
    const valueDate = given ?? today;
    const scheme = await tx.findOneByOrFail(DebitScheme, { projectId, id: batch.schemeId });
    const sent = await this.sentLines(tx, projectId, id);
    const { results, faults } = readResults(scheme, batchNo, sent, await taken(scheme, upload.content));
    const days = new Set(results.map((result) => result.valueDate ?? valueDate));
    for (const day of days) {
      const fault = day > today ? "不能晚于今天" : day < exportedOn! ? `不能早于报盘日期 ${exportedOn}` : null;
      if (!fault) continue;
      if (day === given) throw new InvalidInput({ valueDate: [`扣款日期${fault}`] });
      faults.push(`扣款日期 ${day} ${fault}`);
    }
    if (faults.length > 0) throw returnRefused(faults);
    return { batch, sent, results, valueDate, sha256: hashOf(upload) };
  }

  private async sentLines(tx: EntityManager, projectId: string, batchId: string): Promise<NamedLine[]> {
    const rows = await tx.query<(Omit<NamedLine, "account"> & { cipher: string })[]>(
      `SELECT l.id, l.line_no AS "lineNo", l.reference, l.amount_fen AS "amountFen", a.account_cipher AS cipher, a.holder,
              ARRAY(SELECT DISTINCT r.code FROM debit_line_charge x JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
                      JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
                     WHERE x.project_id = l.project_id AND x.line_id = l.id ORDER BY r.code LIMIT 3) AS "roomCodes"
         FROM debit_line l JOIN debit_agreement a ON a.project_id = l.project_id AND a.id = l.agreement_id
        WHERE l.project_id = $1 AND l.batch_id = $2 ORDER BY l.line_no`,
      [projectId, batchId],
    );
    return rows.map(({ cipher, ...row }) => ({ ...row, account: this.personal.decrypt(cipher) }));
  }

  private async book(tx: EntityManager, actor: Actor, { batch, results, valueDate, sha256 }: Answer): Promise<void> {
    const { projectId, id, batchNo } = batch;
    const now = this.clock.now();
    await writeResults(tx, projectId, results, valueDate);
    const { numbers, periods } = this;
    const finished = results
      .filter(({ status }) => status !== "IN_PROCESS")
      .map((result) => ({ lineId: result.line.id, paidFen: result.paidFen, valueDate: result.valueDate ?? valueDate }));
    const failed = results.flatMap(({ status, reason, line }) =>
      status === "FAILED" && reason ? [{ lineId: line.id, reason }] : [],
    );
    // agreements are locked before charges, as in the export
    await actOnAgreements(tx, this.audit, actor, { projectId, batchNo, failed });
    const receipts = await postResults(tx, { projectId, batchId: id, batchNo, actor, now, numbers, periods }, finished);
    await keepSums(tx, projectId, id);
    await tx.update(DebitBatch, { projectId, id }, { returnedAt: now, returnHash: sha256 });
    const after = await closeWhenAnswered(tx, projectId, id);
    const summary = `托收批次 ${batchNo} 回盘：成功 ${after.succeededCount} 笔 ${formatFen(after.collectedFen)} 元，失败 ${after.failedCount} 笔，未回 ${after.inProcessCount} 笔，开出 ${receipts} 张收据`;
    const entry = { projectId, action: "debit-batch.import", entity: "debit-batch", entityId: id, summary };
    await this.audit.record(tx, actor, { ...entry, after: { sha256, receipts } });
  }
}

const hashOf = ({ content }: Upload) => createHash("sha256").update(content).digest("hex");

async function taken({ result }: DebitScheme, content: Buffer) {
  try {
    return await readDebitFile(result, content);
  } catch (error) {
    if (error instanceof DebitFileError) throw returnRefused(error.faults);
    throw error;
  }
}

async function writeResults(tx: EntityManager, projectId: string, results: readonly LineResult[], valueDate: string) {
  await tx.query(
    `UPDATE debit_line l SET status = r.status, paid_fen = r.paid, reason = r.reason, result_code = r.code, result_text = r.text,
                             value_date = CASE WHEN r.paid > 0 THEN r.day END
       FROM unnest($2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::date[])
            AS r(id, status, paid, reason, code, text, day)
      WHERE l.project_id = $1 AND l.id = r.id`,
    [
      projectId,
      results.map(({ line }) => line.id),
      results.map(({ status }) => status),
      results.map(({ paidFen }) => paidFen),
      results.map(({ reason }) => reason),
      results.map(({ code }) => code),
      results.map(({ text }) => text),
      results.map((result) => result.valueDate ?? valueDate),
    ],
  );
}

function toCheckDto(fileName: string, { sent, results, valueDate, sha256 }: Answer): DebitReturnCheckDto {
  const sum = (rows: readonly LineResult[], of: (row: LineResult) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const paid = results.filter(({ paidFen }) => paidFen > 0);
  const failed = results.filter(({ status }) => status === "FAILED");
  const named = new Map(sent.map((line) => [line.id, line]));
  const answered = new Map(results.map((result) => [result.line.id, result]));
  const open = sent.filter(({ id }) => (answered.get(id)?.status ?? "IN_PROCESS") === "IN_PROCESS");
  const differences = sent.filter(({ id }) => answered.get(id)?.status !== "SUCCEEDED").slice(0, SHOWN);
  return {
    fileName: safeName(fileName),
    fileHash: sha256,
    valueDate,
    lineCount: results.length,
    succeededCount: paid.length,
    collectedFen: sum(paid, ({ paidFen }) => paidFen),
    failedCount: failed.length,
    failedFen: sum(failed, ({ line }) => line.amountFen),
    shortFen: sum(paid, ({ line, paidFen }) => line.amountFen - paidFen),
    missingCount: open.length,
    missingFen: open.reduce((total, { amountFen }) => total + amountFen, 0),
    differences: differences.map(({ id }) => toReturnLine(named.get(id)!, answered.get(id))),
  };
}

function toReturnLine({ id: _id, account: _account, ...line }: NamedLine, result?: LineResult): DebitReturnLineDto {
  const { status = "IN_PROCESS", paidFen = 0, reason = null, code = null, text = null } = result ?? {};
  return { ...line, paidFen, status, reason, action: reason && debitReasonActions[reason], code, text };
}
