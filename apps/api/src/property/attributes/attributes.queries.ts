import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { AttributeDto, AttributeOwner, AttributeUseDto, AttributeValueDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { InvalidInput } from "../../common/rule-violation.js";
import { AttributeDefinition } from "./attribute-definition.entity.js";
import { type AttributeValues, mergeAttributes } from "./attribute-values.js";

/** Which table holds the values of each owner. */
export const attributeTables = { ROOM: "room", CUSTOMER: "customer" } as const satisfies Record<AttributeOwner, string>;

/** Reads the definitions of user-defined attributes. */
@Injectable()
export class AttributesQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The definitions of a project (of one kind of thing), in the order of forms. */
  async list(projectId: string, owner?: AttributeOwner): Promise<AttributeDto[]> {
    const rows = await this.db.getRepository(AttributeDefinition).find({
      where: { projectId, ...(owner && { owner }) },
      order: { owner: "DESC", sort: "ASC", id: "ASC" },
    });
    return rows.map(toAttributeDto);
  }

  /** Like `list`, and nobody changes a definition until the transaction of the values ends. */
  async locked(tx: EntityManager, projectId: string, owner?: AttributeOwner): Promise<AttributeDto[]> {
    const rows = await tx.find(AttributeDefinition, {
      where: { projectId, ...(owner && { owner }) },
      order: { owner: "DESC", sort: "ASC", id: "ASC" },
      lock: { mode: "pessimistic_read" },
    });
    return rows.map(toAttributeDto);
  }

  /** The values of a new thing. @throws INVALID_INPUT naming each attribute that is missing or wrong */
  async ofNew(
    tx: EntityManager,
    projectId: string,
    owner: AttributeOwner,
    given: readonly AttributeValueDto[] = [],
  ): Promise<AttributeValues> {
    const { next, faults } = mergeAttributes(await this.locked(tx, projectId, owner), {}, given, "attributes");
    if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
    return next;
  }

  /** How many things hold a value of each definition; those without any are left out. */
  use(projectId: string): Promise<AttributeUseDto[]> {
    const counts = Object.values(attributeTables).map(
      (table) => `SELECT key AS id, count(*)::int AS used FROM ${table}, jsonb_object_keys(attributes) AS key
                   WHERE project_id = $1 AND attributes <> '{}' GROUP BY key`,
    );
    return this.db.query<AttributeUseDto[]>(counts.join(" UNION ALL "), [projectId]);
  }
}

export const toAttributeDto = (row: AttributeDefinition): AttributeDto => ({
  id: row.id,
  owner: row.owner as AttributeDto["owner"],
  name: row.name,
  type: row.type as AttributeDto["type"],
  choices: row.choices,
  mandatory: row.mandatory,
  searchable: row.searchable,
  sort: row.sort,
  active: row.active,
});
