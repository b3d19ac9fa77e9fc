import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  AllocationDto,
  AllocationRequestDto,
  DeskDto,
  DeskMatchesDto,
  DeskQueryDto,
  DeskSearchQueryDto,
  ProjectPath,
} from "@linli/contracts";
import { Requires } from "../../common/requires.js";
import { AllocationQueries } from "./allocation.queries.js";
import { DeskQueries } from "./desk.queries.js";
import { DeskSearchQueries } from "./desk-search.queries.js";

/** The cashier desk (收银台). */
@Controller("projects/:projectId/desk")
export class DeskController {
  constructor(
    private readonly desk: DeskQueries,
    private readonly finder: DeskSearchQueries,
    private readonly allocations: AllocationQueries,
  ) {}

  /** 收银台：一个房间或客户的未缴费用，按房间和月份 */
  @Get()
  @Requires("billing:read")
  open(@Param() { projectId }: ProjectPath, @Query() query: DeskQueryDto): Promise<DeskDto> {
    return this.desk.open(projectId, query);
  }

  /** 收银台查找：房号、姓名、客户编号或电话 */
  @Get("search")
  @Requires("billing:read")
  async search(@Param() { projectId }: ProjectPath, @Query() { q }: DeskSearchQueryDto): Promise<DeskMatchesDto> {
    return { items: await this.finder.find(projectId, q) };
  }

  /** 金额不足时的分配建议；收费对象可以另行指定 */
  @Post("allocation")
  @HttpCode(200)
  @Requires("billing:read")
  allocation(@Param() { projectId }: ProjectPath, @Body() dto: AllocationRequestDto): Promise<AllocationDto> {
    return this.allocations.propose(projectId, dto);
  }
}
