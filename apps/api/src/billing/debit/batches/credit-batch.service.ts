import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CreditDebitBatchDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { formatFen } from "../../../common/money.js";
import { InvalidInput } from "../../../common/rule-violation.js";
import { projectToday } from "../../../property/project-today.js";
import { PostingPeriod } from "../../periods/posting-period.js";
import { batchIdReused, notBalanced } from "../debit.errors.js";
import { lockBatch } from "./debit-drafts.service.js";
import { DebitCredit } from "./debit-credit.entity.js";

/** Holds a batch against the bank statement (BIL-104): collected = credited + fees. */
@Injectable()
export class CreditBatchService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly periods: PostingPeriod,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Enters money of the statement; the same id again enters none. @throws DEBIT_CREDIT_TOO_MUCH, DEBIT_BATCH_STATE, PERIOD_BEFORE_START, INVALID_INPUT */
  credit(actor: Actor, projectId: string, batchId: string, dto: CreditDebitBatchDto): Promise<void> {
    const { id, creditedOn, creditedFen, feeFen, reference, remark = null } = dto;
    if (creditedFen + feeFen === 0) throw new InvalidInput({ creditedFen: ["到账金额和手续费不能都是 0"] });
    return this.db.transaction(async (tx) => {
      const batch = await lockBatch(tx, projectId, batchId, ["RETURNED", "PARTIAL", "DONE"], "登记到账");
      const known = await tx.findOneBy(DebitCredit, { projectId, id });
      if (known) {
        const same = known.batchId === batchId && known.creditedFen === creditedFen && known.feeFen === feeFen;
        if (!same) throw batchIdReused();
        return;
      }
      if (creditedOn > (await projectToday(tx, this.clock, projectId)))
        throw new InvalidInput({ creditedOn: ["到账日期不能晚于今天"] });
      const earlier = await tx.findBy(DebitCredit, { projectId, batchId });
      const sumFen = earlier.reduce((sum, one) => sum + one.creditedFen + one.feeFen, 0);
      const leftFen = batch.collectedFen - sumFen;
      if (creditedFen + feeFen > leftFen)
        throw notBalanced(
          `批次 ${batch.batchNo} 只扣到 ${formatFen(batch.collectedFen)} 元，还有 ${formatFen(leftFen)} 元没有到账；到账加手续费不能超过它`,
        );
      const by = { createdBy: actor.userId, createdByName: actor.name, createdAt: this.clock.now() };
      await tx.insert(DebitCredit, {
        projectId,
        id,
        batchId,
        creditedOn,
        period: await this.periods.lockFrom(tx, projectId, creditedOn),
        creditedFen,
        feeFen,
        reference,
        remark,
        ...by,
      });
      const summary = `托收批次 ${batch.batchNo} 到账 ${formatFen(creditedFen)} 元，手续费 ${formatFen(feeFen)} 元（${reference}）`;
      const entry = { projectId, action: "debit-batch.credit", entity: "debit-batch", entityId: batchId, summary };
      await this.audit.record(tx, actor, { ...entry, after: dto });
    });
  }
}
