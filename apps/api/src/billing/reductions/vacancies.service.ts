import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type EndVacancyDto,
  type InspectVacancyDto,
  type RequestVacancyDto,
  vacancyFileLabels,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import type { Approval } from "../../approvals/approval.entity.js";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { addMonths, dayBefore, dayInPeriod, dayOf, periodOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { customerOf, lockRoom } from "../../customer/room-lock.js";
import { AttachmentOwners, rowOf } from "../../files/attachment-owners.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { projectToday } from "../../property/project-today.js";
import { requestHash } from "../receipts/request-hash.js";
import { SettleVacancy } from "./settle-vacancy.service.js";
import {
  endNotEarlier,
  endsBeforeStart,
  endTooEarly,
  inspectedInFuture,
  monthsHaveNoEnd,
  ownInspection,
  vacancyIdReused,
  vacancyItemKind,
  vacancyOverlaps,
  vacancyState,
} from "./vacancies.errors.js";
import { type AskedReduction, WaiverLimits } from "./waiver-limits.service.js";
import { VacancyItem } from "./vacancy-item.entity.js";
import { Vacancy } from "./vacancy.entity.js";

/** Reductions of rooms that stand vacant (空置减免, BIL-41): request, inspection, decision, early end. */
@Injectable()
export class VacanciesService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly numbers: NumberSeriesService,
    private readonly settlement: SettleVacancy,
    private readonly limits: WaiverLimits,
    private readonly owners: AttachmentOwners,
  ) {}

  onModuleInit(): void {
    this.approvals.handle("billing.vacancy", {
      permission: "billing:approve-waiver",
      approve: (tx, actor, approval) => this.apply(tx, actor, approval),
      turnDown: async (tx, _actor, { projectId, subjectId }, status) => {
        await tx.update(Vacancy, { projectId, id: subjectId }, { status });
      },
    });
    this.owners.register("vacancy", {
      label: "空置减免",
      read: "billing:read",
      write: "billing:waive",
      kinds: vacancyFileLabels,
      find: rowOf("vacancy", "vacancy"),
    });
  }

  /**
   * Asks once: the same id with the same content answers the one that is there.
   * @throws ID_REUSED, VACANCY_OVERLAPS, FEE_ITEM_KIND, NOT_FOUND, CUSTOMER_MERGED
   */
  request(actor: Actor, projectId: string, dto: RequestVacancyDto): Promise<string> {
    const hash = requestHash(dto);
    const endsOn = endOf(dto);
    return this.db.transaction(async (tx) => {
      const room = await lockRoom(tx, projectId, dto.roomId);
      const known = await tx.findOneBy(Vacancy, { projectId, id: dto.id });
      if (known && known.requestHash !== hash) throw vacancyIdReused();
      if (known) return known.id;
      await refuseItems(tx, projectId, dto.feeItemIds);
      if (dto.bearerId) await customerOf(tx, projectId, dto.bearerId);
      await refuseOverlap(tx, projectId, dto.roomId, dto.startsOn, endsOn);
      const vacancyNo = await this.numbers.draw(tx, projectId, "vacancy");
      const createdAt = this.clock.now();
      const { id, roomId, kind, startsOn, reason } = dto;
      await tx.insert(Vacancy, {
        projectId,
        id,
        createdAt,
        vacancyNo,
        status: "REQUESTED",
        roomId,
        kind,
        percent: kind === "PERCENT" ? dto.percent! : kind === "MONTHS" ? "100" : null,
        amountFen: kind === "AMOUNT" ? dto.amountFen! : null,
        months: kind === "MONTHS" ? dto.months! : null,
        startsOn,
        endsOn,
        reason,
        bearerId: dto.bearerId ?? null,
        requestedBy: actor.userId,
        requestedByName: actor.name,
        requestHash: hash,
      });
      const items = dto.feeItemIds.map((feeItemId) => ({
        projectId,
        id: newId(),
        createdAt,
        vacancyId: id,
        feeItemId,
      }));
      await tx.insert(VacancyItem, items);
      await this.record(
        tx,
        actor,
        { projectId, id },
        "request",
        `申请空置减免 ${vacancyNo}：${room.code}，${wordsOf(dto, endsOn)}`,
      );
      return id;
    });
  }

  /** Notes what an inspection found: vacant, the request goes to a second person; otherwise it ends. @throws VACANCY_STATE, NOT_FOUND */
  inspect(actor: Actor, projectId: string, vacancyId: string, dto: InspectVacancyDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const vacancy = await lockVacancy(tx, projectId, vacancyId);
      if (vacancy.status !== "REQUESTED") throw vacancyState("待查验");
      const today = await projectToday(tx, this.clock, projectId);
      if (dto.inspectedOn > today) throw inspectedInFuture(today);
      const { inspectedOn, inspector, finding } = dto;
      const found = { inspectedOn, inspector, finding };
      const summary = `查验空置减免 ${vacancy.vacancyNo}：${dto.vacant ? "确属空置" : "不属空置"}，${finding}`;
      await this.record(tx, actor, vacancy, "inspect", summary);
      if (!dto.vacant) {
        await tx.update(Vacancy, { projectId, id: vacancyId }, { ...found, status: "REJECTED" });
        return;
      }
      const room = await roomOf(tx, vacancy);
      const approvalId = await this.approvals.request(tx, actor, {
        projectId,
        kind: "billing.vacancy",
        title: `空置减免 ${vacancy.vacancyNo}：${room.code}`,
        reason: vacancy.reason,
        subjectType: "vacancy",
        subjectId: vacancyId,
        payload: {},
        lines: [
          { label: "减免", before: "原价", after: wordsOf(vacancy, vacancy.endsOn) },
          { label: "查验", before: `${inspectedOn} ${inspector}`, after: finding },
        ],
      });
      await tx.update(Vacancy, { projectId, id: vacancyId }, { ...found, status: "PENDING", approvalId });
    });
  }

  /** Ends a reduction early; what was billed beyond gets entries that take it back. @throws VACANCY_STATE, BORNE_PAID, PERIOD_CLOSED */
  end(actor: Actor, projectId: string, vacancyId: string, { endsOn, reason }: EndVacancyDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const vacancy = await lockVacancy(tx, projectId, vacancyId);
      if (vacancy.status !== "APPROVED") throw vacancyState("已生效");
      if (endsOn < vacancy.startsOn) throw endTooEarly(vacancy.startsOn);
      if (vacancy.endsOn !== null && endsOn >= vacancy.endsOn) throw endNotEarlier(vacancy.endsOn);
      await tx.update(Vacancy, { projectId, id: vacancyId }, { endsOn, endReason: reason });
      const fen = await this.settlement.settle(tx, actor, { ...vacancy, endsOn }, `终止：${reason}`);
      const back = fen < 0 ? `，冲回已减免 ${formatFen(-fen)} 元` : "";
      await this.record(
        tx,
        actor,
        vacancy,
        "end",
        `终止空置减免 ${vacancy.vacancyNo}，至 ${endsOn}${back}，原因：${reason}`,
      );
    });
  }

  /** Does what was approved: months already billed get entries beside their charges. @throws SAME_PERSON, PERIOD_CLOSED */
  private async apply(tx: EntityManager, actor: Actor, { projectId, subjectId }: Approval): Promise<void> {
    const vacancy = await lockVacancy(tx, projectId, subjectId);
    if (vacancy.requestedBy === actor.userId) throw ownInspection();
    await this.limits.refuseAbove(tx, actor, projectId, await askedBy(tx, vacancy));
    await tx.update(Vacancy, { projectId, id: subjectId }, { status: "APPROVED" });
    await this.settlement.settle(tx, actor, vacancy, vacancy.reason);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id }: Pick<Vacancy, "projectId" | "id">,
    verb: string,
    summary: string,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      projectId,
      action: `vacancy.${verb}`,
      entity: "vacancy",
      entityId: id,
      summary,
    });
  }
}

/** What a vacancy takes off a month, by the latest month that was billed. */
async function askedBy(
  tx: EntityManager,
  { projectId, id, roomId, percent, amountFen }: Vacancy,
): Promise<AskedReduction> {
  const [{ fen, items }] = await tx.query<[{ fen: number; items: number }]>(
    `SELECT coalesce(sum(c.amount_fen), 0)::bigint AS fen, (SELECT count(*)::int FROM vacancy_item WHERE project_id = $1 AND vacancy_id = $3) AS items
       FROM charge c JOIN vacancy_item i ON i.project_id = c.project_id AND i.fee_item_id = c.fee_item_id AND i.vacancy_id = $3
      WHERE c.project_id = $1 AND c.room_id = $2 AND c.source = 'RUN' AND c.reversed_fen = 0
        AND c.period = (SELECT max(l.period) FROM charge l WHERE l.project_id = $1 AND l.room_id = $2 AND l.source = 'RUN'
                           AND l.reversed_fen = 0)`,
    [projectId, roomId, id],
  );
  if (amountFen === null) return { amountFen: Math.round((fen * Number(percent)) / 100), percent: Number(percent) };
  const wholeFen = amountFen * items;
  return { amountFen: wholeFen, percent: fen > 0 ? Math.min(100, (wholeFen / fen) * 100) : 100 };
}

/** The last day: given, or that of the free months. */
function endOf({ kind, startsOn, endsOn = null, months }: RequestVacancyDto): string | null {
  if (kind !== "MONTHS") {
    if (endsOn !== null && endsOn < startsOn) throw endsBeforeStart();
    return endsOn;
  }
  if (endsOn !== null) throw monthsHaveNoEnd();
  return dayBefore(dayInPeriod(addMonths(periodOf(startsOn), months!), dayOf(startsOn)));
}

/** What is taken off, in words. */
function wordsOf(
  {
    kind,
    percent,
    amountFen,
    months,
    startsOn,
  }: Pick<Vacancy, "kind" | "startsOn"> & {
    percent?: string | null;
    amountFen?: number | null;
    months?: number | null;
  },
  endsOn: string | null,
): string {
  const days = `${startsOn} 至 ${endsOn ?? "另行终止"}`;
  if (kind === "MONTHS") return `免收 ${months} 个月，${days}`;
  if (kind === "AMOUNT") return `每月减 ${formatFen(amountFen ?? 0)} 元，${days}`;
  return `减 ${Number(percent)}%，${days}`;
}

/** @throws NOT_FOUND */
async function lockVacancy(tx: EntityManager, projectId: string, id: string): Promise<Vacancy> {
  const vacancy = await tx.findOne(Vacancy, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!vacancy) throw notFound("空置减免");
  return vacancy;
}

async function roomOf(tx: EntityManager, { projectId, roomId }: Vacancy): Promise<{ code: string }> {
  const [room] = await tx.query<{ code: string }[]>("SELECT code FROM room WHERE project_id = $1 AND id = $2", [
    projectId,
    roomId,
  ]);
  return room!;
}

/** @throws NOT_FOUND, FEE_ITEM_KIND */
async function refuseItems(tx: EntityManager, projectId: string, ids: string[]): Promise<void> {
  const items = await tx.query<{ name: string; kind: string }[]>(
    "SELECT name, kind FROM fee_item WHERE project_id = $1 AND id = ANY ($2)",
    [projectId, ids],
  );
  if (items.length < ids.length) throw notFound("所选的部分收费项目");
  const other = items.find(({ kind }) => kind !== "REGULAR");
  if (other) throw vacancyItemKind(other.name);
}

/** @throws VACANCY_OVERLAPS */
async function refuseOverlap(
  tx: EntityManager,
  projectId: string,
  roomId: string,
  startsOn: string,
  endsOn: string | null,
): Promise<void> {
  const [other] = await tx.query<{ no: string }[]>(
    `SELECT vacancy_no AS no FROM vacancy
      WHERE project_id = $1 AND room_id = $2 AND status IN ('REQUESTED', 'PENDING', 'APPROVED')
        AND starts_on <= coalesce($4::date, 'infinity') AND coalesce(ends_on, 'infinity') >= $3::date
      ORDER BY starts_on LIMIT 1`,
    [projectId, roomId, startsOn, endsOn],
  );
  if (other) throw vacancyOverlaps(other.no);
}
