import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type AttributeDto,
  type AttributeOwner,
  attributeOwnerLabels,
  type AttributeType,
  type CreateAttributeDto,
  SaveAttributeDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { audited } from "../audited.js";
import { AttributeDefinition } from "./attribute-definition.entity.js";
import {
  attributeInUse,
  attributeNamed,
  choicesInUse,
  choicesMissing,
  choicesRepeated,
  choiceUnknown,
  tooManyAttributes,
  typeInUse,
} from "./attributes.errors.js";
import { AttributeUses } from "./attribute-uses.js";
import { attributeTables, toAttributeDto } from "./attributes.queries.js";

const MAX_DEFINITIONS = 100;

type Row = Omit<AttributeDefinition, "project">;

/** Keeps what a project wants to know of its rooms and customers in addition. */
@Injectable()
export class AttributesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly uses: AttributeUses,
  ) {}

  /** @throws DUPLICATE (name), INVALID_INPUT (choices), TOO_MANY */
  create(actor: Actor, projectId: string, dto: CreateAttributeDto): Promise<AttributeDto> {
    return this.db.transaction(async (tx) => {
      const count = await tx.countBy(AttributeDefinition, { projectId });
      if (count >= MAX_DEFINITIONS) throw tooManyAttributes(MAX_DEFINITIONS);
      const row: Row = {
        projectId,
        id: newId(),
        createdAt: this.clock.now(),
        owner: dto.owner,
        ...columnsOf(dto, []),
      };
      await tx.insert(AttributeDefinition, row);
      await this.record(tx, actor, row, "create", "新增", null, row);
      return toAttributeDto(row as AttributeDefinition);
    });
  }

  /** @throws DUPLICATE, INVALID_INPUT, ATTRIBUTE_IN_USE (another type, or choices left out, after values were stored) */
  update(actor: Actor, projectId: string, id: string, dto: SaveAttributeDto): Promise<AttributeDto> {
    return this.db.transaction(async (tx) => {
      const before = await locked(tx, projectId, id);
      const after: Row = { ...before, ...columnsOf(dto, before.choices) };
      if (after.type !== before.type) {
        const used = await useOf(tx, before);
        if (used > 0) throw typeInUse(before.name, before.type as AttributeType, used);
      }
      const changes = after.name !== before.name || after.type !== before.type || (before.active && !after.active);
      if (changes) await this.refuseNamed(tx, before);
      const kept = new Set(after.choices.map((choice) => choice.id));
      const gone = before.choices.filter((choice) => !kept.has(choice.id));
      const missed = await inUse(tx, before, gone);
      if (missed.length > 0) throw choicesInUse(before.name, missed);
      const { name, type, choices, mandatory, searchable, sort, active } = after;
      await tx.update(
        AttributeDefinition,
        { projectId, id },
        { name, type, choices, mandatory, searchable, sort, active },
      );
      const verb = before.active === active ? "修改" : active ? "启用" : "停用";
      await this.record(tx, actor, after, "update", verb, before, after);
      return toAttributeDto(after as AttributeDefinition);
    });
  }

  /** Deletes a definition without values. @throws REFERENCE */
  remove(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const before = await locked(tx, projectId, id);
      const used = await useOf(tx, before);
      if (used > 0) throw attributeInUse(before.name, used);
      await this.refuseNamed(tx, before);
      await tx.delete(AttributeDefinition, { projectId, id });
      await this.record(tx, actor, before, "remove", "删除", before, null);
    });
  }

  /** What others go by keeps its name and kind. @throws ATTRIBUTE_IN_USE */
  private async refuseNamed(tx: EntityManager, definition: Row): Promise<void> {
    const uses = await this.uses.of(tx, definition);
    if (uses.length > 0) throw attributeNamed(definition.name, uses);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, name, owner }: Row,
    action: string,
    verb: string,
    before: Row | null,
    after: Row | null,
  ) {
    const fields = (row: Row | null) =>
      row && { ...audited(SaveAttributeDto, row), choices: row.choices.map((choice) => choice.name) };
    return this.audit.record(tx, actor, {
      projectId,
      action: `attribute.${action}`,
      entity: "project",
      entityId: projectId,
      summary: `${verb}${attributeOwnerLabels[owner as AttributeOwner]}的自定义资料「${name}」`,
      before: fields(before),
      after: fields(after),
    });
  }
}

function columnsOf(dto: SaveAttributeDto, known: readonly { id: string; name: string }[]) {
  const { name, type } = dto;
  return {
    name,
    type,
    choices: choicesOf(dto, known),
    mandatory: dto.mandatory ?? false,
    searchable: dto.searchable ?? false,
    sort: dto.sort ?? 0,
    active: dto.active ?? true,
  };
}

/** The choices in their order; a new one gets its id here. Types without choices keep none. */
function choicesOf({ type, choices }: SaveAttributeDto, known: readonly { id: string; name: string }[]) {
  if (type !== "CHOICE" && type !== "CHOICES") return [];
  const given = choices ?? [];
  if (given.length === 0) throw choicesMissing();
  if (new Set(given.map((choice) => choice.name)).size < given.length) throw choicesRepeated();
  const ids = new Set(known.map((choice) => choice.id));
  const unknown = given.some((choice) => choice.id && !ids.has(choice.id));
  const named = given.flatMap((choice) => choice.id ?? []);
  if (unknown || new Set(named).size < named.length) throw choiceUnknown();
  return given.map((choice) => ({ id: choice.id ?? newId(), name: choice.name }));
}

async function locked(tx: EntityManager, projectId: string, id: string): Promise<AttributeDefinition> {
  const row = await tx.findOne(AttributeDefinition, {
    where: { projectId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (!row) throw notFound("自定义资料");
  return row;
}

/** How many things hold a value of the definition. */
async function useOf(tx: EntityManager, { projectId, id, owner }: AttributeDefinition): Promise<number> {
  const [row] = await tx.query<{ used: number }[]>(
    `SELECT count(*)::int AS used FROM ${attributeTables[owner as AttributeOwner]}
      WHERE project_id = $1 AND attributes @@ $2::jsonpath`,
    [projectId, `exists($."${id}")`],
  );
  return row?.used ?? 0;
}

/** Names of the choices that some thing holds. */
async function inUse(
  tx: EntityManager,
  { projectId, id, owner }: AttributeDefinition,
  choices: { id: string; name: string }[],
): Promise<string[]> {
  if (choices.length === 0) return [];
  const rows = await tx.query<{ value: string }[]>(
    `SELECT DISTINCT value FROM ${attributeTables[owner as AttributeOwner]}, jsonb_array_elements_text(attributes -> $2::text) AS value
      WHERE project_id = $1 AND attributes @@ $3::jsonpath`,
    [projectId, id, `exists($."${id}")`],
  );
  const used = new Set(rows.map(({ value }) => value));
  return choices.filter((choice) => used.has(choice.id)).map(({ name }) => name);
}
