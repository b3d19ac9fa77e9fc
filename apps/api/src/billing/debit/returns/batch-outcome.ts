import type { EntityManager } from "typeorm";
import { DebitBatch } from "../batches/debit-batch.entity.js";

/**
 * Where a batch stands after an answer: 已回盘 while lines are still with the bank, then 完成 when everything was collected,
 * else 部分成功.
 */
export async function closeWhenAnswered(tx: EntityManager, projectId: string, id: string): Promise<DebitBatch> {
  const batch = await tx.findOneByOrFail(DebitBatch, { projectId, id });
  const collected = batch.collectedFen === batch.amountFen;
  const status = batch.inProcessCount > 0 ? "RETURNED" : collected ? "DONE" : "PARTIAL";
  await tx.update(DebitBatch, { projectId, id }, { status });
  return batch;
}
