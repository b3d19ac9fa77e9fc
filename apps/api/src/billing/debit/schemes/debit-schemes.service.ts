import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type DebitSchemeDto, SaveDebitSchemeDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { newId } from "../../../common/ids.js";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";
import { audited } from "../../../property/audited.js";
import { schemeInUse } from "../debit.errors.js";
import { layoutFaults } from "../files/layout-faults.js";
import { DebitScheme } from "./debit-scheme.entity.js";

/** Bank debit schemes (银行划款方案, MIN-06). A batch that was exported is read with the scheme as it is then. */
@Injectable()
export class DebitSchemesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(projectId: string): Promise<DebitSchemeDto[]> {
    const rows = await this.db.manager.find(DebitScheme, { where: { projectId }, order: { name: "ASC" } });
    const counts = await this.db.query<{ id: string; count: number }[]>(
      `SELECT scheme_id AS id, count(*)::int AS count FROM debit_agreement
        WHERE project_id = $1 AND status <> 'ENDED' GROUP BY scheme_id`,
      [projectId],
    );
    const byId = new Map(counts.map(({ id, count }) => [id, count]));
    return rows.map(({ projectId: _p, createdAt: _c, ...row }) => ({
      ...(row as SaveDebitSchemeDto & { id: string }),
      agreements: byId.get(row.id) ?? 0,
    }));
  }

  /** @throws INVALID_INPUT (layout), DUPLICATE */
  create(actor: Actor, projectId: string, dto: SaveDebitSchemeDto): Promise<string> {
    refuseFaults(dto);
    return this.db.transaction(async (tx) => {
      const id = newId();
      await tx.insert(DebitScheme, {
        ...dto,
        debitDays: dto.debitDays ?? [],
        projectId,
        id,
        createdAt: this.clock.now(),
      });
      const entry = { projectId, action: "debit-scheme.create", entity: "debit-scheme", entityId: id };
      await this.audit.record(tx, actor, {
        ...entry,
        summary: `新建托收方案 ${dto.name}`,
        after: audited(SaveDebitSchemeDto, dto),
      });
      return id;
    });
  }

  /** @throws as `create`, DEBIT_SCHEME_IN_USE, NOT_FOUND */
  update(actor: Actor, projectId: string, id: string, dto: SaveDebitSchemeDto): Promise<void> {
    refuseFaults(dto);
    return this.db.transaction(async (tx) => {
      const before = await tx.findOne(DebitScheme, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
      if (!before) throw notFound("托收方案");
      if (!dto.active) {
        const [used] = await tx.query<{ count: number }[]>(
          "SELECT count(*)::int AS count FROM debit_agreement WHERE project_id = $1 AND scheme_id = $2 AND status <> 'ENDED'",
          [projectId, id],
        );
        if (used!.count > 0) throw schemeInUse(used!.count);
      }
      await tx.update(
        DebitScheme,
        { projectId, id },
        { ...dto, maximumFen: dto.maximumFen ?? null, debitDays: dto.debitDays ?? [] },
      );
      const entry = { projectId, action: "debit-scheme.update", entity: "debit-scheme", entityId: id };
      await this.audit.record(tx, actor, {
        ...entry,
        summary: `修改托收方案 ${dto.name}`,
        before: audited(SaveDebitSchemeDto, before),
        after: audited(SaveDebitSchemeDto, dto),
      });
    });
  }
}

function refuseFaults(dto: SaveDebitSchemeDto): void {
  const faults = layoutFaults(dto);
  if (dto.maximumFen && dto.maximumFen < dto.minimumFen) faults.push("单笔限额不能低于起扣金额");
  if (faults.length > 0) throw new InvalidInput({ request: faults });
}
