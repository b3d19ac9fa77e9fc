import type { EntityManager } from "typeorm";
import { dayBefore } from "../../common/calendar.js";
import type { TransferFacts } from "../../customer/transfers/transfer-participants.js";

/** Who owned the room and was gone before this transfer, so that it does not touch what he owes. */
export async function ownersGone(
  db: EntityManager,
  { projectId, roomId, transferOn, today, relations }: TransferFacts,
): Promise<string[]> {
  const eve = dayBefore(transferOn ?? today);
  const present = relations.map(({ customerId }) => customerId);
  // the same before this transfer has ended relations and after: these end on its eve
  const rows = await db.query<{ id: string }[]>(
    `SELECT DISTINCT customer_id AS id FROM room_relation
      WHERE project_id = $1 AND room_id = $2 AND role = 'OWNER' AND ends_on < $3 AND customer_id <> ALL ($4)`,
    [projectId, roomId, eve, present],
  );
  return rows.map(({ id }) => id);
}
