import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { RestructureProblemDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { periodOf } from "../../common/calendar.js";
import { formatFen } from "../../common/money.js";
import {
  idsOf,
  type Carried,
  type Choices,
  type ProposalSubject,
  RestructureParticipant,
  RestructureParticipants,
  type Survey,
  type Undoing,
} from "../../property/restructures/restructure-participants.js";
import type { RestructurePlan } from "../../property/restructures/restructure-plan.js";
import { CutChargesService } from "../charges/cut-charges.service.js";
import type { PlannedCut } from "../charges/planned-cuts.js";
import { serviceOf } from "../objects/service-of.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { BindRoomsService } from "../rates/bindings/bind-rooms.service.js";
import { moneyLines } from "./money-lines.js";
import { type NewBinding, newBindingsOf } from "./new-bindings.js";
import { type DroppedCharge, droppedOf, RestoreCharges } from "./restore-charges.service.js";
import { type PrepaymentMoveRow, movesOf, RestructurePrepayments } from "./restructure-prepayments.service.js";
import {
  type Arrears,
  arrearsOf,
  type HeldPrepayment,
  heldPrepayments,
  lastingBindings,
  type LastingBinding,
  type PaidAhead,
  paidAhead,
  type PaidBefore,
} from "./rooms-money.js";
import { blockersOf } from "./undo-blockers.js";

/** Ends that were set on bindings, and money that was moved: enough to undo. */
export interface Memo {
  bindings: { id: string; endsOn: string | null }[];
  moves: PrepaymentMoveRow[];
  dropped: DroppedCharge[];
}

/** All of charging that hangs on the rooms of a plan. */
export interface Money {
  bindings: LastingBinding[];
  cuts: Map<string, PlannedCut[]>;
  paid: PaidAhead[];
  arrears: Arrears[];
  prepayments: HeldPrepayment[];
}

/** Standards, charges and prepayments in a split or merge (BIL-16). */
@Injectable()
export class RestructureMoney extends RestructureParticipant<Memo> implements OnModuleInit {
  readonly name = "billing";
  readonly order = 20;

  constructor(
    private readonly participants: RestructureParticipants,
    private readonly periods: PostingPeriod,
    private readonly cutting: CutChargesService,
    private readonly binder: BindRoomsService,
    private readonly prepayments: RestructurePrepayments,
    private readonly charges: RestoreCharges,
    private readonly audit: AuditService,
  ) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async propose(tx: EntityManager, subject: ProposalSubject): Promise<Choices> {
    const { bindings, paid, prepayments } = await this.moneyOf(tx, subject);
    const taken = new Map<string, LastingBinding>();
    return {
      bindings: bindings.map((one) => ({
        bindingId: one.id,
        roomCode: one.roomCode,
        feeItemId: one.feeItemId,
        feeItemName: one.feeItemName,
        rateName: one.rateName,
        base: one.base,
        needsQuantity: one.base === "COUNT",
        quantity: one.quantity,
        paidThrough:
          paid.find((item) => item.roomId === one.roomId && serviceOf(item) === serviceOf(one))?.through ?? null,
      })),
      prepayments: prepayments.map(({ id, roomCode, customerName, balanceFen, askedBackFen }) => ({
        accountId: id,
        roomCode,
        customerName,
        balanceFen,
        askedBackFen,
      })),
      plan: {
        bindings: bindings.map((one) => ({ bindingId: one.id, targets: targetsOf(subject, one, taken) })),
        prepayments: prepayments.map(({ id }) => ({ accountId: id, part: 0 })),
      },
    };
  }

  /** Charges and accounts, so that nobody pays between the survey and the end. */
  async hold(tx: EntityManager, { projectId, olds }: RestructurePlan): Promise<void> {
    await tx.query("SELECT 1 FROM charge WHERE project_id = $1 AND room_id = ANY ($2) ORDER BY id FOR UPDATE", [
      projectId,
      idsOf(olds),
    ]);
    await heldPrepayments(tx, projectId, idsOf(olds), true);
  }

  async survey(tx: EntityManager, plan: RestructurePlan): Promise<Survey> {
    const money = await this.moneyOf(tx, plan);
    const problems: RestructureProblemDto[] = [];
    const add = (problem: Partial<RestructureProblemDto> & Pick<RestructureProblemDto, "code" | "message">) =>
      void problems.push({ blocking: true, field: null, link: null, ...problem });
    const month = await monthFault(tx, plan);
    if (month) add({ code: "PERIOD_CLOSED", message: month, field: "effectiveOn" });
    for (const { feeItemName, isUnclear, roomId } of money.paid) {
      if (isUnclear)
        add({
          code: "PAID_IN_PART",
          message: `${codeOf(plan, roomId)} 的${feeItemName}在生效日之后只收了一部分，请先收清或红冲`,
          link: `property/rooms/${roomId}?tab=charges`,
        });
    }
    const bindings = newBindingsOf(plan, money.bindings, money.paid, add);
    const moves = movesOf(plan, money.prepayments, add);
    return { lines: moneyLines(plan, money, bindings, moves), problems, facts: factsOf(plan, money) };
  }

  async apply(tx: EntityManager, actor: Actor, { id, number, plan }: Carried): Promise<Memo> {
    const { projectId, effectiveOn, lastDay, olds } = plan;
    await this.periods.lockForPosting(tx, projectId, effectiveOn);
    const money = await this.moneyOf(tx, plan);
    const reason = `${plan.kind === "SPLIT" ? "拆分" : "合并"} ${number}`;
    const dropped: DroppedCharge[] = [];
    for (const { id: roomId } of olds) {
      const place = { projectId, roomId, day: effectiveOn };
      const cuts = await this.cutting.cut(tx, actor, place, { mode: "DROP" }, { source: "RESTRUCTURE", reason });
      dropped.push(...droppedOf(cuts));
    }
    const made = newBindingsOf(plan, money.bindings, money.paid, () => undefined);
    await tx.query("UPDATE rate_binding SET ends_on = $3 WHERE project_id = $1 AND id = ANY ($2)", [
      projectId,
      idsOf(money.bindings),
      lastDay,
    ]);
    await this.binder.bindRooms(tx, actor, projectId, made.map(toRow));
    const moves = movesOf(plan, money.prepayments, () => undefined);
    await this.prepayments.move(tx, actor, { projectId, moveId: id, reason }, moves);
    await this.recordCuts(tx, actor, plan, money, reason);
    return { bindings: money.bindings.map(({ id: bindingId, endsOn }) => ({ id: bindingId, endsOn })), moves, dropped };
  }

  undoBlockers(tx: EntityManager, undoing: Undoing<Memo>): Promise<string[]> {
    return blockersOf(tx, undoing);
  }

  async undo(
    tx: EntityManager,
    actor: Actor,
    { projectId, id, number, lastDay, news, memo }: Undoing<Memo>,
  ): Promise<void> {
    await tx.query("DELETE FROM rate_binding WHERE project_id = $1 AND room_id = ANY ($2)", [projectId, idsOf(news)]);
    await tx.query(
      `UPDATE rate_binding b SET ends_on = m.ends_on FROM unnest($2::uuid[], $3::date[]) AS m(id, ends_on)
        WHERE b.project_id = $1 AND b.id = m.id`,
      [projectId, idsOf(memo.bindings), memo.bindings.map(({ endsOn }) => endsOn)],
    );
    const back = memo.moves.map((move) => ({ ...move, fromRoomId: move.toRoomId, toRoomId: move.fromRoomId }));
    const reason = `复原 ${number}`;
    await this.prepayments.move(tx, actor, { projectId, moveId: id, reason }, back);
    await this.charges.restore(tx, actor, { projectId, lastDay, reason }, memo.dropped);
  }

  private async moneyOf(
    tx: EntityManager,
    { projectId, olds, lastDay, effectiveOn }: Pick<RestructurePlan, "projectId" | "olds" | "lastDay" | "effectiveOn">,
  ): Promise<Money> {
    const roomIds = idsOf(olds);
    const cuts = new Map<string, PlannedCut[]>();
    for (const roomId of roomIds)
      cuts.set(roomId, await this.cutting.plan(tx, { projectId, roomId, day: effectiveOn }, { mode: "DROP" }));
    const bindings = await lastingBindings(tx, projectId, roomIds, lastDay);
    const paidBefore = (roomId: string) =>
      bindings.flatMap((one): PaidBefore[] => {
        const { objectId, feeItemId, feeItemName, paidTo } = one;
        // meters count by reading
        const counts = one.roomId === roomId && one.base !== "METERED";
        return counts && paidTo !== null && paidTo >= effectiveOn ? [{ objectId, feeItemId, feeItemName, paidTo }] : [];
      });
    return {
      bindings,
      cuts,
      paid: [...cuts].flatMap(([roomId, planned]) => paidAhead(roomId, effectiveOn, planned, paidBefore(roomId))),
      arrears: await arrearsOf(tx, projectId, roomIds, effectiveOn),
      prepayments: await heldPrepayments(tx, projectId, roomIds),
    };
  }

  private async recordCuts(tx: EntityManager, actor: Actor, plan: RestructurePlan, { cuts }: Money, reason: string) {
    const entries = [...cuts].flatMap(([roomId, planned]) => {
      const back = planned.filter(({ cut }) => cut.reverseFen > 0);
      if (back.length === 0) return [];
      const kept = back.flatMap(({ cut }) => cut.pieces).reduce((total, { amountFen }) => total + amountFen, 0);
      const fen = back.reduce((total, { cut }) => total + cut.reverseFen, 0);
      const summary = `${reason}：${back.length} 笔未缴应收 ${formatFen(fen)} 元按 ${plan.lastDay} 截止，保留 ${formatFen(kept)} 元`;
      return [{ projectId: plan.projectId, action: "charge.reverse", entity: "room", entityId: roomId, summary }];
    });
    await this.audit.record(tx, actor, ...entries);
  }
}

const toRow = ({ from: _from, roomCode: _code, ...row }: NewBinding) => row;

const codeOf = ({ olds }: RestructurePlan, roomId: string) => olds.find(({ id }) => id === roomId)?.code ?? roomId;

/** Area standards of the room go to every part, the others and those of its things to the first; a merged room takes one standard of each item. */
function targetsOf({ kind, count }: ProposalSubject, binding: LastingBinding, taken: Map<string, LastingBinding>) {
  if (!binding.rateActive || !binding.feeItemActive) return [];
  if (kind === "SPLIT") {
    const parts = binding.base === "AREA" && binding.objectId === null ? count : 1;
    return Array.from({ length: parts }, (_, part) => ({ part, quantity: null }));
  }
  const first = taken.get(serviceOf(binding)) ?? binding;
  taken.set(serviceOf(binding), first);
  const isSame =
    first.rateId === binding.rateId && first.unitPrice === binding.unitPrice && first.endsOn === binding.endsOn;
  return isSame ? [{ part: 0, quantity: null }] : [];
}

/** The month of the effective day must be one that can still be booked in. */
async function monthFault(tx: EntityManager, { projectId, effectiveOn }: RestructurePlan): Promise<string | null> {
  const period = periodOf(effectiveOn);
  const [row] = await tx.query<{ first_period: string; status: string | null }[]>(
    `SELECT p.first_period, b.status FROM project p LEFT JOIN billing_period b ON b.project_id = p.id AND b.period = $2
      WHERE p.id = $1`,
    [projectId, period],
  );
  if (row && period < row.first_period) return `生效日期早于本管理区启用收费的月份 ${row.first_period}`;
  return row?.status === "CLOSED" ? `${period} 已月结，生效日期必须在未结的月份` : null;
}

/** What the plan rests on, in words by room. */
function factsOf(
  { olds }: RestructurePlan,
  { bindings, cuts, paid, arrears, prepayments }: Money,
): Record<string, string> {
  return Object.fromEntries(
    olds.flatMap(({ id, code }) => {
      const rates = bindings
        .filter(({ roomId }) => roomId === id)
        .map(
          (one) =>
            `${one.feeItemName}（${one.rateName}${one.unitPrice ? `，单价 ${one.unitPrice}` : ""}${one.endsOn ? `，至 ${one.endsOn}` : ""}）`,
        );
      const owed = arrears.find(({ roomId }) => roomId === id);
      const later = cuts.get(id) ?? [];
      const ahead = paid.filter(({ roomId, through }) => roomId === id && through !== null);
      const open = later.reduce((sum, { charge }) => sum + charge.openFen, 0);
      const settled = later.reduce((sum, { charge }) => sum + charge.receivedFen + charge.offsetFen, 0);
      const held = prepayments
        .filter(({ roomId }) => roomId === id)
        .map(({ customerName, balanceFen, askedBackFen }) => {
          const asked = askedBackFen > 0 ? `（其中 ${formatFen(askedBackFen)} 元已申请退还）` : "";
          return `${customerName} ${formatFen(balanceFen)} 元${asked}`;
        });
      return [
        [`${code} 收费标准`, rates.join("、") || "无"],
        [`${code} 欠费`, owed ? `${owed.count} 笔 ${formatFen(owed.openFen)} 元` : "无"],
        [`${code} 生效日起的应收`, `${later.length} 笔，未缴 ${formatFen(open)} 元，已缴 ${formatFen(settled)} 元`],
        ...ahead.map(({ feeItemName, through }) => [`${code} ${feeItemName}已缴至`, through!]),
        [`${code} 预收`, held.join("、") || "无"],
      ];
    }),
  );
}
