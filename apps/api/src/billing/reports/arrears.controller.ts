import { Controller, Get, Param, Query } from "@nestjs/common";
import { ArrearPageDto, ArrearsFilterDto, ArrearsQueryDto, ArrearTotalsDto, ProjectPath } from "@linli/contracts";
import { Requires } from "../../common/requires.js";
import { ProjectToday } from "../../property/project-today.js";
import { ArrearsQueries } from "./arrears.queries.js";

/** Arrears (欠费). */
@Controller("projects/:projectId/arrears")
export class ArrearsController {
  constructor(
    private readonly arrears: ArrearsQueries,
    private readonly days: ProjectToday,
  ) {}

  /** 欠费清单：按房间和收费对象 */
  @Get()
  @Requires("billing:read")
  async list(@Param() { projectId }: ProjectPath, @Query() query: ArrearsQueryDto): Promise<ArrearPageDto> {
    return this.arrears.page(projectId, await this.days.today(projectId), query);
  }

  /** 欠费合计与账龄 */
  @Get("totals")
  @Requires("billing:read")
  async totals(@Param() { projectId }: ProjectPath, @Query() query: ArrearsFilterDto): Promise<ArrearTotalsDto> {
    return this.arrears.totals(projectId, await this.days.today(projectId), query);
  }
}
