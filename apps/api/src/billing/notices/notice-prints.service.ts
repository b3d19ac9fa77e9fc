import { HttpStatus, Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { NoticeScopeDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { RuleViolation } from "../../common/rule-violation.js";
import { nameBasedId } from "../../database/name-based-id.js";
import { headsOf } from "./notices.queries.js";

const AGAIN = `DO UPDATE
           SET prints = notice_print.prints + 1, last_printed_at = excluded.last_printed_at,
               printed_by = excluded.printed_by, printed_by_name = excluded.printed_by_name`;

export const nothingToPrint = () =>
  new RuleViolation("NOTHING_TO_PRINT", "这个范围没有要打印的收费通知单", HttpStatus.NOT_FOUND);

/** Keeps which notices were printed, so that the month shows whose is missing (BIL-114). */
@Injectable()
export class NoticePrints {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes that the notices of a scope are printed now. Returns when: those first printed since are still in the scope.
   * @throws NOTHING_TO_PRINT also when another has just printed those that were missing
   */
  async record(actor: Actor, projectId: string, scope: NoticeScopeDto, notices: number): Promise<Date> {
    const now = this.clock.now();
    const { sql, where } = headsOf(projectId, scope);
    const [project, at] = [`${where.param(projectId)}::uuid`, `${where.param(now)}::timestamptz`];
    const [by, name] = [`${where.param(actor.userId)}::uuid`, where.param(actor.name)];
    await this.db.transaction(async (tx) => {
      const written = await tx.query<object[]>(
        `INSERT INTO notice_print (project_id, id, created_at, period, room_id, payer_id, prints, last_printed_at, printed_by, printed_by_name)
         SELECT ${project}, ${nameBasedId(`concat_ws(' ', 'notice', ${project}, $1::text, x.room_id, x.payer_id)`)}, ${at}, $1, x.room_id, x.payer_id, 1, ${at}, ${by}, ${name}
           FROM (SELECT DISTINCT unnest(h."roomIds") AS room_id, h."payerId" AS payer_id FROM (${sql}) h ORDER BY 1, 2) x
         ON CONFLICT (project_id, period, room_id, payer_id) ${scope.unprinted ? "DO NOTHING" : AGAIN} RETURNING 1 AS one`,
        where.params,
      );
      if (written.length === 0) throw nothingToPrint();
      await this.audit.record(tx, actor, {
        projectId,
        action: "notices.print",
        entity: "project",
        entityId: projectId,
        summary: `打印收费通知单 ${scope.period}，${notices} 张`,
      });
    });
    return now;
  }
}
