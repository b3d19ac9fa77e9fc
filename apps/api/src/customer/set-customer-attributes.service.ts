import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { SaveAttributesDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { InvalidInput, notFound } from "../common/rule-violation.js";
import { attributesInWords, mergeAttributes } from "../property/attributes/attribute-values.js";
import { AttributesQueries } from "../property/attributes/attributes.queries.js";
import { attributeEntries, type AttributesToSet, storeAttributes } from "../property/attributes/bulk-attributes.js";
import { Customer } from "./customer.entity.js";

/** Writes the user-defined values of a customer. */
@Injectable()
export class SetCustomerAttributesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly attributes: AttributesQueries,
  ) {}

  /** @throws NOT_FOUND, INVALID_INPUT naming the attribute */
  set(actor: Actor, projectId: string, customerId: string, { values }: SaveAttributesDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const customer = await tx.findOne(Customer, {
        where: { projectId, id: customerId },
        lock: { mode: "pessimistic_write" },
      });
      if (!customer) throw notFound("客户");
      const definitions = await this.attributes.locked(tx, projectId, "CUSTOMER");
      const { next, faults } = mergeAttributes(definitions, customer.attributes, values);
      if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
      await tx.update(Customer, { projectId, id: customerId }, { attributes: next });
      await this.audit.record(tx, actor, {
        projectId,
        action: "customer.update",
        entity: "customer",
        entityId: customerId,
        summary: `修改客户 ${customer.name}（${customer.number}）的自定义资料`,
        before: attributesInWords(definitions, customer.attributes),
        after: attributesInWords(definitions, next),
      });
    });
  }

  /** Writes what an import says of many customers; what it does not name stays. Values must have been checked. */
  async setMany(tx: EntityManager, actor: Actor, projectId: string, rows: readonly AttributesToSet[]): Promise<void> {
    if (rows.length === 0) return;
    const definitions = await this.attributes.locked(tx, projectId, "CUSTOMER");
    const changed = await storeAttributes(tx, projectId, "CUSTOMER", rows);
    await this.audit.recordMany(tx, actor, attributeEntries(projectId, "CUSTOMER", definitions, changed));
  }
}
