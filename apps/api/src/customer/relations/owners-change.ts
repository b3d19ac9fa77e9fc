import type { EntityManager } from "typeorm";
import type { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { dayBefore } from "../../common/calendar.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { laterOwners } from "../customer.errors.js";
import type { LockedRoom } from "../room-lock.js";
import type { StoredRelation } from "./relation-writer.js";
import { changed, ended, holdsOn } from "./timeline.js";

/** Somebody who owns the room after the change. */
export interface NewOwner {
  customerId: string;
  /** Per cent, up to four places; null where nobody stated shares. */
  share?: string | null;
  isPrimaryContact?: boolean;
}

/** Who owns a room from a day on. */
export interface OwnersChange {
  /** First day of the new owners. */
  from: string;
  /** All of them, also those who stay. */
  owners: readonly NewOwner[];
  /** The customer who pays for all fee items from that day on; left out: those named stay, apart from those who leave. */
  payer?: string | null;
  /** Why the relations of those who leave end. */
  endReason: string;
  /** Ids of further relations that end on the same day (tenants, family of the old owner). */
  alsoEnd?: readonly string[];
}

/** The rows after the change, and the customers for whom something ends. @throws LATER_OWNERS */
export function withOwners(
  before: readonly StoredRelation[],
  { from, owners, endReason, alsoEnd = [] }: OwnersChange,
  people: ReadonlyMap<string, string>,
  rowFor: (customerId: string, owner: NewOwner) => StoredRelation,
): { rows: StoredRelation[]; leaving: Set<string> } {
  const wanted = new Map(owners.map((owner) => [owner.customerId, owner]));
  if (wanted.size < owners.length) throw new InvalidInput({ owners: ["同一位业主填写了两次"] });
  if (owners.some(({ customerId }) => !people.has(customerId))) throw notFound("客户");
  const later = before.find(
    (row) => row.role === "OWNER" && (row.startsOn > from || (row.startsOn === from && !wanted.has(row.customerId))),
  );
  if (later) throw laterOwners(people.get(later.customerId) ?? "", later.startsOn);

  const leaving = new Set<string>();
  let rows = [...before];
  const present = before.filter((row) => row.role === "OWNER" && holdsOn(row, from));
  for (const row of present) {
    const owner = wanted.get(row.customerId);
    if (owner) rows = staying(rows, row, owner, { from, reason: endReason });
    else {
      leaving.add(row.customerId);
      rows = ended(rows, row.id, dayBefore(from), endReason);
    }
  }
  for (const id of alsoEnd) {
    const row = before.find((one) => one.id === id && holdsOn(one, from));
    if (!row || row.role === "OWNER") throw notFound("客房关系");
    if (row.startsOn === from)
      throw new InvalidInput({ alsoEnd: [`${people.get(row.customerId)}的关系自 ${from} 才开始，不能同日结束`] });
    leaving.add(row.customerId);
    rows = ended(rows, id, dayBefore(from), endReason);
  }
  const stay = new Set(present.map(({ customerId }) => customerId));
  const added = owners.filter(({ customerId }) => !stay.has(customerId));
  return { rows: [...rows, ...added.map((owner) => rowFor(owner.customerId, owner))], leaving };
}

/** An owner who stays: with another share from the day on, or untouched when nothing changes. */
function staying(
  rows: StoredRelation[],
  row: StoredRelation,
  owner: NewOwner,
  { from, reason }: { from: string; reason: string },
): StoredRelation[] {
  const share = owner.share ?? null;
  const isPrimaryContact = owner.isPrimaryContact ?? row.isPrimaryContact;
  if (isSame(row.share, share) && isPrimaryContact === row.isPrimaryContact) return rows;
  return changed(rows, row.id, { from, patch: { share, isPrimaryContact }, reason }, newId);
}

const isSame = (a: string | null, b: string | null) =>
  a === null ? b === null : b !== null && Number(a) === Number(b);

/** Leaves the change in the history of the room and of everybody who is or was an owner. */
export async function recordOwners(
  audit: AuditService,
  tx: EntityManager,
  actor: Actor,
  {
    room,
    before,
    after,
    change: { from, endReason },
    people,
  }: {
    room: LockedRoom;
    before: readonly StoredRelation[];
    after: readonly StoredRelation[];
    change: OwnersChange;
    people: ReadonlyMap<string, string>;
  },
): Promise<void> {
  const ownersOf = (rows: readonly StoredRelation[], day: string) =>
    rows.filter((row) => row.role === "OWNER" && holdsOn(row, day));
  const told = (rows: readonly StoredRelation[]) => ({
    owners: rows
      .map(({ customerId, share }) => `${people.get(customerId)}${share === null ? "" : ` ${Number(share)}%`}`)
      .join("、"),
  });
  const [was, is] = [ownersOf(before, from), ownersOf(after, from)];
  const summary = `自 ${from} 起房间 ${room.code} 的业主为 ${told(is).owners}：${endReason}`;
  const entry = { projectId: room.projectId, action: "relation.owners", summary, before: told(was), after: told(is) };
  const customers = new Set([...was, ...is].map(({ customerId }) => customerId));
  await audit.record(
    tx,
    actor,
    { ...entry, entity: "room", entityId: room.id },
    ...[...customers].map((entityId) => ({ ...entry, entity: "customer", entityId })),
  );
}
