import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import type { AttributeDefinition } from "./attribute-definition.entity.js";

type Definition = Pick<AttributeDefinition, "projectId" | "owner" | "name">;
type FindUses = (tx: EntityManager, definition: Definition) => Promise<string[]>;

/** Who else goes by a user-defined field: the modules above register, and say in Chinese what names it. */
@Injectable()
export class AttributeUses {
  private readonly finders: FindUses[] = [];

  register(find: FindUses): void {
    this.finders.push(find);
  }

  /** What names the field, one sentence part each. */
  async of(tx: EntityManager, definition: Definition): Promise<string[]> {
    const found: string[] = [];
    for (const find of this.finders) found.push(...(await find(tx, definition)));
    return found;
  }
}
