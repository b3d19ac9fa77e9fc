import type { EntityManager } from "typeorm";
import { payerOn } from "../pricing/payers.js";
import type { PayerSpan } from "../pricing/pricing.types.js";

/** Named payers and owners of rooms: a company is not billed unless named (CUS-09). $1 project, $2 rooms, $3 last, $4 first day. */
export const PAYER_SPANS = `
  SELECT room_id AS "roomId", customer_id AS "customerId", 'PAYER' AS "as", fee_item_id AS "feeItemId", starts_on AS "from", ends_on AS "to"
    FROM payer
   WHERE project_id = $1 AND room_id = ANY ($2) AND starts_on <= $3 AND (ends_on IS NULL OR ends_on >= $4)
  UNION ALL
  SELECT rr.room_id, CASE WHEN c.kind = 'COMPANY' THEN NULL ELSE rr.customer_id END, 'OWNER', NULL, rr.starts_on, rr.ends_on
    FROM room_relation rr JOIN customer c ON c.project_id = rr.project_id AND c.id = rr.customer_id
   WHERE rr.project_id = $1 AND rr.room_id = ANY ($2) AND rr.role = 'OWNER'
     AND rr.starts_on <= $3 AND (rr.ends_on IS NULL OR rr.ends_on >= $4)`;

/** The developer pays while nobody owns a room. */
export const developerSpan = (developerId: string | null): PayerSpan[] =>
  developerId ? [{ from: "1900-01-01", to: null, customerId: developerId, as: "DEVELOPER" }] : [];

/** Who pays for a room and fee item on a day (BIL-06); null when nobody does. */
export async function payerOfRoom(
  tx: EntityManager,
  projectId: string,
  roomId: string,
  feeItemId: string,
  day: string,
): Promise<string | null> {
  const spans = await tx.query<PayerSpan[]>(PAYER_SPANS, [projectId, [roomId], day, day]);
  const [project] = await tx.query<{ developer_id: string | null }[]>(
    "SELECT developer_id FROM project WHERE id = $1",
    [projectId],
  );
  return payerOn([...spans, ...developerSpan(project?.developer_id ?? null)], feeItemId, day);
}
