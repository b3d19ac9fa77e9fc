import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CustomerTagDto, SaveCustomerTagDto } from "@linli/contracts";
import { DataSource, In } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { changeOfCustomer } from "../details/customer-change.js";
import { CustomerTag } from "./customer-tag.entity.js";
import { TaggedCustomer } from "./tagged-customer.entity.js";

const MAX_TAGS = 100;

/** The tags of a project, and which customers carry them (SCN-06). */
@Injectable()
export class TagsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** All tags by name, with how many customers carry them. */
  async list(projectId: string): Promise<CustomerTagDto[]> {
    return this.db.query<CustomerTagDto[]>(
      `SELECT t.id, t.name, t.tone, (SELECT count(*)::int FROM tagged_customer x WHERE x.project_id = t.project_id AND x.tag_id = t.id) AS customers
         FROM customer_tag t WHERE t.project_id = $1 ORDER BY t.name LIMIT ${MAX_TAGS}`,
      [projectId],
    );
  }

  /** @throws DUPLICATE (name) */
  create(actor: Actor, projectId: string, { name, tone }: SaveCustomerTagDto): Promise<CustomerTagDto> {
    return this.db.transaction(async (tx) => {
      if ((await tx.countBy(CustomerTag, { projectId })) >= MAX_TAGS)
        throw new InvalidInput({ name: [`一个管理区最多 ${MAX_TAGS} 个标签`] });
      const tag = { projectId, id: newId(), createdAt: this.clock.now(), name, tone };
      await tx.insert(CustomerTag, tag);
      const entry = { projectId, action: "customer-tag.create", entity: "customer-tag", entityId: tag.id };
      await this.audit.record(tx, actor, { ...entry, summary: `新建客户标签 ${name}`, after: { name, tone } });
      return { id: tag.id, name, tone, customers: 0 };
    });
  }

  /** @throws DUPLICATE (name) */
  update(actor: Actor, projectId: string, id: string, { name, tone }: SaveCustomerTagDto): Promise<CustomerTagDto> {
    return this.db.transaction(async (tx) => {
      const tag = await tx.findOne(CustomerTag, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
      if (!tag) throw notFound("标签");
      await tx.update(CustomerTag, { projectId, id }, { name, tone });
      await this.audit.record(tx, actor, {
        projectId,
        action: "customer-tag.update",
        entity: "customer-tag",
        entityId: id,
        summary: `修改客户标签 ${tag.name}`,
        before: { name: tag.name, tone: tag.tone },
        after: { name, tone },
      });
      return { id, name, tone, customers: await tx.countBy(TaggedCustomer, { projectId, tagId: id }) };
    });
  }

  /** Takes the tag off all customers. */
  remove(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const tag = await tx.findOne(CustomerTag, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
      if (!tag) throw notFound("标签");
      const { affected } = await tx.delete(TaggedCustomer, { projectId, tagId: id });
      await tx.delete(CustomerTag, { projectId, id });
      const summary = `删除客户标签 ${tag.name}（${affected ?? 0} 个客户曾带有）`;
      const entry = { projectId, action: "customer-tag.delete", entity: "customer-tag", entityId: id };
      await this.audit.record(tx, actor, { ...entry, summary, before: { name: tag.name, tone: tag.tone } });
    });
  }

  /** The customer carries exactly these tags. */
  tag(actor: Actor, projectId: string, customerId: string, tagIds: string[]): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      const tags = await tx.findBy(CustomerTag, { projectId, id: In(tagIds) });
      if (tags.length < tagIds.length) throw notFound("标签");
      const carried = await tx.find(TaggedCustomer, { where: { projectId, customerId }, relations: { tag: true } });
      await tx.delete(TaggedCustomer, { projectId, customerId });
      if (tagIds.length > 0)
        await tx.insert(
          TaggedCustomer,
          tagIds.map((tagId) => ({ projectId, customerId, tagId })),
        );
      const before = { tags: carried.map(({ tag }) => tag.name).toSorted() };
      const after = { tags: tags.map(({ name }) => name).toSorted() };
      return { action: "customer.update", summary: "修改客户标签", before, after };
    });
  }
}
