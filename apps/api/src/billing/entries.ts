import type { EntityManager, EntityTarget, FindOptionsWhere } from "typeorm";
import { notFound } from "../common/rule-violation.js";
import { entryIdReused } from "./entries.errors.js";

/** What every kind of entry has that is written once and taken back in red. */
interface Entry {
  projectId: string;
  id: string;
  requestHash: string;
}

/** Whether the entry was written before, so that a retry writes none. @throws ID_REUSED with other content */
export async function wasWritten<Kind extends Entry>(
  tx: EntityManager,
  kind: EntityTarget<Kind>,
  projectId: string,
  id: string,
  hash: string,
): Promise<boolean> {
  const known = await tx.findOneBy(kind, { projectId, id } as FindOptionsWhere<Kind>);
  if (known && known.requestHash !== hash) throw entryIdReused();
  return known !== null;
}

/** Locks the fee item that entries are about: two at once never take more than there is together. Its name. @throws NOT_FOUND */
export async function lockFeeItem(tx: EntityManager, projectId: string, feeItemId: string): Promise<string> {
  const [item] = await tx.query<{ name: string }[]>(
    "SELECT name FROM fee_item WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE",
    [projectId, feeItemId],
  );
  if (!item) throw notFound("收费项目");
  return item.name;
}
