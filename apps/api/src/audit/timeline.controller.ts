import { Controller, ForbiddenException, Get, Param, Query } from "@nestjs/common";
import { type Permission, ProjectPath, TimelinePageDto, TimelineQueryDto } from "@linli/contracts";
import { type Access, may } from "../auth/access.service.js";
import { CurrentAccess } from "../auth/current-access.js";
import { Requires } from "../common/requires.js";
import { AuditQueries } from "./audit.queries.js";

/** The read right of each kind of thing, also by the first part of an action; other kinds are for the auditor. */
const readRights: Readonly<Record<string, Permission>> = {
  project: "property:read",
  building: "property:read",
  unit: "property:read",
  room: "property:read",
  restructure: "property:read",
  "room-prefix": "property:read",
  picture: "property:read",
  inspection: "property:read",
  "inspection-template": "property:read",
  defect: "property:read",
  space: "property:read",
  customer: "customer:read",
  transfer: "customer:read",
  "customer-phone": "customer:read",
  "customer-address": "customer:read",
  "customer-contact": "customer:read",
  "invoice-title": "customer:read",
  "customer-tag": "customer:read",
  consent: "customer:read",
  "privacy-request": "customer:privacy",
  relation: "customer:read",
  payer: "customer:read",
  vehicle: "parking:read",
  import: "imports:run",
  "import-batch": "imports:run",
  "debit-agreement": "billing:read",
  "debit-scheme": "billing:read",
  "debit-batch": "billing:read",
  "fee-item": "billing:read",
  rate: "billing:read",
  binding: "billing:read",
  run: "billing:read",
  charge: "billing:read",
  receipt: "billing:read",
  refund: "billing:read",
  shift: "billing:read",
  "daily-report": "billing:read",
  "receipt-book": "billing:read",
  "bank-deposit": "billing:read",
  prepayment: "billing:read",
  period: "billing:read",
  notices: "billing:read",
};

/**
 * The history of a thing, as its page shows it. Needs the right to read that thing; events of another kind (a receipt in
 * the history of a room) are shown to whoever may read that kind.
 */
@Controller("projects/:projectId/timeline")
export class TimelineController {
  constructor(private readonly queries: AuditQueries) {}

  /** 一个对象的变更历史，新的在前；须有查看该对象的权限 */
  @Get()
  @Requires("property:read")
  timeline(
    @Param() { projectId }: ProjectPath,
    @Query() query: TimelineQueryDto,
    @CurrentAccess() access: Access,
  ): Promise<TimelinePageDto> {
    const right = readRights[query.entity] ?? "audit:read";
    if (!may(access, right, projectId)) throw new ForbiddenException();
    const hidden = Object.keys(readRights).filter(
      (kind) => kind !== query.entity && !may(access, readRights[kind] ?? "audit:read", projectId),
    );
    return this.queries.timeline(projectId, query, hidden);
  }
}
