import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type OnlineChannelCheckDto,
  type OnlineChannelDto,
  type OnlineMethod,
  SaveOnlineChannelDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { PersonalData } from "../../common/crypto.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { audited } from "../../property/audited.js";
import { OnlineChannel } from "./online-channel.entity.js";
import { channelOfMerchant, channelTaken, channelWaiting } from "./online.errors.js";
import { ChannelRefusal, ChannelUnavailable } from "./port/payment-channel.js";
import { PaymentChannels } from "./port/payment-channels.js";
import { tradeNoOf } from "./trade-no.js";

/** Sets up a project's accounts with payment channels (线上支付渠道). Keys are encrypted and never shown again. */
@Injectable()
export class OnlineChannelsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly personal: PersonalData,
    private readonly channels: PaymentChannels,
  ) {}

  async list(projectId: string): Promise<OnlineChannelDto[]> {
    const rows = await this.db.manager.find(OnlineChannel, { where: { projectId }, order: { name: "ASC" } });
    return rows.map(toChannelDto);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<OnlineChannelDto> {
    return toChannelDto(await this.row(projectId, id));
  }

  /** @throws INVALID_INPUT without a key, DUPLICATE */
  create(actor: Actor, projectId: string, { key, ...dto }: SaveOnlineChannelDto): Promise<string> {
    if (!key) throw new InvalidInput({ key: ["请填写签名密钥"] });
    return this.db.transaction(async (tx) => {
      const id = newId();
      const keyCipher = this.personal.encrypt(key);
      const row = { ...withoutSlashes(dto), projectId, id, keyCipher, createdAt: this.clock.now() };
      await tx.insert(OnlineChannel, row);
      await this.audit.record(tx, actor, {
        projectId,
        action: "online-channel.create",
        entity: "online-channel",
        entityId: id,
        summary: `新建支付渠道 ${dto.name}`,
        after: auditedChannel(row),
      });
      return id;
    });
  }

  /** @throws ONLINE_CHANNEL_IN_USE, NOT_FOUND, DUPLICATE */
  update(actor: Actor, projectId: string, id: string, { key, ...dto }: SaveOnlineChannelDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const lock = { mode: "pessimistic_write" } as const;
      const before = await tx.findOne(OnlineChannel, { where: { projectId, id }, lock });
      if (!before) throw notFound("支付渠道");
      const values = withoutSlashes(dto);
      await refuseInUse(tx, before, values);
      const keyCipher = key ? this.personal.encrypt(key) : before.keyCipher;
      await tx.update(OnlineChannel, { projectId, id }, { ...values, keyCipher });
      await this.audit.record(tx, actor, {
        projectId,
        action: "online-channel.update",
        entity: "online-channel",
        entityId: id,
        summary: `修改支付渠道 ${dto.name}${key ? "，更换签名密钥" : ""}`,
        before: auditedChannel(before),
        after: auditedChannel(values),
      });
    });
  }

  /** Asks the channel for an order that does not exist: only who holds the key can say so. @throws NOT_FOUND */
  async check(projectId: string, id: string): Promise<OnlineChannelCheckDto> {
    const channel = this.channels.of(await this.row(projectId, id));
    try {
      await channel.query(tradeNoOf(newId()));
      return { ok: true, message: "渠道应答正常，商户号和签名密钥正确" };
    } catch (error) {
      if (error instanceof ChannelRefusal) return { ok: false, message: `渠道没有受理：${error.message}` };
      if (error instanceof ChannelUnavailable) return { ok: false, message: error.message };
      throw error;
    }
  }

  private async row(projectId: string, id: string): Promise<OnlineChannel> {
    const row = await this.db.manager.findOneBy(OnlineChannel, { projectId, id });
    if (!row) throw notFound("支付渠道");
    return row;
  }
}

/** Where a channel sends what it has to say. */
export const notifyUrlOf = ({ notifyBaseUrl, projectId, id }: OnlineChannel): string =>
  `${notifyBaseUrl}/api/projects/${projectId}/online-channels/${id}/notify`;

function toChannelDto(row: OnlineChannel): OnlineChannelDto {
  const { id, name, method, merchantId, baseUrl, notifyBaseUrl, validMinutes, active } = row;
  const notifyUrl = notifyUrlOf(row);
  return {
    id,
    name,
    method: method as OnlineMethod,
    merchantId,
    baseUrl,
    notifyBaseUrl,
    notifyUrl,
    validMinutes,
    active,
  };
}

const withoutSlashes = (dto: Omit<SaveOnlineChannelDto, "key">) => ({
  ...dto,
  baseUrl: dto.baseUrl.replace(/\/+$/, ""),
  notifyBaseUrl: dto.notifyBaseUrl.replace(/\/+$/, ""),
});

/** What stands in the log: everything but the key. */
function auditedChannel(row: object): Record<string, unknown> {
  const { key: _key, ...rest } = audited(SaveOnlineChannelDto, row);
  return rest;
}

/**
 * Orders with a link that wait and refunds on their way are known to the channel by the merchant and the address; one
 * without a link cannot be paid, so that a wrong address can be put right. Orders that had a link keep their merchant, for
 * refunds go to him, and their method, which stands on receipts. A new key of the same merchant is never in the way.
 */
async function refuseInUse(
  tx: EntityManager,
  { projectId, id, name, ...before }: OnlineChannel,
  wanted: Pick<OnlineChannel, "merchantId" | "baseUrl" | "method">,
): Promise<void> {
  const [use] = await tx.query<{ orders: number; linked: number; waiting: number; refunds: number }[]>(
    `SELECT count(*)::int AS orders, count(*) FILTER (WHERE pay_url IS NOT NULL OR transaction_no IS NOT NULL)::int AS linked,
            count(*) FILTER (WHERE status = 'CREATED' AND pay_url IS NOT NULL)::int AS waiting,
            (SELECT count(*)::int FROM online_refund f JOIN online_order x ON x.project_id = f.project_id AND x.id = f.order_id
              WHERE f.project_id = $1 AND x.channel_id = $2 AND f.status = 'PROCESSING') AS refunds
       FROM online_order WHERE project_id = $1 AND channel_id = $2`,
    [projectId, id],
  );
  const { orders, linked, waiting, refunds } = use!;
  const otherMerchant = wanted.merchantId !== before.merchantId;
  if ((otherMerchant || wanted.baseUrl !== before.baseUrl) && waiting + refunds > 0)
    throw channelWaiting(waiting, refunds);
  if (otherMerchant && linked > 0) throw channelOfMerchant(name);
  if (wanted.method !== before.method && orders > 0) throw channelTaken(name);
}
