import { Controller, ForbiddenException, Get, Param, Query, Req } from "@nestjs/common";
import { type Permission, ProjectPath, TimelinePageDto, TimelineQueryDto } from "@linli/contracts";
import { may } from "../auth/access.service.js";
import type { SignedInRequest } from "../auth/sign-in.guard.js";
import { Requires } from "../common/requires.js";
import { AuditQueries } from "./audit.queries.js";

/** The read right of each kind of thing; other kinds are for the auditor. */
const readRights: Record<string, Permission> = {
  project: "property:read",
  building: "property:read",
  unit: "property:read",
  room: "property:read",
  "room-prefix": "property:read",
  picture: "property:read",
  customer: "customer:read",
  "room-relation": "customer:read",
  payer: "customer:read",
  "import-batch": "imports:run",
  charge: "billing:read",
  "charge-run": "billing:read",
  receipt: "billing:read",
  refund: "billing:read",
  prepayment: "billing:read",
  "fee-item": "billing:read",
  rate: "billing:read",
  "rate-binding": "billing:read",
  "billing-period": "billing:read",
};

/** The history of a thing, as its page shows it. */
@Controller("projects/:projectId/timeline")
export class TimelineController {
  constructor(private readonly queries: AuditQueries) {}

  /** What happened to one thing, newest first; needs the right to read that thing. */
  @Get()
  @Requires("property:read")
  timeline(@Param() { projectId }: ProjectPath, @Query() query: TimelineQueryDto, @Req() { user }: SignedInRequest): Promise<TimelinePageDto> {
    const right = readRights[query.entity] ?? "audit:read";
    if (!user || !may(user, right, projectId)) throw new ForbiddenException();
    return this.queries.timeline(projectId, query);
  }
}
