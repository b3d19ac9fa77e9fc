import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CreateSheetDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { firstDay } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { Building } from "../../property/building.entity.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { MeterSheet } from "./meter-sheet.entity.js";

/** Sheets to read meters by (抄表单). They hold no readings: taking one away leaves what was read. */
@Injectable()
export class SheetsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
  ) {}

  /** @throws PERIOD_CLOSED, PERIOD_NOT_DUE, NOT_FOUND */
  create(actor: Actor, projectId: string, dto: CreateSheetDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { period, name, kind = null, place = null, buildingId = null, route = null, reader = null } = dto;
      await this.periods.lockForPosting(tx, projectId, firstDay(period), 1);
      if (buildingId && !(await tx.existsBy(Building, { projectId, id: buildingId }))) throw notFound("楼栋");
      const id = newId();
      const row = { period, name, kind, place, buildingId, route, reader };
      const by = { createdBy: actor.userId, createdByName: actor.name, createdAt: this.clock.now() };
      await tx.insert(MeterSheet, { ...row, ...by, projectId, id });
      const summary = `新建抄表单 ${period} ${name}`;
      const entry = {
        projectId,
        action: "meter-sheet.create",
        entity: "meter-sheet",
        entityId: id,
        summary,
        after: row,
      };
      await this.audit.record(tx, actor, entry);
      return id;
    });
  }

  remove(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const sheet = await tx.findOne(MeterSheet, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
      if (!sheet) throw notFound("抄表单");
      await tx.delete(MeterSheet, { projectId, id });
      const summary = `删除抄表单 ${sheet.period} ${sheet.name}（读数保留）`;
      await this.audit.record(tx, actor, {
        projectId,
        action: "meter-sheet.delete",
        entity: "meter-sheet",
        entityId: id,
        summary,
      });
    });
  }
}
