import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import { Room } from "../room.entity.js";

/** A room nobody else changes until the transaction ends. @throws NOT_FOUND */
export async function lockedRoom(tx: EntityManager, projectId: string, id: string): Promise<Room> {
  const room = await tx.findOne(Room, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!room) throw notFound("房间");
  return room;
}
