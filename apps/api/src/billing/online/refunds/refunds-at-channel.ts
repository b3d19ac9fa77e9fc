import type { EntityManager } from "typeorm";
import { refundAtChannel } from "../online.errors.js";

/**
 * Refuses what would settle a refund in another way while the channel works on it: nobody knows yet whether the money left.
 * The request is locked by the caller.
 * @throws REFUND_AT_CHANNEL
 */
export async function refuseAtChannel(tx: EntityManager, projectId: string, requestId: string): Promise<void> {
  const [out] = await tx.query<object[]>(
    "SELECT 1 FROM online_refund WHERE project_id = $1 AND request_id = $2 AND status = 'PROCESSING'",
    [projectId, requestId],
  );
  if (out) throw refundAtChannel();
}
