import { Controller, HttpCode, Param, Post, type RawBodyRequest, Req, Res } from "@nestjs/common";
import { RouteConfig } from "@nestjs/platform-fastify";
import { OnlineChannelPath, OnlineNotifyAnswerDto } from "@linli/contracts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Open } from "../../common/requires.js";
import { ReceiveNoticeService } from "./receive-notice.service.js";

/** A channel repeats what is not answered and sends many payments at once; who floods gains nothing. */
const NOTIFY_LIMIT = { rateLimit: { max: 600, timeWindow: "1 minute" } };

/** Where channels report payments and refunds. Nobody signs in here: the signature over the raw body says who speaks. */
@Controller("projects/:projectId/online-channels/:channelId/notify")
export class OnlineNotifyController {
  constructor(private readonly receiver: ReceiveNoticeService) {}

  /** 支付渠道的通知：按签名核对后入账，应答渠道协议规定的内容 */
  @Post()
  @HttpCode(200)
  @Open(true)
  @RouteConfig(NOTIFY_LIMIT)
  async receive(
    @Param() { projectId, channelId }: OnlineChannelPath,
    @Req() { headers, rawBody }: RawBodyRequest<FastifyRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OnlineNotifyAnswerDto> {
    const message = { headers, body: rawBody ?? Buffer.alloc(0) };
    const { status, ...answer } = await this.receiver.receive(projectId, channelId, message);
    reply.status(status);
    return answer;
  }
}
