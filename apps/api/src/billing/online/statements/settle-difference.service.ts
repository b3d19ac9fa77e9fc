import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { notFound } from "../../../common/rule-violation.js";
import { AskChannelService } from "../ask-channel.service.js";
import { differenceSettled, differenceWithoutOrder } from "../online.errors.js";
import { FetchStatementService } from "./fetch-statement.service.js";
import { OnlineDifference } from "./online-difference.entity.js";
import { OnlineStatement } from "./online-statement.entity.js";

/** Settles differences: by asking the channel once more, or with a note of what they are about. */
@Injectable()
export class SettleDifferenceService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly asker: AskChannelService,
    private readonly fetcher: FetchStatementService,
  ) {}

  /**
   * Asks the channel about the order, which books what was paid, and compares the day anew.
   * @throws ONLINE_DIFFERENCE_NO_ORDER, ONLINE_CHANNEL_UNAVAILABLE, ONLINE_CHANNEL_REFUSED, NOT_FOUND
   */
  async ask(actor: Actor, projectId: string, statementId: string, id: string): Promise<void> {
    const difference = await this.db.manager.findOneBy(OnlineDifference, { projectId, statementId, id });
    if (!difference) throw notFound("对账差异");
    if (difference.orderId === null) throw differenceWithoutOrder();
    await this.asker.ask(projectId, difference.orderId);
    const { channelId, day } = await this.db.manager.findOneByOrFail(OnlineStatement, { projectId, id: statementId });
    await this.fetcher.fetch(actor, projectId, { channelId, day });
  }

  /** @throws ONLINE_DIFFERENCE_SETTLED, NOT_FOUND */
  note(actor: Actor, projectId: string, statementId: string, id: string, note: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const lock = { mode: "pessimistic_write" } as const;
      const difference = await tx.findOne(OnlineDifference, { where: { projectId, statementId, id }, lock });
      if (!difference) throw notFound("对账差异");
      if (difference.settledAt !== null) throw differenceSettled();
      const settled = { note, settledByName: actor.name, settledAt: this.clock.now() };
      await tx.update(OnlineDifference, { projectId, id }, settled);
      await this.audit.record(tx, actor, {
        projectId,
        action: "online-statement.settle",
        entity: "online-statement",
        entityId: statementId,
        summary: `说明对账差异 ${difference.reference}：${note}`,
      });
    });
  }
}
