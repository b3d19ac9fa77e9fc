import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  CloseOnlineOrderDto,
  CreateOnlineOrderDto,
  OnlineOrderDetailDto,
  OnlineOrderPageDto,
  OnlineOrderPath,
  OnlineOrderQueryDto,
  ProjectPath,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { AskChannelService } from "./ask-channel.service.js";
import { CreateOnlineOrderService } from "./create-online-order.service.js";
import { OnlineOrdersQueries } from "./online-orders.queries.js";

/** 线上订单: payments asked for at a channel; booked when the channel says that they were made. */
@Controller("projects/:projectId/online-orders")
export class OnlineOrdersController {
  constructor(
    private readonly queries: OnlineOrdersQueries,
    private readonly creator: CreateOnlineOrderService,
    private readonly asker: AskChannelService,
  ) {}

  /** 线上订单，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: OnlineOrderQueryDto): Promise<OnlineOrderPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 线上订单详情：应收与渠道的通知 */
  @Get(":orderId")
  @Requires("billing:read")
  one(@Param() { projectId, orderId }: OnlineOrderPath): Promise<OnlineOrderDetailDto> {
    return this.queries.one(projectId, orderId);
  }

  /** 为一位收费对象的应收生成支付链接；同一编号重复提交只生成一个 */
  @Post()
  @Requires("billing:collect")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateOnlineOrderDto,
  ): Promise<OnlineOrderDetailDto> {
    await this.creator.create(actor, projectId, dto);
    return this.queries.one(projectId, dto.id);
  }

  /** 渠道还没有给出支付链接时，再次向渠道请求；已有链接的不再请求 */
  @Post(":orderId/send")
  @HttpCode(200)
  @Requires("billing:collect")
  async send(@Param() { projectId, orderId }: OnlineOrderPath): Promise<OnlineOrderDetailDto> {
    await this.creator.send(projectId, orderId);
    return this.queries.one(projectId, orderId);
  }

  /** 向渠道查询支付结果；已支付的随即入账 */
  @Post(":orderId/query")
  @HttpCode(200)
  @Requires("billing:collect")
  async query(@Param() { projectId, orderId }: OnlineOrderPath): Promise<OnlineOrderDetailDto> {
    await this.asker.ask(projectId, orderId);
    return this.queries.one(projectId, orderId);
  }

  /** 关闭待支付的订单；先在渠道关闭，已支付的不能关闭并随即入账 */
  @Post(":orderId/close")
  @HttpCode(200)
  @Requires("billing:collect")
  async close(
    @CurrentActor() actor: Actor,
    @Param() { projectId, orderId }: OnlineOrderPath,
    @Body() { reason }: CloseOnlineOrderDto,
  ): Promise<OnlineOrderDetailDto> {
    await this.asker.close(actor, projectId, orderId, reason);
    return this.queries.one(projectId, orderId);
  }
}
