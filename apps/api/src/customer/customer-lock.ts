import type { EntityManager } from "typeorm";
import { notFound } from "../common/rule-violation.js";
import { customerAnonymised, customerMerged } from "./customer.errors.js";
import { Customer } from "./customer.entity.js";

/** Refuses work on an entry that was merged into another one. @throws CUSTOMER_MERGED naming where to go */
export async function refuseMerged(
  db: Pick<EntityManager, "query">,
  projectId: string,
  customerId: string,
): Promise<void> {
  const [survivor] = await db.query<{ id: string; name: string; number: string }[]>(
    `SELECT s.id, s.name, s.number FROM customer c
       JOIN customer s ON s.project_id = c.project_id AND s.id = c.merged_into_id WHERE c.project_id = $1 AND c.id = $2`,
    [projectId, customerId],
  );
  if (survivor) throw customerMerged(survivor.name, survivor.number, survivor.id);
}

/** Locks a customer of the project for a change of his data. @throws NOT_FOUND, CUSTOMER_MERGED, CUSTOMER_ANONYMISED */
export async function lockCustomer(tx: EntityManager, projectId: string, customerId: string): Promise<Customer> {
  const customer = await tx.findOne(Customer, {
    where: { projectId, id: customerId },
    lock: { mode: "pessimistic_write" },
  });
  if (!customer) throw notFound("客户");
  if (customer.anonymisedAt) throw customerAnonymised();
  await refuseMerged(tx, projectId, customerId);
  return customer;
}
