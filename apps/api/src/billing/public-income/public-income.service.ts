import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  publicEntryKindLabels,
  type PublicSourceDto,
  type RecordPublicEntryDto,
  type ReversePublicEntryDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { InvalidInput, notFound, RuleViolation } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { lockFeeItem, wasWritten } from "../entries.js";
import { entryInFuture, entryIsRed, entryReversed } from "../entries.errors.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { requestHash } from "../receipts/request-hash.js";
import { PublicIncomeEntry } from "./public-income-entry.entity.js";
import { publicSources } from "./public-sources.sql.js";

const notPublic = (name: string) =>
  new InvalidInput({ feeItemId: [`“${name}”的收入类别不是公共收益，请选择公共收益的收费项目`] });
const exceedsBalance = (name: string, balanceFen: number) =>
  new RuleViolation("PUBLIC_INCOME_SHORT", `“${name}”的公共收益结余 ${formatFen(balanceFen)} 元，不够这次使用`);
const reversalExceeds = (name: string, balanceFen: number) =>
  new RuleViolation(
    "PUBLIC_INCOME_SHORT",
    `“${name}”的结余只有 ${formatFen(balanceFen)} 元，期初结余已经用掉，不能红冲`,
  );

/** Costs and uses of the owners' income from common parts (公共收益), kept apart from everything else (LAW-21). */
@Injectable()
export class PublicIncomeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly periods: PostingPeriod,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes an entry; the same id again writes none. What is used may not be more than the source holds.
   * @throws ID_REUSED, INVALID_INPUT, NOT_FOUND, PUBLIC_INCOME_SHORT, PERIOD_CLOSED
   */
  record(actor: Actor, projectId: string, dto: RecordPublicEntryDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const hash = requestHash(dto);
      if (await wasWritten(tx, PublicIncomeEntry, projectId, dto.id, hash)) return;
      const today = await projectToday(tx, this.clock, projectId);
      if (dto.bookedOn > today) throw entryInFuture("bookedOn", today);
      const period = await this.periods.lockForPosting(tx, projectId, dto.bookedOn);
      const source = await lockedSource(tx, projectId, dto.feeItemId);
      if (await wasWritten(tx, PublicIncomeEntry, projectId, dto.id, hash)) return;
      if (dto.kind === "USE") await refuseShort(tx, projectId, source, dto);
      const { referenceNo = null, ...entry } = dto;
      const by = { recordedBy: actor.userId, recordedByName: actor.name, createdAt: this.clock.now() };
      const row = { projectId, ...entry, referenceNo, period, reversalOf: null, requestHash: hash, ...by };
      await tx.insert(PublicIncomeEntry, row);
      const words = `登记公共收益${publicEntryKindLabels[dto.kind]}：${source.feeItemName} ${formatFen(dto.amountFen)} 元，${dto.purpose}`;
      await this.note(tx, actor, projectId, { id: dto.id, verb: "record", words, after: entry });
    });
  }

  /** Takes an entry back. @throws ID_REUSED, NOT_FOUND, ENTRY_IS_RED, ENTRY_REVERSED, PUBLIC_INCOME_SHORT, PERIOD_CLOSED */
  reverse(actor: Actor, projectId: string, entryId: string, dto: ReversePublicEntryDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const hash = requestHash({ ...dto, entryId });
      if (await wasWritten(tx, PublicIncomeEntry, projectId, dto.id, hash)) return;
      const bookedOn = await projectToday(tx, this.clock, projectId);
      const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
      const original = await tx.findOneBy(PublicIncomeEntry, { projectId, id: entryId });
      if (!original) throw notFound("公共收益登记");
      if (original.reversalOf) throw entryIsRed();
      const source = await lockedSource(tx, projectId, original.feeItemId);
      if (await wasWritten(tx, PublicIncomeEntry, projectId, dto.id, hash)) return;
      if (await tx.existsBy(PublicIncomeEntry, { projectId, reversalOf: entryId })) throw entryReversed();
      if (original.kind === "OPENING" && original.amountFen > source.balanceFen)
        throw reversalExceeds(source.feeItemName, source.balanceFen);
      const { kind, feeItemId, party, referenceNo, amountFen } = original;
      const by = { recordedBy: actor.userId, recordedByName: actor.name, createdAt: this.clock.now() };
      const red = {
        kind,
        feeItemId,
        party,
        referenceNo,
        purpose: dto.reason,
        amountFen: -amountFen,
        reversalOf: entryId,
      };
      await tx.insert(PublicIncomeEntry, { projectId, id: dto.id, ...red, bookedOn, period, requestHash: hash, ...by });
      const words = `红冲公共收益登记：${source.feeItemName} ${formatFen(amountFen)} 元，原因：${dto.reason}`;
      await this.note(tx, actor, projectId, { id: entryId, verb: "reverse", words, after: { redId: dto.id } });
    });
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    { id, verb, words, after }: { id: string; verb: string; words: string; after: object },
  ): Promise<void> {
    const entry = { projectId, action: `public-income.${verb}`, entity: "public-income", entityId: id };
    return this.audit.record(tx, actor, { ...entry, summary: words, after });
  }
}

/** What is used was there on the day it is dated, and is there now. */
async function refuseShort(
  tx: EntityManager,
  projectId: string,
  { feeItemId, feeItemName, balanceFen }: PublicSourceDto,
  { amountFen, bookedOn }: RecordPublicEntryDto,
): Promise<void> {
  const [then] = await publicSources(tx, projectId, { feeItemId, asOf: bookedOn });
  const leastFen = Math.min(balanceFen, then!.balanceFen);
  if (amountFen > leastFen) throw exceedsBalance(feeItemName, leastFen);
}

/** The source under a lock, so that two uses at once never exceed what it holds together. */
async function lockedSource(tx: EntityManager, projectId: string, feeItemId: string) {
  const name = await lockFeeItem(tx, projectId, feeItemId);
  const [source] = await publicSources(tx, projectId, { feeItemId });
  if (!source) throw notPublic(name);
  return source;
}
