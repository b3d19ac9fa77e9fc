import type { EntityManager } from "typeorm";
import { refuseMerged } from "./customer-lock.js";
import { notFound } from "../common/rule-violation.js";

/** A room whose relations and payers nobody else changes until the transaction ends. */
export interface LockedRoom {
  projectId: string;
  id: string;
  code: string;
}

/** Locks a room of the project. @throws NOT_FOUND */
export async function lockRoom(tx: EntityManager, projectId: string, roomId: string): Promise<LockedRoom> {
  const [room] = await tx.query<{ id: string; code: string }[]>(
    "SELECT id, code FROM room WHERE project_id = $1 AND id = $2 FOR UPDATE",
    [projectId, roomId],
  );
  if (!room) throw notFound("房间");
  return { projectId, ...room };
}

/** A customer of the project who is not merged away while the transaction lasts. @throws NOT_FOUND, CUSTOMER_MERGED */
export async function customerOf(
  tx: EntityManager,
  projectId: string,
  customerId: string,
): Promise<{ name: string; number: string }> {
  const [customer] = await tx.query<{ name: string; number: string }[]>(
    "SELECT name, number FROM customer WHERE project_id = $1 AND id = $2 FOR SHARE",
    [projectId, customerId],
  );
  if (!customer) throw notFound("客户");
  await refuseMerged(tx, projectId, customerId);
  return customer;
}
