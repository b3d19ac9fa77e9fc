import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type AdvanceRequestDto,
  type PrivacyRequestDto,
  type PrivacyRequestPageDto,
  type PrivacyRequestQueryDto,
  REQUEST_DAYS,
  type RegisterRequestDto,
  requestKindLabels,
  type RequestKind,
  type RequestState,
  requestStateLabels,
  requestTransitions,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { addDays } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";
import { projectToday } from "../../property/project-today.js";
import { requestState } from "../customer.errors.js";
import { changeOfCustomer } from "../details/customer-change.js";
import { idsOf, joinSurvivor } from "../merged-customers.js";
import { PrivacyRequest } from "./privacy-request.entity.js";

type Row = Omit<PrivacyRequestDto, "overdue" | "closedAt"> & { closedAt: Date | null; closed: boolean };

/** The register of requests about personal data, each with its deadline (LAW-38). */
@Injectable()
export class PrivacyRequestsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Unfinished ones first, the earliest deadline first; then the finished ones. */
  async list(projectId: string, query: PrivacyRequestQueryDto): Promise<PrivacyRequestPageDto> {
    const { pageSize = 20 } = query;
    const today = await projectToday(this.db, this.clock, projectId);
    const where = new Where()
      .add("q.project_id = ?", projectId)
      .add("q.state = ?", query.state)
      .add("q.kind = ?", query.kind)
      .add(`q.customer_id IN ${idsOf("?", "?")}`, query.customerId && projectId, query.customerId, query.customerId)
      .add(
        "(q.closed_at IS NULL AND q.due_on < ?::date) = ?",
        query.overdue === undefined ? undefined : today,
        query.overdue,
      );
    const [closed, due, id] = decodeCursor(query.cursor, 3) ?? [];
    where.add("(q.closed_at IS NOT NULL, q.due_on, q.id) > (?::boolean, ?::date, ?::uuid)", closed, due, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `SELECT q.id, c.id AS "customerId", c.name AS "customerName", c.number AS "customerNumber", q.kind, q.received_on AS "receivedOn",
              q.way, q.requester, q.requester_name AS "requesterName", q.text, q.due_on AS "dueOn", q.state,
              q.handler_name AS "handlerName", q.result, q.closed_at AS "closedAt", q.closed_at IS NOT NULL AS closed
         FROM privacy_request q ${joinSurvivor("c", "q.project_id", "q.customer_id")} ${where.toString()}
        ORDER BY q.closed_at IS NOT NULL, q.due_on, q.id LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(
      rows,
      pageSize,
      ({ closedAt, closed: isClosed, ...row }): PrivacyRequestDto => ({
        ...row,
        overdue: !isClosed && row.dueOn < today,
        closedAt: closedAt?.toISOString() ?? null,
      }),
      (row) => [String(row.closed), row.dueOn, row.id],
    );
  }

  /** Takes a request down; the deadline counts from the day it was received. */
  register(actor: Actor, projectId: string, customerId: string, dto: RegisterRequestDto): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      const today = await projectToday(tx, this.clock, projectId);
      const faults: Record<string, string[]> = {};
      if (dto.receivedOn > today) faults["receivedOn"] = ["收到日期不能晚于今天"];
      if (dto.requester !== "SELF" && !dto.requesterName) faults["requesterName"] = ["请填写请求人姓名"];
      if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
      const dueOn = addDays(dto.receivedOn, REQUEST_DAYS);
      const { kind, receivedOn, way, requester, text } = dto;
      await tx.insert(PrivacyRequest, {
        projectId,
        id: newId(),
        createdAt: this.clock.now(),
        customerId,
        kind,
        receivedOn,
        way,
        requester,
        requesterName: requester === "SELF" ? null : (dto.requesterName ?? null),
        text,
        dueOn,
        state: "OPEN",
      });
      return {
        action: "privacy-request.create",
        summary: `请求${requestKindLabels[kind]}个人信息，应在 ${dueOn} 前答复`,
        after: { kind, receivedOn, dueOn },
      };
    });
  }

  /** Takes, answers or refuses a request. @throws REQUEST_STATE when it cannot become that any more */
  advance(actor: Actor, projectId: string, requestId: string, { state, result }: AdvanceRequestDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const request = await tx.findOne(PrivacyRequest, {
        where: { projectId, id: requestId },
        lock: { mode: "pessimistic_write" },
      });
      if (!request) throw notFound("请求");
      const before = request.state as RequestState;
      if (!requestTransitions[before].includes(state))
        throw requestState(requestStateLabels[before], requestStateLabels[state]);
      const closes = state === "DONE" || state === "REJECTED";
      if (closes && !result)
        throw new InvalidInput({ result: [state === "DONE" ? "请填写处理结果" : "请填写拒绝的原因"] });
      const handler = { handlerId: actor.userId, handlerName: actor.name };
      await tx.update(
        PrivacyRequest,
        { projectId, id: requestId },
        { state, ...handler, ...(closes && { result, closedAt: this.clock.now() }) },
      );
      await this.audit.record(tx, actor, {
        projectId,
        action: "privacy-request.update",
        entity: "customer",
        entityId: request.customerId,
        summary: `${requestKindLabels[request.kind as RequestKind]}个人信息的请求${requestStateLabels[state]}${result ? `：${result}` : ""}`,
      });
    });
  }
}
