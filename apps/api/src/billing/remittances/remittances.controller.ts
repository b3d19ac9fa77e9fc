import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  CollectedItemsDto,
  ProjectPath,
  RecordRemittanceDto,
  RemittanceDto,
  RemittancePageDto,
  RemittancePath,
  RemittanceQueryDto,
  ReverseRemittanceDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { RemittancesQueries } from "./remittances.queries.js";
import { RemittancesService } from "./remittances.service.js";

/** 代收代付解缴 (BIL-07) */
@Controller("projects/:projectId/remittances")
export class RemittancesController {
  constructor(
    private readonly queries: RemittancesQueries,
    private readonly remittances: RemittancesService,
  ) {}

  /** 各代收代付项目的已收、退还、已解缴和应解缴 */
  @Get("items")
  @Requires("billing:read")
  items(@Param() { projectId }: ProjectPath): Promise<CollectedItemsDto> {
    return this.queries.items(projectId);
  }

  /** 解缴登记，新的在前 */
  @Get()
  @Requires("billing:read")
  page(@Param() { projectId }: ProjectPath, @Query() query: RemittanceQueryDto): Promise<RemittancePageDto> {
    return this.queries.page(projectId, query);
  }

  /** 登记解缴，不超过已代收未解缴的金额 */
  @Post()
  @Requires("billing:remit")
  async record(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: RecordRemittanceDto,
  ): Promise<RemittanceDto> {
    await this.remittances.record(actor, projectId, dto);
    return this.queries.one(projectId, dto.id);
  }

  /** 红冲一笔解缴登记 */
  @Post(":remittanceId/reverse")
  @HttpCode(200)
  @Requires("billing:remit")
  async reverse(
    @CurrentActor() actor: Actor,
    @Param() { projectId, remittanceId }: RemittancePath,
    @Body() dto: ReverseRemittanceDto,
  ): Promise<RemittanceDto> {
    await this.remittances.reverse(actor, projectId, remittanceId, dto);
    return this.queries.one(projectId, dto.id);
  }
}
