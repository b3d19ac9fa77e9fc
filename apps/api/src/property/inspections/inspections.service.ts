import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CreateInspectionDto, SaveInspectionDto, VoidInspectionDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { Room } from "../room.entity.js";
import { begun, correctionOf } from "./inspection-beginning.js";
import { headOf, type InspectionDraft, recorded } from "./inspection-draft.js";
import { type LockedInspection, lockInspection, requireDraft, requireStep, requireVersion } from "./inspection-lock.js";
import { Inspection } from "./inspection.entity.js";
import { correctionNeedsReason, roomEnded, unknownDefects, wrongInspectionState } from "./inspections.errors.js";

/** Inspections until they are completed: planned, begun, recorded, given up (PRP-09). */
@Injectable()
export class InspectionsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly numbers: NumberSeriesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Plans an inspection of a room, or begins it at once; returns its id. A correction starts with what the earlier one
   * found. @throws NOT_FOUND, ROOM_ENDED, NO_TEMPLATE, NOT_CORRECTABLE, DUPLICATE when one is under way
   */
  create(actor: Actor, projectId: string, dto: CreateInspectionDto): Promise<string> {
    if (dto.correctsId && !dto.correctionReason) throw correctionNeedsReason();
    return this.db.transaction(async (tx) => {
      const room = await tx.findOne(Room, {
        where: { projectId, id: dto.roomId },
        lock: { mode: "for_no_key_update" },
      });
      if (!room) throw notFound("房间");
      if (room.endedOn) throw roomEnded(room.code);
      const empty: InspectionDraft = {
        head: headOf(dto),
        templateName: null,
        layout: room.layout,
        items: [],
        readings: [],
        defects: [],
      };
      const draft = dto.correctsId
        ? await correctionOf(tx, room, dto.correctsId, empty)
        : dto.begin
          ? await begun(tx, projectId, empty)
          : empty;
      const now = this.clock.now();
      const row = {
        projectId,
        id: newId(),
        createdAt: now,
        number: await this.numbers.draw(tx, projectId, "inspection"),
        roomId: room.id,
        state: draft === empty ? "DRAFT" : "IN_PROGRESS",
        version: 1,
        draft,
        correctsId: dto.correctsId ?? null,
        correctionReason: dto.correctsId ? (dto.correctionReason ?? null) : null,
        voidReason: null,
        createdBy: actor.userId,
        updatedByName: actor.name,
        updatedAt: now,
      };
      await tx.insert(Inspection, row);
      const verb = row.correctsId
        ? `更正验收（${row.correctionReason}）`
        : row.state === "DRAFT"
          ? "计划验收"
          : "开始验收";
      await this.record(tx, actor, row, "create", `${verb}房间 ${room.code}，验收单 ${row.number}`);
      return row.id;
    });
  }

  /** Copies the template of the room's layout; from here on it is recorded. @throws NO_TEMPLATE, INSPECTION_STATE */
  begin(actor: Actor, projectId: string, id: string, version: number): Promise<void> {
    return this.change(actor, projectId, id, version, "begin", async (tx, inspection) => {
      requireStep(inspection, "IN_PROGRESS", "开始验收");
      if (!inspection.draft) throw wrongInspectionState(inspection.number, inspection.state, "开始验收");
      const draft = await begun(tx, projectId, inspection.draft);
      await this.write(tx, actor, inspection, { draft, state: "IN_PROGRESS" });
      return `开始验收，验收单 ${inspection.number}`;
    });
  }

  /**
   * Saves what has been found so far.
   * @throws VERSION_CHANGED, INSPECTION_STATE, INVALID_INPUT (unknown item, meter or defect twice)
   */
  save(actor: Actor, projectId: string, id: string, dto: SaveInspectionDto): Promise<void> {
    return this.change(actor, projectId, id, dto.version, "record", async (tx, inspection) => {
      const draft = recorded(requireDraft(inspection, "再修改"), dto);
      await refuseForeignDefects(tx, projectId, id, draft);
      await this.write(tx, actor, inspection, { draft });
      return `记录验收单 ${inspection.number}：${draft.items.filter(({ result }) => result).length}/${draft.items.length} 项，${draft.defects.length} 处缺陷`;
    });
  }

  /** Gives up an inspection that is not completed; what was found stays to be read. @throws INSPECTION_STATE */
  discard(actor: Actor, projectId: string, id: string, { version, reason }: VoidInspectionDto): Promise<void> {
    return this.change(actor, projectId, id, version, "discard", async (tx, inspection) => {
      const { number, state } = inspection;
      if (state !== "DRAFT" && state !== "IN_PROGRESS") throw wrongInspectionState(number, state, "作废，请用“更正”");
      await this.write(tx, actor, inspection, { state: "VOID", voidReason: reason });
      return `作废验收单 ${number}：${reason}`;
    });
  }

  private change(
    actor: Actor,
    projectId: string,
    id: string,
    version: number,
    verb: string,
    work: (tx: EntityManager, inspection: LockedInspection) => Promise<string>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const inspection = await lockInspection(tx, projectId, id);
      requireVersion(inspection, version);
      const summary = await work(tx, inspection);
      await this.record(tx, actor, inspection, verb, summary);
    });
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    { projectId, id, version }: LockedInspection,
    changes: { state?: string; draft?: InspectionDraft; voidReason?: string },
  ): Promise<void> {
    const stamp = { version: version + 1, updatedByName: actor.name, updatedAt: this.clock.now() };
    await tx.update(Inspection, { projectId, id }, { ...changes, ...stamp } as never);
  }

  /** Stands in the history of the inspection; what the room should remember, also in that of the room. */
  private async record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id, roomId }: Pick<Inspection, "projectId" | "id" | "roomId">,
    verb: string,
    summary: string,
  ): Promise<void> {
    const entry = { projectId, action: `inspection.${verb}`, summary };
    await this.audit.record(tx, actor, { ...entry, entity: "inspection", entityId: id });
    if (verb !== "record") await this.audit.record(tx, actor, { ...entry, entity: "room", entityId: roomId });
  }
}

/** The ids of defects are chosen by the client: none may be that of another inspection. @throws INVALID_INPUT */
async function refuseForeignDefects(
  tx: EntityManager,
  projectId: string,
  inspectionId: string,
  { defects }: InspectionDraft,
): Promise<void> {
  const ids = defects.map(({ id }) => id);
  if (ids.length === 0) return;
  const taken = await tx.query<object[]>(
    `SELECT 1 FROM inspection_defect WHERE project_id = $1 AND id = ANY ($3) AND inspection_id <> $2
     UNION ALL
     SELECT 1 FROM inspection i, jsonb_array_elements(i.draft->'defects') d
      WHERE i.project_id = $1 AND i.id <> $2 AND i.state IN ('DRAFT', 'IN_PROGRESS') AND d->>'id' = ANY ($3::text[])
     LIMIT 1`,
    [projectId, inspectionId, ids],
  );
  if (taken.length > 0) throw unknownDefects();
}
