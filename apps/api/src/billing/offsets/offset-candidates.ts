import type { FeeItemKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { joinSurvivor } from "../../customer/merged-customers.js";
import { exclusionOn } from "../exclusions/exclusion.sql.js";
import { UNREVIEWED_IN } from "../receipt-reviews/unreviewed.sql.js";
import type { OffsetAccount, OffsetCharge } from "./plan-offsets.js";
import { itemWithObject } from "../objects/charge-item.sql.js";
import { ASKED_BACK } from "../prepayments/asked-back.js";

/** Which rooms a run looks at; empty lists mean all. */
export interface OffsetScope {
  buildingIds: string[];
  roomIds: string[];
}

export interface NamedAccount extends OffsetAccount {
  feeItemName: string | null;
}

export interface NamedCharge extends OffsetCharge {
  feeItemName: string;
}

/** One payer's money for one room and his open charges of it. */
export interface OffsetGroup {
  roomId: string;
  roomCode: string;
  customerId: string;
  customerName: string;
  accounts: NamedAccount[];
  charges: NamedCharge[];
}

const ROOMS_AT_ONCE = 1000;

/** Rooms of the scope with money, as conditions on `room r` and `unit u`; $1 project, $2 buildings, $3 rooms. */
const IN_SCOPE = `r.project_id = $1 AND ($2::uuid[] = '{}' OR u.building_id = ANY ($2)) AND ($3::uuid[] = '{}' OR r.id = ANY ($3))`;

const WITH_MONEY = `SELECT a.project_id, a.id, a.room_id FROM prepayment_account a
    JOIN room r ON r.project_id = a.project_id AND r.id = a.room_id
    JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
   WHERE ${IN_SCOPE} AND a.balance_fen > 0`;

/**
 * Locks the charges, then the accounts of a scope, each in id order like every other verb that moves money. Their ids
 * stay in a table of the transaction: what comes to be later is not locked and takes no part.
 */
export async function lockScope(tx: EntityManager, projectId: string, scope: OffsetScope): Promise<void> {
  const params = [projectId, scope.buildingIds, scope.roomIds];
  await tx.query("CREATE TEMP TABLE offset_locked (id uuid) ON COMMIT DROP");
  await tx.query(
    `INSERT INTO offset_locked
     SELECT l.id FROM (
       SELECT c.id FROM charge c
        WHERE c.project_id = $1 AND c.open_fen > 0 AND c.debit_batch_id IS NULL AND c.room_id IN (SELECT m.room_id FROM (${WITH_MONEY}) m)
        ORDER BY c.id FOR UPDATE OF c) l`,
    params,
  );
  await tx.query(
    `INSERT INTO offset_locked
     SELECT l.id FROM (
       SELECT p.id FROM prepayment_account p
        WHERE p.project_id = $1 AND p.id IN (SELECT m.id FROM (${WITH_MONEY}) m)
        ORDER BY p.id FOR UPDATE OF p) l`,
    params,
  );
  await tx.query("ANALYZE offset_locked");
}

/** How a scope is read: as of which day, whether only what `lockScope` has locked, and whether only reviewed money. */
export interface OffsetReading {
  today: string;
  lockedOnly: boolean;
  reviewedOnly: boolean;
}

/** The payers and rooms of a scope that have money, a thousand rooms at a time, by room code. */
export async function* groupsOf(
  db: EntityManager,
  projectId: string,
  { buildingIds, roomIds }: OffsetScope,
  reading: OffsetReading,
): AsyncGenerator<OffsetGroup[]> {
  let after = ["", "00000000-0000-0000-0000-000000000000"];
  for (;;) {
    const rooms = await db.query<{ id: string; code: string }[]>(
      `SELECT r.id, r.code FROM room r JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
        WHERE ${IN_SCOPE} AND (r.code, r.id) > ($4, $5::uuid)
          AND EXISTS (SELECT 1 FROM prepayment_account a WHERE a.project_id = r.project_id AND a.room_id = r.id AND a.balance_fen > 0)
        ORDER BY r.code, r.id LIMIT ${ROOMS_AT_ONCE}`,
      [projectId, buildingIds, roomIds, ...after],
    );
    const last = rooms.at(-1);
    if (!last) return;
    yield await read(db, projectId, rooms, reading);
    after = [last.code, last.id];
  }
}

/** What an account `a` holds less what is to be paid back, which a run leaves alone. */
const NOT_ASKED_BACK = `(a.balance_fen - ${ASKED_BACK})`;

type AccountRow = NamedAccount & Pick<OffsetGroup, "roomId" | "customerId" | "customerName">;
type ChargeRow = NamedCharge & { roomId: string; payerId: string; feeItemKind: FeeItemKind };

async function read(
  db: EntityManager,
  projectId: string,
  rooms: { id: string; code: string }[],
  { today, lockedOnly, reviewedOnly }: OffsetReading,
): Promise<OffsetGroup[]> {
  const locked = (alias: string) => (lockedOnly ? `AND ${alias}.id IN (SELECT id FROM offset_locked)` : "");
  const ids = rooms.map(({ id }) => id);
  // accounts and charges of an entry that was merged away are its survivor's
  const accounts = await db.query<AccountRow[]>(
    `SELECT a.id, a.room_id AS "roomId", c.id AS "customerId", c.name AS "customerName", a.fee_item_id AS "feeItemId",
            i.name AS "feeItemName", free.fen AS "balanceFen"
       FROM prepayment_account a CROSS JOIN LATERAL (SELECT ${NOT_ASKED_BACK}${reviewedOnly ? ` - ${UNREVIEWED_IN}` : ""} AS fen) free ${joinSurvivor("c", "a.project_id", "a.customer_id")}
       LEFT JOIN fee_item i ON i.project_id = a.project_id AND i.id = a.fee_item_id
      WHERE a.project_id = $1 AND a.room_id = ANY ($2) AND free.fen > 0 ${locked("a")}
      ORDER BY a.id`,
    [projectId, ids],
  );
  const charges = await db.query<ChargeRow[]>(
    `SELECT c.id, c.room_id AS "roomId", COALESCE(k.merged_into_id, k.id) AS "payerId", c.fee_item_id AS "feeItemId",
            i.kind AS "feeItemKind", ${itemWithObject("c", "i.name")} AS "feeItemName", c.period, c.service_from AS "serviceFrom",
            c.service_to AS "serviceTo", c.open_fen AS "openFen",
            c.principal_id IS NOT NULL AS "isLateFee", ${exclusionOn("$3::date")} AS exclusion
       FROM charge c
       JOIN customer k ON k.project_id = c.project_id AND k.id = c.payer_id
       JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
      WHERE c.project_id = $1 AND c.room_id = ANY ($2) AND c.open_fen > 0 AND c.debit_batch_id IS NULL ${locked("c")}`,
    [projectId, ids, today],
  );
  const keyOf = (roomId: string, customerId: string) => `${roomId} ${customerId}`;
  const chargesOf = Map.groupBy(charges, ({ roomId, payerId }) => keyOf(roomId, payerId));
  const accountsOf = Map.groupBy(accounts, ({ roomId }) => roomId);
  return rooms.flatMap(({ id: roomId, code: roomCode }) => {
    const byPayer = Map.groupBy(accountsOf.get(roomId) ?? [], ({ customerId }) => customerId);
    return [...byPayer].map(([customerId, own]) => ({
      roomId,
      roomCode,
      customerId,
      customerName: own[0]!.customerName,
      accounts: own,
      charges: chargesOf.get(keyOf(roomId, customerId)) ?? [],
    }));
  });
}
