import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type InstalmentInputDto, paymentPlanFileLabels, type RequestPaymentPlanDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import type { Approval } from "../../approvals/approval.entity.js";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { AttachmentOwners, rowOf } from "../../files/attachment-owners.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { projectToday } from "../../property/project-today.js";
import { lockCharges, type LockedCharge } from "../receipts/charge-ledger.js";
import { requestHash } from "../receipts/request-hash.js";
import { PaymentPlanCharge } from "./payment-plan-charge.entity.js";
import { PaymentPlanInstalment } from "./payment-plan-instalment.entity.js";
import { PaymentPlan } from "./payment-plan.entity.js";
import {
  alreadyPlanned,
  instalmentPast,
  instalmentsDiffer,
  instalmentsUnordered,
  planIdReused,
  planNothingOpen,
  planNotRunning,
  planOutdated,
  planSeveralPayers,
} from "./payment-plans.errors.js";
import { plansOfCharges } from "./plan-of-charge.js";

/**
 * Payment in parts or later, by two people (分期、缓缴, BIL-54): from the approval day on and while it is kept, the covered
 * charges bear no late fee and are neither dunned, debited nor offset.
 */
@Injectable()
export class PaymentPlansService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly numbers: NumberSeriesService,
    private readonly owners: AttachmentOwners,
  ) {}

  onModuleInit(): void {
    this.approvals.handle("billing.payment-plan", {
      permission: "billing:approve-waiver",
      approve: (tx, _actor, approval) => this.start(tx, approval),
      turnDown: async (tx, _actor, { projectId, subjectId }, status) => {
        await tx.update(PaymentPlan, { projectId, id: subjectId }, { status });
        await release(tx, projectId, subjectId);
      },
    });
    this.owners.register("payment-plan", {
      label: "分期计划",
      read: "billing:read",
      write: "billing:waive",
      kinds: paymentPlanFileLabels,
      find: rowOf("payment_plan", "payment-plan"),
    });
  }

  /**
   * Asks for a plan once: the same id with the same content answers the one that is there.
   * @throws ID_REUSED, SEVERAL_PAYERS, CHARGE_NOT_OPEN, ALREADY_PLANNED, INSTALMENTS_UNORDERED, INSTALMENT_PAST,
   * INSTALMENTS_DIFFER, CHARGE_ON_DEBIT, NOT_FOUND
   */
  request(actor: Actor, projectId: string, dto: RequestPaymentPlanDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      const charges = await lockCharges(tx, projectId, dto.chargeIds);
      const hash = requestHash(dto);
      const known = await tx.findOneBy(PaymentPlan, { projectId, id: dto.id });
      if (known && known.requestHash !== hash) throw planIdReused();
      if (known) return known.id;
      const today = await projectToday(tx, this.clock, projectId);
      await refuseCharges(tx, projectId, charges);
      refuseInstalments(dto.instalments, charges, today);

      const totalFen = charges.reduce((sum, { openFen }) => sum + openFen, 0);
      const planNo = await this.numbers.draw(tx, projectId, "payment-plan");
      const createdAt = this.clock.now();
      const approvalId = await this.approvals.request(tx, actor, {
        projectId,
        kind: "billing.payment-plan",
        title: `分期缓缴 ${planNo}：${formatFen(totalFen)} 元，分 ${dto.instalments.length} 期`,
        reason: dto.reason,
        subjectType: "payment-plan",
        subjectId: dto.id,
        payload: {},
        lines: [...charges.map(chargeWords), ...dto.instalments.map(instalmentWords)],
      });
      const row = { projectId, createdAt };
      await tx.insert(PaymentPlan, {
        ...row,
        id: dto.id,
        planNo,
        status: "PENDING",
        reason: dto.reason,
        payerId: charges[0]!.payerId,
        totalFen,
        approvalId,
        requestedBy: actor.userId,
        requestedByName: actor.name,
        startsOn: null,
        endedOn: null,
        endReason: null,
        requestHash: hash,
      });
      const ofPlan = { ...row, planId: dto.id };
      await tx.insert(
        PaymentPlanCharge,
        charges.map(({ id: chargeId, openFen }) => {
          return { ...ofPlan, id: newId(), chargeId, openFen, followedOn: null, released: false };
        }),
      );
      let throughFen = 0;
      await tx.insert(
        PaymentPlanInstalment,
        dto.instalments.map(({ dueOn, amountFen }) => {
          throughFen += amountFen;
          return { ...ofPlan, id: newId(), dueOn, amountFen, throughFen };
        }),
      );
      return dto.id;
    });
  }

  /** Ends an approved plan today, kept or broken. Of two at once one does. @throws PAYMENT_PLAN_NOT_RUNNING, NOT_FOUND */
  end(actor: Actor, projectId: string, planId: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const plan = await tx.findOne(PaymentPlan, {
        where: { projectId, id: planId },
        lock: { mode: "pessimistic_write" },
      });
      if (!plan) throw notFound("分期计划");
      if (plan.status !== "APPROVED") throw planNotRunning();
      await endPlan(tx, this.audit, actor, plan, { day: await projectToday(tx, this.clock, projectId), reason });
    });
  }

  /** The plan as it was asked for begins today. @throws PAYMENT_PLAN_OUTDATED, INSTALMENT_PAST, CHARGE_ON_DEBIT */
  private async start(tx: EntityManager, { projectId, subjectId: planId }: Approval): Promise<void> {
    const covered = await tx.findBy(PaymentPlanCharge, { projectId, planId });
    const planned = new Map(covered.map(({ chargeId, openFen }) => [chargeId, openFen]));
    for (const charge of await lockCharges(tx, projectId, [...planned.keys()])) {
      const openFen = planned.get(charge.id)!;
      if (charge.openFen !== openFen) throw planOutdated(nameOf(charge), openFen, charge.openFen);
    }
    const startsOn = await projectToday(tx, this.clock, projectId);
    const [first] = await tx.find(PaymentPlanInstalment, {
      where: { projectId, planId },
      order: { dueOn: "ASC" },
      take: 1,
    });
    if (first!.dueOn < startsOn) throw instalmentPast(first!.dueOn, startsOn);
    await tx.update(PaymentPlan, { projectId, id: planId }, { status: "APPROVED", startsOn });
  }
}

/** Ends a locked plan: its charges are free for another. */
export async function endPlan(
  tx: EntityManager,
  audit: AuditService,
  actor: Actor,
  { projectId, id, planNo }: Pick<PaymentPlan, "projectId" | "id" | "planNo">,
  { day, reason }: { day: string; reason: string },
): Promise<void> {
  await tx.update(PaymentPlan, { projectId, id }, { status: "ENDED", endedOn: day, endReason: reason });
  await release(tx, projectId, id);
  const summary = `终止分期计划 ${planNo}，原因：${reason}`;
  await audit.record(tx, actor, {
    projectId,
    action: "payment-plan.end",
    entity: "payment-plan",
    entityId: id,
    summary,
  });
}

const release = (tx: EntityManager, projectId: string, planId: string) =>
  tx.update(PaymentPlanCharge, { projectId, planId }, { released: true });

async function refuseCharges(tx: EntityManager, projectId: string, charges: LockedCharge[]): Promise<void> {
  const [{ payerId } = { payerId: "" }] = charges;
  if (charges.some((charge) => charge.payerId !== payerId)) throw planSeveralPayers();
  const settled = charges.find(({ openFen }) => openFen === 0);
  if (settled) throw planNothingOpen(nameOf(settled));
  const plans = await plansOfCharges(
    tx,
    projectId,
    charges.map(({ id }) => id),
  );
  const planned = charges.find(({ id }) => plans.has(id));
  if (planned) throw alreadyPlanned(nameOf(planned), plans.get(planned.id)!);
}

function refuseInstalments(instalments: InstalmentInputDto[], charges: LockedCharge[], today: string): void {
  const [first] = instalments;
  if (first!.dueOn < today) throw instalmentPast(first!.dueOn, today);
  const late = instalments.findIndex(({ dueOn }, at) => at > 0 && dueOn <= instalments[at - 1]!.dueOn);
  if (late > 0) throw instalmentsUnordered(late + 1);
  const plannedFen = instalments.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const openFen = charges.reduce((sum, charge) => sum + charge.openFen, 0);
  if (plannedFen !== openFen) throw instalmentsDiffer(plannedFen, openFen);
}

const nameOf = ({ roomCode, feeItemName, period }: LockedCharge) => `${roomCode} ${period} ${feeItemName}`;

/** The plan as the approver reads it: what is owed and until when, then the instalments. */
const chargeWords = (charge: LockedCharge) => ({
  label: nameOf(charge),
  before: `未缴 ${formatFen(charge.openFen)} 元，应缴日 ${charge.dueOn}`,
  after: "分期缓缴",
});

const instalmentWords = ({ dueOn, amountFen }: InstalmentInputDto, index: number) => ({
  label: `第 ${index + 1} 期`,
  before: null,
  after: `${dueOn} 前付 ${formatFen(amountFen)} 元`,
});
