import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type DunningKind,
  dunningKindLabels,
  type DunningLevelDto,
  dunningPlaceholdersOf,
  type SaveDunningLevelDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { newId } from "../../../common/ids.js";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";
import { unknownPlaceholders } from "../../placeholders.js";
import { DunningStep } from "../cases/dunning-step.entity.js";
import { levelKindFixed, levelsExist } from "../dunning.errors.js";
import { DEFAULT_LEVELS } from "./default-levels.js";
import { DunningLevel } from "./dunning-level.entity.js";

/** The ladder of demands of a project (催缴级别, BIL-113). */
@Injectable()
export class DunningLevelsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The mildest first. */
  list(projectId: string): Promise<DunningLevelDto[]> {
    return this.db.query<DunningLevelDto[]>(
      `SELECT l.id, l.level_order AS "levelOrder", l.name, l.kind, l.days_before AS "daysBefore", l.days_overdue AS "daysOverdue", l.min_amount_fen AS "minAmountFen",
              l.channel, l.text, l.days_to_next AS "daysToNext", l.active,
              (SELECT count(*)::int FROM dunning_step s WHERE s.project_id = l.project_id AND s.level_id = l.id) AS steps
         FROM dunning_level l WHERE l.project_id = $1 ORDER BY l.level_order`,
      [projectId],
    );
  }

  /** @throws InvalidInput for what its kind does not have; uq_dunning_level_order, uq_dunning_level_name */
  create(actor: Actor, projectId: string, dto: SaveDunningLevelDto): Promise<void> {
    refuseMisfits(dto);
    return this.db.transaction((tx) => this.insert(tx, actor, projectId, [dto]));
  }

  /** The suggested ladder, for a project that has none. @throws DUNNING_LEVELS_EXIST */
  createDefaults(actor: Actor, projectId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
      if (await tx.existsBy(DunningLevel, { projectId })) throw levelsExist();
      await this.insert(tx, actor, projectId, DEFAULT_LEVELS);
    });
  }

  /** What was issued with it stays as it was. @throws NOT_FOUND, DUNNING_LEVEL_USED, InvalidInput */
  update(actor: Actor, projectId: string, id: string, dto: SaveDunningLevelDto): Promise<void> {
    refuseMisfits(dto);
    const after = termsOf(dto);
    return this.db.transaction(async (tx) => {
      const lock = { mode: "pessimistic_write" } as const;
      const before = await tx.findOne(DunningLevel, { where: { projectId, id }, lock });
      if (!before) throw notFound("催缴级别");
      if (before.kind !== after.kind && (await tx.existsBy(DunningStep, { projectId, levelId: id })))
        throw levelKindFixed(before.name);
      await tx.update(DunningLevel, { projectId, id }, after);
      await this.record(tx, actor, { projectId, id, verb: "update", before: termsOf(before), after });
    });
  }

  private async insert(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    levels: readonly SaveDunningLevelDto[],
  ): Promise<void> {
    const createdAt = this.clock.now();
    const rows = levels.map((level) => ({ projectId, id: newId(), createdAt, ...termsOf(level) }));
    await tx.insert(DunningLevel, rows);
    for (const { id, ...row } of rows)
      await this.record(tx, actor, { projectId, id, verb: "create", after: termsOf(row) });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    change: { projectId: string; id: string; verb: string; before?: Terms; after: Terms },
  ): Promise<void> {
    const { projectId, id, verb, before, after } = change;
    return this.audit.record(tx, actor, {
      projectId,
      action: `dunning-level.${verb}`,
      entity: "dunning-level",
      entityId: id,
      summary: `${verb === "create" ? "新建" : "修改"}催缴级别 ${after.levelOrder} ${after.name}`,
      ...(before && { before: { ...before } }),
      after: { ...after },
    });
  }
}

/** What a level of this kind cannot have. @throws InvalidInput */
function refuseMisfits(dto: SaveDunningLevelDto): void {
  const kind = dto.kind ?? "DEMAND";
  const misfits = MISFITS[kind].filter((field) => (dto[field] ?? null) !== null);
  if (misfits.length > 0)
    throw new InvalidInput(
      Object.fromEntries(misfits.map((field) => [field, [`${dunningKindLabels[kind]}不填这一项`]])),
    );
  if (kind === "BILL" && dto.channel === "LAWYER") throw new InvalidInput({ channel: ["到期前送达账单不用律师函"] });
  const unknown = unknownPlaceholders(dto.text, dunningPlaceholdersOf[kind]);
  if (unknown.length > 0) throw new InvalidInput({ text: [`通知内容里没有 {${unknown.join("}、{")}} 这样的内容`] });
}

const MISFITS = { BILL: ["daysOverdue", "daysToNext"], DEMAND: ["daysBefore"] } as const satisfies Record<
  DunningKind,
  readonly (keyof SaveDunningLevelDto)[]
>;

type Terms = Omit<DunningLevel, "project" | "projectId" | "id" | "createdAt">;

/** A level without what the database adds. */
function termsOf(level: SaveDunningLevelDto | Terms): Terms {
  const { levelOrder, name, minAmountFen, channel, text, active } = level;
  const { kind, daysBefore = null, daysOverdue = null, daysToNext = null } = level;
  const days = { daysBefore, daysOverdue, daysToNext };
  return { kind: kind ?? "DEMAND", levelOrder, name, ...days, minAmountFen, channel, text, active };
}
