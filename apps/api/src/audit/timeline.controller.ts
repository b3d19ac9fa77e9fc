import { Controller, ForbiddenException, Get, Param, Query } from "@nestjs/common";
import { ProjectPath, TimelinePageDto, TimelineQueryDto } from "@linli/contracts";
import { type Access, may } from "../auth/access.service.js";
import { CurrentAccess } from "../auth/current-access.js";
import { Requires } from "../common/requires.js";
import { AuditQueries } from "./audit.queries.js";
import { readRightOf, shownKinds } from "./read-rights.js";

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
    if (!may(access, readRightOf(query.entity), projectId)) throw new ForbiddenException();
    const shown = may(access, "audit:read", projectId)
      ? undefined
      : shownKinds(query.entity, (right) => may(access, right, projectId));
    return this.queries.timeline(projectId, query, shown);
  }
}
