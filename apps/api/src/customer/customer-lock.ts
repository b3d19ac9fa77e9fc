import type { EntityManager } from "typeorm";
import { notFound } from "../common/rule-violation.js";
import { Customer } from "./customer.entity.js";

/** Locks a customer of the project for a change of his data. @throws NOT_FOUND */
export async function lockCustomer(tx: EntityManager, projectId: string, customerId: string): Promise<Customer> {
  const customer = await tx.findOne(Customer, {
    where: { projectId, id: customerId },
    lock: { mode: "pessimistic_write" },
  });
  if (!customer) throw notFound("客户");
  return customer;
}
