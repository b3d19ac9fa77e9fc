import type { EntityManager } from "typeorm";
import { RuleViolation } from "../../common/rule-violation.js";
import { PricingError } from "../pricing/pricing.types.js";

/** A room whose numbers cannot be priced. */
export class UnpricedRoom extends Error {
  constructor(
    readonly roomId: string,
    override readonly cause: PricingError,
  ) {
    super(cause.message);
  }
}

/** Prices a room; an error of its numbers remembers which room it was. */
export function pricing<T>(roomId: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof PricingError ? new UnpricedRoom(roomId, error) : error;
  }
}

/** The sentence for a run that numbers have stopped; other errors as they are. */
export async function explained(manager: EntityManager, projectId: string, error: unknown): Promise<unknown> {
  if (!(error instanceof UnpricedRoom)) return error;
  const room = [projectId, error.roomId];
  const [found] = await manager.query<{ code: string }[]>(
    "SELECT code FROM room WHERE project_id = $1 AND id = $2",
    room,
  );
  return new RuleViolation("CANNOT_PRICE", `房间 ${found?.code ?? error.roomId} 无法计费：${error.message}`);
}
