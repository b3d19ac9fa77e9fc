import { Body, Controller, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import {
  OnlineChannelCheckDto,
  OnlineChannelDto,
  OnlineChannelPath,
  OnlineChannelsDto,
  ProjectPath,
  SaveOnlineChannelDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { OnlineChannelsService } from "./online-channels.service.js";

/** 线上支付渠道：商户号、地址与签名密钥 */
@Controller("projects/:projectId/online-channels")
export class OnlineChannelsController {
  constructor(private readonly channels: OnlineChannelsService) {}

  /** 支付渠道 */
  @Get()
  @Requires("billing:read")
  async list(@Param() { projectId }: ProjectPath): Promise<OnlineChannelsDto> {
    return { items: await this.channels.list(projectId) };
  }

  /** 新建支付渠道 */
  @Post()
  @Requires("billing:online-channel")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveOnlineChannelDto,
  ): Promise<OnlineChannelDto> {
    return this.channels.one(projectId, await this.channels.create(actor, projectId, dto));
  }

  /** 修改支付渠道；不填密钥则不变 */
  @Put(":channelId")
  @Requires("billing:online-channel")
  async update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, channelId }: OnlineChannelPath,
    @Body() dto: SaveOnlineChannelDto,
  ): Promise<OnlineChannelDto> {
    await this.channels.update(actor, projectId, channelId, dto);
    return this.channels.one(projectId, channelId);
  }

  /** 检查渠道是否应答、密钥是否正确 */
  @Post(":channelId/check")
  @HttpCode(200)
  @Requires("billing:online-channel")
  check(@Param() { projectId, channelId }: OnlineChannelPath): Promise<OnlineChannelCheckDto> {
    return this.channels.check(projectId, channelId);
  }
}
