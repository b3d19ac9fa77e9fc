import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { SaveRecipientDto, sensitiveData, personalDataLabels } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { audited } from "../../property/audited.js";
import { DataRecipient } from "./data-recipient.entity.js";

/** Keeps the register of those who get personal data (LAW-34). */
@Injectable()
export class RecipientsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws INVALID_INPUT (dates; sensitive data without an assessment before its start), DUPLICATE */
  create(actor: Actor, projectId: string, dto: SaveRecipientDto): Promise<string> {
    const columns = columnsOf(dto);
    return this.db.transaction(async (tx) => {
      const row = { ...columns, projectId, id: newId(), createdAt: this.clock.now() };
      await tx.insert(DataRecipient, row);
      await this.record(tx, actor, row, "create", `登记个人信息接收方 ${row.name}`, null, columns);
      return row.id;
    });
  }

  /** @throws as `create`, NOT_FOUND */
  update(actor: Actor, projectId: string, id: string, dto: SaveRecipientDto): Promise<void> {
    const columns = columnsOf(dto);
    return this.db.transaction(async (tx) => {
      const before = await tx.findOne(DataRecipient, {
        where: { projectId, id },
        lock: { mode: "pessimistic_write" },
      });
      if (!before) throw notFound("个人信息接收方");
      await tx.update(DataRecipient, { projectId, id }, columns);
      await this.record(tx, actor, before, "update", `修改个人信息接收方 ${columns.name}`, before, columns);
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id }: { projectId: string; id: string },
    verb: string,
    summary: string,
    before: object | null,
    after: object,
  ): Promise<void> {
    const states = { before: before && audited(SaveRecipientDto, before), after: audited(SaveRecipientDto, after) };
    const entry = { projectId, action: `recipient.${verb}`, entity: "recipient", entityId: id, summary };
    return this.audit.record(tx, actor, { ...entry, ...states });
  }
}

function columnsOf(dto: SaveRecipientDto) {
  const { name, kind, purpose, dataKinds, basis, startsOn } = dto;
  const { contractNo = null, contact = null, endsOn = null, assessedOn = null, remark = null } = dto;
  const sensitive = sensitiveData.filter((one) => dataKinds.includes(one)).map((one) => personalDataLabels[one]);
  if (endsOn !== null && endsOn < startsOn) throw new InvalidInput({ endsOn: ["结束日期不能早于开始日期"] });
  if (sensitive.length > 0 && assessedOn === null)
    throw new InvalidInput({ assessedOn: [`提供${sensitive.join("、")}之前必须先做个人信息保护影响评估`] });
  if (sensitive.length > 0 && assessedOn !== null && assessedOn > startsOn)
    throw new InvalidInput({ assessedOn: ["影响评估必须在开始处理之前完成"] });
  return { name, kind, purpose, dataKinds, basis, contractNo, contact, startsOn, endsOn, assessedOn, remark };
}
