import { Controller, Get, Param, Query } from "@nestjs/common";
import {
  FormerResidentPageDto,
  FormerResidentQueryDto,
  ProjectPath,
  RoomPath,
  RoomSummaryDto,
  SearchQueryDto,
  SearchResultDto,
} from "@linli/contracts";
import type { Access } from "../auth/access.service.js";
import { CurrentAccess } from "../auth/current-access.js";
import { Requires } from "../common/requires.js";
import { FormerResidentsQueries } from "./former-residents.queries.js";
import { RoomSummaryQueries } from "./room-summary.queries.js";
import { SearchQueries } from "./search.queries.js";

/** 综合查询（QRY-01…03）. Each answer holds what the person may see, numbers masked. */
@Controller("projects/:projectId")
export class QueryController {
  constructor(
    private readonly search: SearchQueries,
    private readonly rooms: RoomSummaryQueries,
    private readonly former: FormerResidentsQueries,
  ) {}

  /** 按房号、姓名、电话、证件号、车牌、车位号或收据号查询 */
  @Get("query")
  @Requires("property:read")
  find(
    @Param() { projectId }: ProjectPath,
    @Query() { q }: SearchQueryDto,
    @CurrentAccess() access: Access,
  ): Promise<SearchResultDto> {
    return this.search.find(projectId, access, q);
  }

  /** 房间概览：人员、车辆、收费标准、欠费、预收和办理中的事项 */
  @Get("rooms/:roomId/summary")
  @Requires("property:read")
  summary(@Param() { projectId, roomId }: RoomPath, @CurrentAccess() access: Access): Promise<RoomSummaryDto> {
    return this.rooms.of(projectId, roomId, access);
  }

  /** 历史住户：以前的业主和租户，最近搬走的在前 */
  @Get("former-residents")
  @Requires("customer:read")
  formerResidents(
    @Param() { projectId }: ProjectPath,
    @Query() query: FormerResidentQueryDto,
  ): Promise<FormerResidentPageDto> {
    return this.former.list(projectId, query);
  }
}
