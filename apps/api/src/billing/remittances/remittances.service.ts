import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CollectedItemDto, RecordRemittanceDto, ReverseRemittanceDto } from "@linli/contracts";
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
import { collectedItems } from "./collected-items.sql.js";
import { Remittance } from "./remittance.entity.js";

const notCollected = (name: string) =>
  new InvalidInput({ feeItemId: [`“${name}”不是代收代付项目，请选择代收代付的收费项目`] });
const exceedsCollected = (name: string, fen: number) =>
  new RuleViolation("REMITTANCE_EXCEEDS", `“${name}”已代收未解缴 ${formatFen(fen)} 元，解缴金额不能超过这个数`);
const overRemitted = (name: string, fen: number) =>
  new RuleViolation(
    "REMITTANCE_EXCEEDS",
    `“${name}”解缴以后又退还，已多解缴 ${formatFen(fen)} 元，要从以后代收的钱里补足，补足之前不能再解缴`,
  );

/** Money collected for others, handed over to them (代收代付解缴, BIL-07, LAW-09). */
@Injectable()
export class RemittancesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly periods: PostingPeriod,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes a remittance; the same id again writes none. Never more than was collected and not remitted, on its day and now.
   * @throws ID_REUSED, INVALID_INPUT, NOT_FOUND, REMITTANCE_EXCEEDS, PERIOD_CLOSED
   */
  record(actor: Actor, projectId: string, dto: RecordRemittanceDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const hash = requestHash(dto);
      if (await wasWritten(tx, Remittance, projectId, dto.id, hash)) return;
      const today = await projectToday(tx, this.clock, projectId);
      if (dto.bookedOn > today) throw entryInFuture("bookedOn", today);
      const period = await this.periods.lockForPosting(tx, projectId, dto.bookedOn);
      const item = await lockedItem(tx, projectId, dto.feeItemId);
      if (await wasWritten(tx, Remittance, projectId, dto.id, hash)) return;
      await refuseExcess(tx, projectId, item, dto);
      const { remark = null, ...entry } = dto;
      const by = { recordedBy: actor.userId, recordedByName: actor.name, createdAt: this.clock.now() };
      const { supplierName } = item;
      const row = { projectId, ...entry, remark, supplierName, period, reversalOf: null, requestHash: hash, ...by };
      await tx.insert(Remittance, row);
      const words = `登记解缴：${item.feeItemName}${supplierName === null ? "" : `（${supplierName}）`} ${formatFen(dto.amountFen)} 元，凭证 ${dto.slipNo}`;
      await this.note(tx, actor, projectId, { id: dto.id, verb: "record", words, after: entry });
    });
  }

  /** Takes a remittance back. @throws ID_REUSED, NOT_FOUND, ENTRY_IS_RED, ENTRY_REVERSED, PERIOD_CLOSED */
  reverse(actor: Actor, projectId: string, remittanceId: string, dto: ReverseRemittanceDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const hash = requestHash({ ...dto, remittanceId });
      if (await wasWritten(tx, Remittance, projectId, dto.id, hash)) return;
      const bookedOn = await projectToday(tx, this.clock, projectId);
      const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
      const original = await tx.findOneBy(Remittance, { projectId, id: remittanceId });
      if (!original) throw notFound("解缴登记");
      if (original.reversalOf) throw entryIsRed();
      const item = await lockedItem(tx, projectId, original.feeItemId);
      if (await wasWritten(tx, Remittance, projectId, dto.id, hash)) return;
      if (await tx.existsBy(Remittance, { projectId, reversalOf: remittanceId })) throw entryReversed();
      const { feeItemId, supplierName, method, slipNo, amountFen } = original;
      const by = { recordedBy: actor.userId, recordedByName: actor.name, createdAt: this.clock.now() };
      const red = {
        feeItemId,
        supplierName,
        method,
        slipNo,
        remark: dto.reason,
        amountFen: -amountFen,
        reversalOf: remittanceId,
      };
      await tx.insert(Remittance, { projectId, id: dto.id, ...red, bookedOn, period, requestHash: hash, ...by });
      const words = `红冲解缴登记：${item.feeItemName} ${formatFen(amountFen)} 元，原因：${dto.reason}`;
      await this.note(tx, actor, projectId, { id: remittanceId, verb: "reverse", words, after: { redId: dto.id } });
    });
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    { id, verb, words, after }: { id: string; verb: string; words: string; after: object },
  ): Promise<void> {
    const entry = { projectId, action: `remittance.${verb}`, entity: "remittance", entityId: id };
    return this.audit.record(tx, actor, { ...entry, summary: words, after });
  }
}

/** What is remitted was there on the day it is dated, and is there now. */
async function refuseExcess(
  tx: EntityManager,
  projectId: string,
  { feeItemId, feeItemName, toRemitFen }: CollectedItemDto,
  { amountFen, bookedOn }: RecordRemittanceDto,
): Promise<void> {
  const [then] = await collectedItems(tx, projectId, { feeItemId, asOf: bookedOn });
  const leastFen = Math.min(toRemitFen, then!.toRemitFen);
  if (leastFen < 0) throw overRemitted(feeItemName, -leastFen);
  if (amountFen > leastFen) throw exceedsCollected(feeItemName, leastFen);
}

/** The item under a lock, so that two remittances at once never exceed what was collected together. */
async function lockedItem(tx: EntityManager, projectId: string, feeItemId: string): Promise<CollectedItemDto> {
  const name = await lockFeeItem(tx, projectId, feeItemId);
  const [found] = await collectedItems(tx, projectId, { feeItemId });
  if (!found) throw notCollected(name);
  return found;
}
