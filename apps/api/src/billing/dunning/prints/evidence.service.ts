import { Injectable, type StreamableFile } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { DunningCaseDetailDto, DunningNoticeDto } from "@linli/contracts";
import { readFile } from "node:fs/promises";
import { DataSource } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { idsOf } from "../../../customer/merged-customers.js";
import { withOrigins, withSuccessors } from "../../charges/charge-origins.js";
import { FileStore } from "../../../files/file-store.js";
import { toPrintable } from "../../../files/picture-processing.js";
import { pdfAnswer } from "../../../prints/pdf-answer.js";
import { projectToday } from "../../../property/project-today.js";
import { DunningCaseDetailQueries } from "../cases/dunning-case-detail.queries.js";
import { openCases } from "../cases/open-cases.js";
import { DunningNotices } from "./dunning-notices.queries.js";
import { filesOf } from "./evidence-files.js";
import { type Evidence, type EvidencePicture, type EvidenceReceipt, writeEvidence } from "./evidence-pages.js";

/** Longest side of a picture on paper in pixels: a document stays readable. */
const PICTURE_EDGE = 1600;
/** Pictures in one pack; what is left out is named. */
const MOST_PICTURES = 60;

/** The evidence of a case as one PDF (证据包, BIL-113): for a court, a lawyer, or the owners' committee. */
@Injectable()
export class DunningEvidence {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly cases: DunningCaseDetailQueries,
    private readonly notices: DunningNotices,
    private readonly store: FileStore,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND */
  async pack(actor: Actor, projectId: string, roomId: string, payerId: string): Promise<StreamableFile> {
    const one = await this.cases.one(projectId, roomId, payerId);
    const [receipts, notices, pictures] = await Promise.all([
      this.receiptsOf(projectId, one),
      this.noticesOf(projectId, one),
      this.picturesOf(projectId, one),
    ]);
    const printedOn = await projectToday(this.db, this.clock, projectId);
    await this.db.transaction(async (tx) => {
      const [caseId] = await openCases(tx, projectId, [one], this.clock.now());
      const summary = `导出证据包 ${one.roomCode} ${one.payerName}`;
      await this.audit.record(tx, actor, {
        projectId,
        action: "dunning-case.export",
        entity: "dunning-case",
        entityId: caseId!,
        summary,
      });
    });
    const evidence: Evidence = { one, receipts, notices, pictures, printedOn };
    return pdfAnswer(`证据包 ${one.roomCode} ${one.payerName}.pdf`, (out) => writeEvidence(evidence, out));
  }

  /** Receipts for what is or was demanded, those that stand. */
  private receiptsOf(projectId: string, { roomId, payerId }: DunningCaseDetailDto): Promise<EvidenceReceipt[]> {
    return this.db.query<EvidenceReceipt[]>(
      `SELECT t.receipt_no AS "receiptNo", coalesce(first.booked_on, t.booked_on) AS "bookedOn", -sum(e.amount_fen)::bigint AS "amountFen",
              string_agg(DISTINCT i.name || ' ' || c.period, '、' ORDER BY i.name || ' ' || c.period) AS items
         FROM charge c
         JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
         JOIN charge_entry e ON e.project_id = c.project_id AND e.charge_id = c.id AND e.kind IN ('RECEIPT', 'OFFSET')
         JOIN receipt t ON t.project_id = e.project_id AND t.id = e.receipt_id AND t.reversal_of IS NULL
          AND NOT EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = t.project_id AND red.reversal_of = t.id)
         LEFT JOIN receipt first ON first.project_id = t.project_id AND first.id = t.reissue_of
        WHERE c.project_id = $1 AND c.room_id = $2 AND c.payer_id IN ${idsOf("$1", "$3")}
          AND (EXISTS (SELECT 1 FROM ${withSuccessors("c.project_id", "c.id")} z
                         JOIN charge o ON o.project_id = c.project_id AND o.id = z.id WHERE o.open_fen > 0)
            OR EXISTS (SELECT 1 FROM dunning_step_charge x
                        WHERE x.project_id = c.project_id AND x.charge_id = ANY (ARRAY${withOrigins("c.project_id", "c.id")})))
        GROUP BY t.id, t.receipt_no, 2 ORDER BY 2, t.receipt_no`,
      [projectId, roomId, payerId],
    );
  }

  /** The demands as they were issued, the first first. */
  private noticesOf(projectId: string, { history }: DunningCaseDetailDto): Promise<DunningNoticeDto[]> {
    const issued = history.filter(
      ({ batchId, kind, voidedOn }) => batchId !== null && kind === "DEMAND" && voidedOn === null,
    );
    return this.notices.ofSteps(
      projectId,
      issued.map(({ id }) => id),
    );
  }

  /** The pictures among the proofs, one after the other to keep memory low. */
  private async picturesOf(projectId: string, one: DunningCaseDetailDto): Promise<EvidencePicture[]> {
    const pictures: EvidencePicture[] = [];
    for (const { of, file } of filesOf(one)
      .filter(({ file: { width } }) => width !== null)
      .slice(0, MOST_PICTURES)) {
      const content = await readFile(this.store.pathOf(projectId, file.id));
      pictures.push({
        words: `${of}　${file.kindLabel}　${file.name}`,
        dataUrl: await toPrintable(content, PICTURE_EDGE),
      });
    }
    return pictures;
  }
}
