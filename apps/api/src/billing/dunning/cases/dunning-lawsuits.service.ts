import { Injectable } from "@nestjs/common";
import type { EndLawsuitDto, RecordLawsuitDto, VoidDunningDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../../common/actor.js";
import { formatFen } from "../../../common/money.js";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";
import { alreadyVoided, lawsuitOver } from "../dunning.errors.js";
import { DunningCasesService } from "./dunning-cases.service.js";
import { DunningLawsuit } from "./dunning-lawsuit.entity.js";
import { refuseOther } from "./dunning-steps.service.js";
import type { CaseKey } from "./open-cases.js";
import { noteCharges } from "./owed-on.js";

/** Lawsuits and arbitrations about debts (起诉或仲裁): limitation stands still until they end. */
@Injectable()
export class DunningLawsuitsService {
  constructor(private readonly cases: DunningCasesService) {}

  /** @throws NOTHING_OVERDUE, ID_REUSED, InvalidInput */
  record(actor: Actor, place: CaseKey & { projectId: string }, dto: RecordLawsuitDto): Promise<void> {
    return this.cases.within(actor, place, async (tx, opened) => {
      const { projectId, caseId, by } = opened;
      const { id, filedOn, forum, docketNo = null } = dto;
      const known = await tx.findOneBy(DunningLawsuit, { projectId, id });
      if (known) return refuseOther(known, { caseId, filedOn, forum });
      const { charges, amountFen } = await this.cases.owed(tx, opened, "filedOn", filedOn);
      const open = { endedOn: null, outcome: null, voidedOn: null, voidReason: null };
      await tx.insert(DunningLawsuit, { projectId, id, caseId, filedOn, forum, docketNo, amountFen, ...open, ...by });
      await noteCharges(tx, "dunning_lawsuit_charge", { projectId, id, createdAt: by.createdAt }, charges);
      const words = `${filedOn} 向${forum}起诉或申请仲裁：${formatFen(amountFen)} 元`;
      await this.cases.record(tx, actor, opened, "sue", docketNo ? `${words}，${docketNo}` : words);
    });
  }

  /** Limitation starts anew from the day it ended. @throws ALREADY_VOIDED, LAWSUIT_OVER, InvalidInput, NOT_FOUND */
  end(actor: Actor, projectId: string, id: string, { endedOn, outcome }: EndLawsuitDto): Promise<void> {
    return this.cases.onRow(
      (tx) => lawsuitOf(tx, projectId, id),
      async (tx, lawsuit) => {
        if (lawsuit.voidedOn !== null) throw alreadyVoided();
        if (lawsuit.endedOn !== null) throw lawsuitOver();
        if (endedOn > lawsuit.today) throw new InvalidInput({ endedOn: ["不能晚于今天"] });
        if (endedOn < lawsuit.filedOn) throw new InvalidInput({ endedOn: [`不能早于起诉日 ${lawsuit.filedOn}`] });
        await tx.update(DunningLawsuit, { projectId, id }, { endedOn, outcome });
        await this.cases.record(tx, actor, lawsuit, "end-lawsuit", `诉讼或仲裁 ${endedOn} 终结：${outcome}`);
      },
    );
  }

  /** It never held limitation up, whether it ended or not. @throws ALREADY_VOIDED, NOT_FOUND */
  void(actor: Actor, projectId: string, id: string, { reason }: VoidDunningDto): Promise<void> {
    return this.cases.onRow(
      (tx) => lawsuitOf(tx, projectId, id),
      async (tx, lawsuit) => {
        if (lawsuit.voidedOn !== null) throw alreadyVoided();
        await tx.update(DunningLawsuit, { projectId, id }, { voidedOn: lawsuit.today, voidReason: reason });
        await this.cases.record(tx, actor, lawsuit, "void", `作废 ${lawsuit.filedOn} 的诉讼或仲裁，原因：${reason}`);
      },
    );
  }
}

async function lawsuitOf(tx: EntityManager, projectId: string, id: string): Promise<DunningLawsuit> {
  const lawsuit = await tx.findOne(DunningLawsuit, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!lawsuit) throw notFound("诉讼记录");
  return lawsuit;
}
