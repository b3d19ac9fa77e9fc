import { Injectable } from "@nestjs/common";
import { promiseFormLabels, type RecordPromiseDto, type VoidDunningDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../../common/actor.js";
import { formatFen } from "../../../common/money.js";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";
import { alreadyVoided } from "../dunning.errors.js";
import { DunningCasesService } from "./dunning-cases.service.js";
import { DunningPromise } from "./dunning-promise.entity.js";
import { refuseOther } from "./dunning-steps.service.js";
import type { CaseKey } from "./open-cases.js";
import { noteCharges } from "./owed-on.js";

/** Promises to pay (还款承诺, BIL-113): they acknowledge what was overdue on their day. */
@Injectable()
export class DunningPromisesService {
  constructor(private readonly cases: DunningCasesService) {}

  /** @throws NOTHING_OVERDUE, ID_REUSED, InvalidInput */
  record(actor: Actor, place: CaseKey & { projectId: string }, dto: RecordPromiseDto): Promise<void> {
    return this.cases.within(actor, place, async (tx, opened) => {
      const { projectId, caseId, by } = opened;
      const { id, madeOn, payBy, amountFen, form, promisedBy, note = null } = dto;
      const known = await tx.findOneBy(DunningPromise, { projectId, id });
      if (known) return refuseOther(known, { caseId, madeOn, payBy, amountFen });
      if (payBy < madeOn) throw new InvalidInput({ payBy: ["承诺付款日不能早于承诺日期"] });
      const owed = await this.cases.owed(tx, opened, "madeOn", madeOn);
      if (amountFen > owed.amountFen)
        throw new InvalidInput({ amountFen: [`${madeOn} 逾期欠费只有 ${formatFen(owed.amountFen)} 元`] });
      const none = { voidedOn: null, voidReason: null };
      await tx.insert(DunningPromise, {
        projectId,
        id,
        caseId,
        madeOn,
        payBy,
        amountFen,
        form,
        promisedBy,
        note,
        ...none,
        ...by,
      });
      await noteCharges(tx, "dunning_promise_charge", { projectId, id, createdAt: by.createdAt }, owed.charges);
      const words = `${promisedBy}${promiseFormLabels[form]}承诺 ${payBy} 前付 ${formatFen(amountFen)} 元`;
      await this.cases.record(tx, actor, opened, "promise", words);
    });
  }

  /** @throws ALREADY_VOIDED, NOT_FOUND */
  void(actor: Actor, projectId: string, id: string, { reason }: VoidDunningDto): Promise<void> {
    return this.cases.onRow(
      (tx) => promiseOf(tx, projectId, id),
      async (tx, promise) => {
        if (promise.voidedOn) throw alreadyVoided();
        await tx.update(DunningPromise, { projectId, id }, { voidedOn: promise.today, voidReason: reason });
        await this.cases.record(tx, actor, promise, "void", `作废 ${promise.madeOn} 的还款承诺，原因：${reason}`);
      },
    );
  }
}

async function promiseOf(tx: EntityManager, projectId: string, id: string): Promise<DunningPromise> {
  const promise = await tx.findOne(DunningPromise, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!promise) throw notFound("还款承诺");
  return promise;
}
