import type {
  ArrearsHandling,
  CustomerKind,
  PrepaymentHandling,
  RelationRole,
  TransferReason,
  TransferStatus,
} from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Clock } from "../../common/clock.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { RoomTransfer } from "./room-transfer.entity.js";
import type { TransferFacts, TransferNewOwner, TransferredRelation } from "./transfer-participants.js";

/** A transfer as it is stored. */
export type StoredTransfer = Omit<RoomTransfer, "room" | "payer">;

/** A transfer of the project. @param lock holds it until the transaction ends @throws NOT_FOUND */
export async function transferOf(
  tx: EntityManager,
  projectId: string,
  id: string,
  { lock = false } = {},
): Promise<StoredTransfer> {
  const row = await tx.findOne(RoomTransfer, {
    where: { projectId, id },
    ...(lock && { lock: { mode: "pessimistic_write" } as const }),
  });
  if (!row) throw notFound("过户");
  return row;
}

/** A transfer with what follows from the room as it is now. */
export async function factsOf(tx: EntityManager, clock: Clock, row: StoredTransfer): Promise<TransferFacts> {
  const { projectId, id, roomId } = row;
  const today = await projectToday(tx, clock, projectId);
  const [room] = await tx.query<{ code: string }[]>("SELECT code FROM room WHERE project_id = $1 AND id = $2", [
    projectId,
    roomId,
  ]);
  const relations = await relationsOf(tx, row, row.transferOn ?? today);
  const staying = new Set(relations.filter(({ choice }) => choice === "STAY").map(({ customerId }) => customerId));
  const owners = await newOwnersOf(tx, projectId, id);
  for (const { customerId } of owners) staying.add(customerId);
  return {
    projectId,
    id,
    number: row.number,
    roomId,
    roomCode: room?.code ?? "",
    status: row.status as TransferStatus,
    version: row.version,
    today,
    transferOn: row.transferOn,
    reason: row.reason as TransferReason | null,
    arrears: row.arrears as ArrearsHandling,
    prepayment: row.prepayment as PrepaymentHandling,
    relations,
    owners,
    payerCustomerId: row.payerCustomerId,
    leavingIds: [...new Set(relations.map(({ customerId }) => customerId))].filter((one) => !staying.has(one)),
    confirmations: new Map(
      (row.confirmations as { key: string; choice: string }[]).map((one) => [one.key, one.choice]),
    ),
  };
}

/** Relations that last on a day or begin later, owners first; a lease goes on unless somebody chose otherwise. */
async function relationsOf(tx: EntityManager, row: StoredTransfer, day: string): Promise<TransferredRelation[]> {
  const rows = await tx.query<Omit<TransferredRelation, "choice">[]>(
    `SELECT r.id, r.customer_id AS "customerId", c.name AS "customerName", c.number AS "customerNumber", r.role,
            r.share::text AS share, r.is_primary_contact AS "isPrimaryContact", r.starts_on AS "startsOn", r.ends_on AS "endsOn"
       FROM room_relation r JOIN customer c ON c.project_id = r.project_id AND c.id = r.customer_id
      WHERE r.project_id = $1 AND r.room_id = $2 AND (r.ends_on IS NULL OR r.ends_on >= $3)
      ORDER BY CASE WHEN r.role = 'OWNER' THEN 0 WHEN r.role = 'DEVELOPER' THEN 1 ELSE 2 END, r.starts_on, r.id`,
    [row.projectId, row.roomId, day],
  );
  const chosen = new Map(
    (row.relations as { relationId: string; choice: "END" | "STAY" }[]).map((one) => [one.relationId, one.choice]),
  );
  return rows.map((relation) => ({
    ...relation,
    share: trimmed(relation.share),
    choice:
      relation.startsOn >= day && !isOwning(relation.role) ? "STAY" : (chosen.get(relation.id) ?? usual(relation.role)),
  }));
}

export const isOwning = (role: RelationRole) => role === "OWNER" || role === "DEVELOPER";
const usual = (role: RelationRole) => (role === "TENANT" ? "STAY" : "END");
const trimmed = (share: string | null) => (share?.includes(".") ? share.replace(/\.?0+$/, "") : share);

async function newOwnersOf(tx: EntityManager, projectId: string, transferId: string): Promise<TransferNewOwner[]> {
  const rows = await tx.query<(Omit<TransferNewOwner, "kind"> & { kind: CustomerKind })[]>(
    `SELECT o.customer_id AS "customerId", c.name AS "customerName", c.number AS "customerNumber", c.kind, o.share::text AS share
       FROM room_transfer_owner o JOIN customer c ON c.project_id = o.project_id AND c.id = o.customer_id
      WHERE o.project_id = $1 AND o.transfer_id = $2 ORDER BY o.place`,
    [projectId, transferId],
  );
  return rows.map((row) => ({ ...row, share: trimmed(row.share) }));
}

interface OwnerAfter {
  customerId: string;
  share: string | null;
  isPrimaryContact?: boolean;
}

/**
 * All owners from the transfer date on: those who stay with their share, unless the new owners name them with another.
 * The first new owner becomes the contact when the present one leaves.
 */
export function ownersAfter({ relations, owners }: TransferFacts): OwnerAfter[] {
  const named = new Set(owners.map(({ customerId }) => customerId));
  const staying = relations.filter(
    ({ role, choice, customerId }) => role === "OWNER" && choice === "STAY" && !named.has(customerId),
  );
  const contactLeaves = relations.some(({ isPrimaryContact, choice }) => isPrimaryContact && choice === "END");
  return [
    ...staying.map(({ customerId, share }) => ({ customerId, share })),
    ...owners.map(({ customerId, share }, index) => ({
      customerId,
      share,
      ...(contactLeaves && index === 0 && { isPrimaryContact: true }),
    })),
  ];
}
