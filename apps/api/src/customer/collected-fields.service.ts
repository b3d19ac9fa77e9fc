import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type NotCollected, type NotCollectedDto, notCollectedLabels } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { projectToday } from "../property/project-today.js";
import { ProjectCollection } from "../property/projects/project-collection.service.js";
import { refreshIncomplete } from "./incomplete.js";
import { notCollectedBy } from "./not-collected.js";

/** Which mandatory customer fields a project does not collect (GAP-16); marked with a reason, seen in the audit log. */
@Injectable()
export class CollectedFieldsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly projects: ProjectCollection,
    private readonly clock: Clock,
  ) {}

  /** Marks the fields; every customer's completeness follows in the same transaction. */
  mark(actor: Actor, projectId: string, { fields, reason }: NotCollectedDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const before = await this.projects.mark(tx, projectId, fields);
      await refreshIncomplete(tx, projectId, "all", await projectToday(tx, this.clock, projectId));
      await this.audit.record(tx, actor, {
        projectId,
        action: "project.not-collected",
        entity: "project",
        entityId: projectId,
        summary: `不收集的客户资料改为：${named(fields)}，原因：${reason}`,
        before: { notCollected: before },
        after: { notCollected: fields },
      });
    });
  }

  read(projectId: string): Promise<NotCollected[]> {
    return notCollectedBy(this.db, projectId);
  }
}

const named = (fields: NotCollected[]) => fields.map((field) => notCollectedLabels[field]).join("、") || "无";
