import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { debitReasonActions, type SettleDebitLineDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { formatFen } from "../../../common/money.js";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";
import { NumberSeriesService } from "../../../numbering/number-series.service.js";
import { projectToday } from "../../../property/project-today.js";
import { PostingPeriod } from "../../periods/posting-period.js";
import { keepSums } from "../batches/batch-sums.js";
import { lockBatch } from "../batches/debit-drafts.service.js";
import { DebitLine } from "../batches/debit-line.entity.js";
import { lineNotOpen } from "../debit.errors.js";
import { DebitScheme } from "../schemes/debit-scheme.entity.js";
import { actOnAgreements } from "./agreement-actions.js";
import { closeWhenAnswered } from "./batch-outcome.js";
import { postResults } from "./post-results.js";

/** Settles a line that was missing in the return file, by what the bank says of it afterwards (BIL-102). */
@Injectable()
export class SettleLineService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly numbers: NumberSeriesService,
    private readonly periods: PostingPeriod,
  ) {}

  /** @throws DEBIT_LINE_STATE, DEBIT_BATCH_STATE, PERIOD_CLOSED, INVALID_INPUT, NOT_FOUND */
  settle(actor: Actor, projectId: string, batchId: string, lineId: string, dto: SettleDebitLineDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const batch = await lockBatch(tx, projectId, batchId, ["RETURNED", "PARTIAL", "DONE"], "核实明细");
      const line = await tx.findOneBy(DebitLine, { projectId, batchId, id: lineId });
      if (!line) throw notFound("托收明细");
      if (line.status !== "IN_PROCESS") throw lineNotOpen(line.lineNo);
      const scheme = await tx.findOneByOrFail(DebitScheme, { projectId, id: batch.schemeId });
      const today = await projectToday(tx, this.clock, projectId);
      refuseBad(dto, line, scheme.allowPartial, { today, exportedOn: batch.exportedOn! });
      const { paidFen, valueDate, evidence } = dto;
      const short = paidFen < line.amountFen;
      const status = paidFen === 0 ? "FAILED" : short ? "PARTIAL" : "SUCCEEDED";
      const reason = paidFen === 0 ? dto.reason! : short ? "INSUFFICIENT_FUNDS" : null;
      const day = paidFen > 0 ? valueDate : null;
      await tx.update(
        DebitLine,
        { projectId, id: lineId },
        { status, paidFen, reason, resultText: evidence, valueDate: day },
      );
      const { batchNo } = batch;
      const { numbers, periods } = this;
      const context = { projectId, batchId, batchNo, actor, now: this.clock.now(), numbers, periods };
      if (status === "FAILED")
        await actOnAgreements(tx, this.audit, actor, { projectId, batchNo, failed: [{ lineId, reason: dto.reason! }] });
      await postResults(tx, context, [{ lineId, paidFen, valueDate }]);
      await keepSums(tx, projectId, batchId);
      await closeWhenAnswered(tx, projectId, batchId);
      const summary = `核实托收批次 ${batchNo} 第 ${line.lineNo} 行：实扣 ${formatFen(paidFen)} 元，依据：${evidence}`;
      const entry = { projectId, action: "debit-batch.settle", entity: "debit-batch", entityId: batchId, summary };
      await this.audit.record(tx, actor, { ...entry, after: { reference: line.reference, ...dto } });
    });
  }
}

function refuseBad(
  { paidFen, valueDate, reason }: SettleDebitLineDto,
  { amountFen }: DebitLine,
  allowPartial: boolean,
  { today, exportedOn }: { today: string; exportedOn: string },
): void {
  const fields: Record<string, string[]> = {};
  if (paidFen > amountFen) fields.paidFen = [`实扣金额不能超过应扣 ${formatFen(amountFen)} 元`];
  if (paidFen > 0 && paidFen < amountFen && !allowPartial) fields.paidFen = ["托收方案不允许部分扣款"];
  if (paidFen === 0 && !reason) fields.reason = ["没有扣到款时请选择失败原因"];
  if (paidFen === 0 && reason && debitReasonActions[reason] === "ASK")
    fields.reason = ["银行还不能确定结果时请不要核实，查明以后再办"];
  if (valueDate > today) fields.valueDate = ["扣款日期不能晚于今天"];
  if (valueDate < exportedOn) fields.valueDate = [`扣款日期不能早于报盘日期 ${exportedOn}`];
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
}
