import type { DataSource, EntityManager } from "typeorm";
import type { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { lockCustomer } from "../customer-lock.js";
import type { Customer } from "../customer.entity.js";

/** What a change of something belonging to a customer says in his history. */
export interface CustomerChange {
  /** e.g. customer-contact.add */
  action: string;
  /** Without the customer's name. */
  summary: string;
  before?: object;
  after?: object;
}

/** Changes something that belongs to a customer, in one transaction that holds him, and notes it in his history. */
export function changeOfCustomer(
  db: DataSource,
  audit: AuditService,
  actor: Actor,
  { projectId, customerId }: { projectId: string; customerId: string },
  work: (tx: EntityManager, customer: Customer) => Promise<CustomerChange>,
): Promise<void> {
  return db.transaction(async (tx) => {
    const customer = await lockCustomer(tx, projectId, customerId);
    const { summary, ...change } = await work(tx, customer);
    await audit.record(tx, actor, {
      projectId,
      entity: "customer",
      entityId: customerId,
      summary: `客户 ${customer.name}（${customer.number}）：${summary}`,
      ...change,
    });
  });
}
