import type { EntityManager } from "typeorm";
import type { TransferFacts } from "../../customer/transfers/transfer-participants.js";
import { startSpansOfRoom } from "../charge-start/charge-start.sql.js";
import { developerSpan } from "../charges/payer-of-room.js";
import type { PayerSpan } from "../pricing/pricing.types.js";

/** Stands for the new owner while nobody is entered. */
export const NOBODY_YET = "new-owner";

type Span = Omit<PayerSpan, "customerId"> & { customerId: string; kind: string };

/**
 * Who pays for the room from the transfer date on: whoever is named or owns it and stays, and the new owners. The same
 * before the owners have changed and after. A room that is not handed over stays with the developer (BIL-14).
 */
export async function payersAfter(db: EntityManager, facts: TransferFacts): Promise<PayerSpan[]> {
  const { projectId, roomId, transferOn, leavingIds, relations, owners, payerCustomerId } = facts;
  const day = transferOn ?? facts.today;
  const rows = await db.query<Span[]>(
    `SELECT customer_id AS "customerId", 'PAYER' AS "as", fee_item_id AS "feeItemId", starts_on AS "from", ends_on AS "to", '' AS kind
       FROM payer WHERE project_id = $1 AND room_id = $2 AND (ends_on IS NULL OR ends_on >= $3)
     UNION ALL
     SELECT r.customer_id, 'OWNER', NULL, r.starts_on, r.ends_on, c.kind
       FROM room_relation r JOIN customer c ON c.project_id = r.project_id AND c.id = r.customer_id
      WHERE r.project_id = $1 AND r.room_id = $2 AND r.role = 'OWNER' AND (r.ends_on IS NULL OR r.ends_on >= $3)`,
    [projectId, roomId, day],
  );
  const goneOwners = new Set(
    relations.filter(({ role, choice }) => role === "OWNER" && choice === "END").map(({ customerId }) => customerId),
  );
  const staying = rows.filter(({ as, customerId }) =>
    as === "OWNER" ? !goneOwners.has(customerId) : !leavingIds.includes(customerId),
  );
  const coming = owners.map(({ customerId, kind }) => owner(customerId, kind, day));
  if (coming.length === 0) coming.push(owner(NOBODY_YET, "PERSON", day));
  const named: PayerSpan[] = payerCustomerId ? [{ as: "PAYER", customerId: payerCustomerId, from: day, to: null }] : [];
  const [project] = await db.query<{ developer: string | null }[]>(
    "SELECT developer_id AS developer FROM project WHERE id = $1",
    [projectId],
  );
  const developerId = project?.developer ?? null;
  return [
    ...staying.map(({ kind, ...span }) => (kind === "COMPANY" ? { ...span, customerId: null } : span)),
    ...coming,
    ...named,
    ...developerSpan(developerId),
    ...(await startSpansOfRoom(db, projectId, roomId, developerId)),
  ];
}

/** A company is not billed unless it is named (CUS-09). */
const owner = (customerId: string, kind: string, from: string): PayerSpan => ({
  as: "OWNER",
  customerId: kind === "COMPANY" ? null : customerId,
  from,
  to: null,
});
