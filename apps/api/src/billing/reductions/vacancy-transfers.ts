import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { TransferItemDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { dayBefore } from "../../common/calendar.js";
import {
  type TransferFacts,
  TransferParticipant,
  TransferParticipants,
  type TransferSurvey,
} from "../../customer/transfers/transfer-participants.js";

interface Running {
  id: string;
  no: string;
  status: string;
  startsOn: string;
  endsOn: string | null;
  by: string;
}

/**
 * Vacancy reductions of a room that changes hands: the old owner's end on the day before, after the money is cut; the new
 * owner asks for his own. One that is not decided yet stands in the way.
 */
@Injectable()
export class VacancyTransfers extends TransferParticipant implements OnModuleInit {
  readonly key = "vacancies";
  readonly order = 110;

  constructor(
    private readonly participants: TransferParticipants,
    private readonly audit: AuditService,
  ) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async survey(db: EntityManager, facts: TransferFacts): Promise<TransferSurvey> {
    const all = await runningOf(db, facts);
    const running = all.filter(({ status }) => status === "APPROVED").map(itemOf);
    const asked = all.filter(({ status }) => status !== "APPROVED").map(itemOf);
    const title = "空置减免（过户前一日止）";
    const sections = running.length > 0 ? [{ key: this.key, title, items: running }] : [];
    return { sections, blocks: asked, open: [], questions: [] };
  }

  async complete(tx: EntityManager, actor: Actor, facts: TransferFacts): Promise<object | null> {
    const { projectId, number, transferOn } = facts;
    const last = dayBefore(transferOn!);
    const ended = await runningOf(tx, facts);
    if (ended.length === 0) return null;
    const reason = `房屋过户 ${number}`;
    await tx.query(
      `UPDATE vacancy SET ends_on = CASE WHEN starts_on <= $3 THEN $3 ELSE ends_on END,
              status = CASE WHEN starts_on <= $3 THEN status ELSE 'WITHDRAWN' END, end_reason = $4
        WHERE project_id = $1 AND id = ANY ($2)`,
      [projectId, ended.map(({ id }) => id), last, reason],
    );
    for (const { id, no } of ended) {
      const summary = `${reason}：终止空置减免 ${no}，至 ${last}`;
      await this.audit.record(tx, actor, {
        projectId,
        action: "vacancy.end",
        entity: "vacancy",
        entityId: id,
        summary,
      });
    }
    return { vacancyNos: ended.map(({ no }) => no) };
  }
}

/** Vacancies of the room that last on the transfer date or begin later. */
function runningOf(db: EntityManager, { projectId, roomId, transferOn, today }: TransferFacts): Promise<Running[]> {
  return db.query<Running[]>(
    `SELECT id, vacancy_no AS no, status, starts_on AS "startsOn", ends_on AS "endsOn", requested_by_name AS by FROM vacancy
      WHERE project_id = $1 AND room_id = $2 AND status IN ('REQUESTED', 'PENDING', 'APPROVED')
        AND (ends_on IS NULL OR ends_on >= $3) ORDER BY starts_on, id`,
    [projectId, roomId, transferOn ?? today],
  );
}

const itemOf = ({ id, no, status, startsOn, endsOn, by }: Running): TransferItemDto => ({
  label: status === "APPROVED" ? "空置减免" : "空置减免待审批",
  detail: `${no}，${startsOn} 至 ${endsOn ?? "另行终止"}，申请人 ${by}`,
  amountFen: null,
  link: `billing/vacancies?vacancy=${id}`,
});
