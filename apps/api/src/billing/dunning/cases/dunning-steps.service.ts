import { Injectable } from "@nestjs/common";
import {
  dunningChannelLabels,
  dunningDeliveryLabels,
  interruptingDeliveries,
  type RecordDeliveryDto,
  type RecordStepDto,
  type VoidDunningDto,
} from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../../common/actor.js";
import { newId } from "../../../common/ids.js";
import { formatFen } from "../../../common/money.js";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";
import { NumberSeriesService } from "../../../numbering/number-series.service.js";
import { alreadyVoided, dunningIdReused } from "../dunning.errors.js";
import { DunningLevel } from "../levels/dunning-level.entity.js";
import { DunningCasesService } from "./dunning-cases.service.js";
import { DunningDeliveryRow } from "./dunning-delivery.entity.js";
import { DunningStepCharge } from "./dunning-step-charge.entity.js";
import { DunningStep } from "./dunning-step.entity.js";
import type { CaseKey } from "./open-cases.js";

type Place = CaseKey & { projectId: string };

/** Demands recorded one by one, and how demands reached the debtor (BIL-113). */
@Injectable()
export class DunningStepsService {
  constructor(
    private readonly cases: DunningCasesService,
    private readonly numbers: NumberSeriesService,
  ) {}

  /** A call, a visit, a letter: about everything overdue on its day. @throws NOTHING_OVERDUE, ID_REUSED, InvalidInput */
  record(actor: Actor, place: Place, dto: RecordStepDto): Promise<void> {
    return this.cases.within(actor, place, async (tx, opened) => {
      const { projectId, caseId, by } = opened;
      const { id, channel, onDay, text } = dto;
      const known = await tx.findOneBy(DunningStep, { projectId, id });
      if (known) return refuseOther(known, { caseId, channel, onDay, text });
      const { charges, amountFen } = await this.cases.owed(tx, opened, "onDay", onDay);
      const stepNo = await this.numbers.draw(tx, projectId, "dunning");
      const none = { levelId: null, batchId: null, payBy: null, voidedOn: null, voidReason: null };
      await tx.insert(DunningStep, { projectId, id, caseId, stepNo, onDay, channel, text, amountFen, ...none, ...by });
      const parts = charges.map(({ id: chargeId, fen }) => ({ chargeId, amountFen: fen }));
      await tx.insert(
        DunningStepCharge,
        parts.map((part) => ({ projectId, id: newId(), createdAt: by.createdAt, stepId: id, ...part })),
      );
      const { how, recipient, result } = dto;
      if (how)
        await insertDelivery(tx, id, {
          projectId,
          by,
          dto: { id: newId(), deliveredOn: onDay, how, recipient, result },
        });
      const words = `${onDay} ${dunningChannelLabels[channel]}催缴 ${stepNo}：${formatFen(amountFen)} 元`;
      await this.cases.record(tx, actor, opened, "step", how ? `${words}，${dunningDeliveryLabels[how]}` : words);
    });
  }

  /** How a demand reached the debtor, or a bill, which interrupts nothing. @throws ALREADY_VOIDED, ID_REUSED, InvalidInput, NOT_FOUND */
  deliver(actor: Actor, projectId: string, stepId: string, dto: RecordDeliveryDto): Promise<void> {
    return this.cases.onRow(
      (tx) => stepOf(tx, projectId, stepId),
      async (tx, { today, now, ...step }) => {
        const known = await tx.findOneBy(DunningDeliveryRow, { projectId, id: dto.id });
        const { deliveredOn, how } = dto;
        if (known) return refuseOther(known, { stepId, deliveredOn, how });
        if (step.voidedOn) throw alreadyVoided();
        if (deliveredOn > today) throw new InvalidInput({ deliveredOn: ["送达日期不能晚于今天"] });
        if (deliveredOn < step.onDay) throw new InvalidInput({ deliveredOn: [`送达日期不能早于催缴日 ${step.onDay}`] });
        const by = { createdAt: now, createdBy: actor.userId, createdByName: actor.name };
        await insertDelivery(tx, stepId, { projectId, by, dto }, await isOfBill(tx, step));
        const words = `催缴 ${step.stepNo} ${deliveredOn} ${dunningDeliveryLabels[how]}`;
        await this.cases.record(tx, actor, step, "deliver", dto.recipient ? `${words}，${dto.recipient}` : words);
      },
    );
  }

  /** Takes a demand back that was recorded by mistake, with what was delivered of it. @throws ALREADY_VOIDED, NOT_FOUND */
  void(actor: Actor, projectId: string, stepId: string, { reason }: VoidDunningDto): Promise<void> {
    return this.cases.onRow(
      (tx) => stepOf(tx, projectId, stepId),
      async (tx, step) => {
        if (step.voidedOn) throw alreadyVoided();
        await tx.update(DunningStep, { projectId, id: stepId }, { voidedOn: step.today, voidReason: reason });
        await this.cases.record(tx, actor, step, "void", `作废催缴 ${step.stepNo}，原因：${reason}`);
      },
    );
  }

  /** The same for one delivery. @throws ALREADY_VOIDED, NOT_FOUND */
  voidDelivery(actor: Actor, projectId: string, deliveryId: string, { reason }: VoidDunningDto): Promise<void> {
    return this.cases.onRow(
      async (tx) => {
        const delivery = await tx.findOneBy(DunningDeliveryRow, { projectId, id: deliveryId });
        if (!delivery) throw notFound("送达记录");
        return stepOf(tx, projectId, delivery.stepId);
      },
      async (tx, step) => {
        const delivery = await tx.findOneByOrFail(DunningDeliveryRow, { projectId, id: deliveryId });
        if (delivery.voidedOn) throw alreadyVoided();
        const voided = { voidedOn: step.today, voidReason: reason };
        await tx.update(DunningDeliveryRow, { projectId, id: deliveryId }, voided);
        await this.cases.record(tx, actor, step, "void", `作废催缴 ${step.stepNo} 的送达，原因：${reason}`);
      },
    );
  }
}

/** A step under a lock, so that two at once are one after the other. @throws NOT_FOUND */
async function stepOf(tx: EntityManager, projectId: string, id: string): Promise<DunningStep> {
  const step = await tx.findOne(DunningStep, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!step) throw notFound("催缴记录");
  return step;
}

/** Whether what is delivered is a bill before the due day: no demand (LAW-13). */
const isOfBill = async (tx: EntityManager, { projectId, levelId }: DunningStep): Promise<boolean> =>
  levelId !== null && tx.existsBy(DunningLevel, { projectId, id: levelId, kind: "BILL" });

function insertDelivery(
  tx: EntityManager,
  stepId: string,
  { projectId, by, dto }: { projectId: string; by: object; dto: RecordDeliveryDto },
  ofBill = false,
) {
  const { id, deliveredOn, how, recipient = null, result = null } = dto;
  const interrupts = !ofBill && interruptingDeliveries.includes(how);
  const none = { voidedOn: null, voidReason: null };
  return tx.insert(DunningDeliveryRow, {
    projectId,
    id,
    stepId,
    deliveredOn,
    how,
    interrupts,
    recipient,
    result,
    ...none,
    ...by,
  });
}

/** A retry finds the row it made; anything else under the same id is refused. @throws ID_REUSED */
export function refuseOther<Row extends object>(known: Row, wanted: Partial<Row>): void {
  const same = Object.entries(wanted).every(([key, value]) => known[key as keyof Row] === value);
  if (!same) throw dunningIdReused();
}
