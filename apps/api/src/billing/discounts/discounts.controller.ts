import { Body, Controller, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import {
  CreatedDto,
  DiscountOffersDto,
  DiscountSchemeListDto,
  DiscountSchemePath,
  ProjectPath,
  ProposeDiscountsDto,
  SaveDiscountSchemeDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { DiscountSchemesService } from "./discount-schemes.service.js";

/** 优惠方案 (BIL-40) */
@Controller("projects/:projectId")
export class DiscountsController {
  constructor(private readonly schemes: DiscountSchemesService) {}

  /** 优惠方案，含已优惠合计 */
  @Get("discount-schemes")
  @Requires("billing:read")
  async list(@Param() { projectId }: ProjectPath): Promise<DiscountSchemeListDto> {
    return { items: await this.schemes.list(projectId) };
  }

  /** 新建优惠方案 */
  @Post("discount-schemes")
  @Requires("billing:rates")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveDiscountSchemeDto,
  ): Promise<CreatedDto> {
    return { id: await this.schemes.create(actor, projectId, dto) };
  }

  /** 修改优惠方案；用过的只能改有效期止和启用 */
  @Put("discount-schemes/:schemeId")
  @HttpCode(204)
  @Requires("billing:rates")
  async update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, schemeId }: DiscountSchemePath,
    @Body() dto: SaveDiscountSchemeDto,
  ): Promise<void> {
    await this.schemes.update(actor, projectId, schemeId, dto);
  }

  /** 所选应收一次缴清能享受的优惠 */
  @Post("discounts/proposal")
  @HttpCode(200)
  @Requires("billing:collect")
  async propose(@Param() { projectId }: ProjectPath, @Body() dto: ProposeDiscountsDto): Promise<DiscountOffersDto> {
    return { offers: await this.schemes.propose(projectId, dto) };
  }
}
