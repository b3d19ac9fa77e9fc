import { Injectable } from "@nestjs/common";
import { kinshipLabels } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { Clock } from "../../common/clock.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import {
  lastOwner,
  outsideRoomLife,
  payerStillSet,
  relationOverlaps,
  sharesOver100,
  startsBeforeBirth,
} from "../customer.errors.js";
import { refreshIncomplete } from "../incomplete.js";
import type { LockedRoom } from "../room-lock.js";
import { RoomRelation } from "../room-relation.entity.js";
import { refuseWithoutPayer } from "../room-rules.js";
import { isCovered } from "../spans.js";
import { holdsOn, outsideLife, overlapOf, ownerGaps, type RoomLife, sharesOver, spanOf } from "./timeline.js";

/** Columns of a relation. */
export type StoredRelation = Omit<RoomRelation, "project" | "room" | "customer" | "head">;

interface Person {
  id: string;
  name: string;
  number: string;
  birthday: string | null;
}

type Rows = readonly StoredRelation[];

/** The one way relations of a room are written: all rows before, all rows after, every rule checked over the whole life. */
@Injectable()
export class RelationWriter {
  constructor(private readonly clock: Clock) {}

  /** All relations of a room that the transaction holds. */
  async rowsOf(tx: EntityManager, { projectId, id }: LockedRoom): Promise<StoredRelation[]> {
    return tx.find(RoomRelation, { where: { projectId, roomId: id }, order: { startsOn: "ASC", id: "ASC" } });
  }

  /**
   * Brings the room's relations from what they were to what they shall be. `settle` names payers in between: the new
   * relations exist, and who pays is checked afterwards.
   *
   * @throws RELATION_OVERLAPS, SHARES_OVER_100, LAST_OWNER, OUTSIDE_ROOM_LIFE, PAYER_REQUIRED, PAYER_STILL_SET
   */
  async write(
    tx: EntityManager,
    room: LockedRoom,
    before: Rows,
    after: Rows,
    settle: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const { projectId } = room;
    const touched = differing(before, after);
    if (touched.length === 0) return settle();
    const people = await peopleOf(tx, projectId, touched);
    const context = await contextOf(tx, room);
    refuseFaults(touched, after, people, before);
    refuseTimeline(room, before, after, people, context);

    const stranded = await strandedPayers(tx, room, before, people);
    await this.save(tx, projectId, before, touched);
    await settle();
    for (const span of newOwnership(before, touched)) await refuseWithoutPayer(tx, projectId, room.id, span);
    const strandedNow = await strandedPayers(tx, room, after, people);
    for (const [id, count] of strandedNow)
      if (count > (stranded.get(id) ?? 0)) throw payerStillSet(people.get(id)?.name ?? "");
    await refreshIncomplete(tx, projectId, [...people.keys()], await projectToday(tx, this.clock, projectId));
  }

  private async save(tx: EntityManager, projectId: string, before: Rows, touched: Rows): Promise<void> {
    const known = new Set(before.map(({ id }) => id));
    const added = touched.filter(({ id }) => !known.has(id));
    for (const { id, ...columns } of touched.filter((row) => known.has(row.id)))
      await tx.update(RoomRelation, { projectId, id }, columns);
    const createdAt = this.clock.now();
    if (added.length > 0)
      await tx.insert(
        RoomRelation,
        added.map((row) => ({ ...row, createdAt })),
      );
  }
}

/** The rows that are new or differ from what was. */
function differing(before: Rows, after: Rows): StoredRelation[] {
  const old = new Map(before.map((row) => [row.id, JSON.stringify(row)]));
  return after.filter((row) => old.get(row.id) !== JSON.stringify(row));
}

async function peopleOf(tx: EntityManager, projectId: string, rows: Rows): Promise<Map<string, Person>> {
  const found = await tx.query<Person[]>(
    "SELECT id, name, number, birthday FROM customer WHERE project_id = $1 AND id = ANY ($2)",
    [projectId, [...new Set(rows.map(({ customerId }) => customerId))]],
  );
  return new Map(found.map((person) => [person.id, person]));
}

interface Context extends RoomLife {
  hasDeveloper: boolean;
}

async function contextOf(tx: EntityManager, { projectId, id }: LockedRoom): Promise<Context> {
  const [row] = await tx.query<Context[]>(
    `SELECT r.starts_on AS "startsOn", r.ended_on AS "endedOn", p.developer_id IS NOT NULL AS "hasDeveloper"
       FROM room r JOIN project p ON p.id = r.project_id WHERE r.project_id = $1 AND r.id = $2`,
    [projectId, id],
  );
  return row!;
}

/** What is wrong with a row by itself, said beside its field. */
function refuseFaults(touched: Rows, after: Rows, people: Map<string, Person>, before: Rows): void {
  const old = new Map(before.map((row) => [row.id, row]));
  for (const row of touched) {
    const { role, share, kinship, headId, startsOn, endsOn } = row;
    const faults: Record<string, string[]> = {};
    if (endsOn !== null && endsOn < startsOn) faults["endsOn"] = ["结束日期不能早于起始日期"];
    if (share !== null && role !== "OWNER") faults["share"] = ["只有业主填写产权份额"];
    if (role === "FAMILY" && kinship === null)
      faults["kinship"] = [`与业主关系只能是：${Object.values(kinshipLabels).join("、")}`];
    if (headId !== null && headId !== old.get(row.id)?.headId && !isHead(after, headId, startsOn))
      faults["headId"] = [`户主在 ${startsOn} 必须是这个房间的业主或租户`];
    if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
    const person = people.get(row.customerId);
    if (person?.birthday && startsOn < person.birthday && startsOn !== old.get(row.id)?.startsOn)
      throw startsBeforeBirth(person.name, person.birthday);
  }
}

const isHead = (rows: Rows, headId: string, day: string) =>
  rows.some((row) => row.customerId === headId && (row.role === "OWNER" || row.role === "TENANT") && holdsOn(row, day));

/** What is wrong with the rows of the room together, over its whole life. */
function refuseTimeline(room: LockedRoom, before: Rows, after: Rows, people: Map<string, Person>, context: Context) {
  const twice = overlapOf(after.filter(({ customerId }) => people.has(customerId)));
  if (twice) {
    const name = people.get(twice.row.customerId)?.name ?? "";
    const [, other] = before.some(({ id }) => id === twice.row.id)
      ? [twice.other, twice.row]
      : [twice.row, twice.other];
    throw relationOverlaps(name, other.startsOn, other.endsOn);
  }
  const over = sharesOver(after);
  if (over) throw sharesOver100(room.code, over.total);
  const outside = outsideLife(after, context);
  if (outside && !outsideLife(before, context)) throw outsideRoomLife(room.code, context);
  if (context.hasDeveloper) return;
  const gapsBefore = ownerGaps(before, context);
  const gap = ownerGaps(after, context).find((one) => !isCovered(one, gapsBefore));
  if (gap) throw lastOwner(gap.from);
}

/** The days on which somebody is an owner who was none before. */
function newOwnership(before: Rows, touched: Rows) {
  const owned = (customerId: string) =>
    before.filter((row) => row.customerId === customerId && row.role === "OWNER").map(spanOf);
  return touched
    .filter((row) => row.role === "OWNER" && !isCovered(spanOf(row), owned(row.customerId)))
    .map((row) => spanOf(row));
}

/** How many payer entries of each of the people lie outside what they are to the room. */
async function strandedPayers(tx: EntityManager, room: LockedRoom, rows: Rows, people: Map<string, Person>) {
  const payers = await tx.query<{ customerId: string; from: string; to: string | null }[]>(
    `SELECT customer_id AS "customerId", starts_on AS "from", ends_on AS "to" FROM payer
      WHERE project_id = $1 AND room_id = $2 AND customer_id = ANY ($3)`,
    [room.projectId, room.id, [...people.keys()]],
  );
  const counts = new Map<string, number>();
  for (const payer of payers) {
    const spans = rows.filter(({ customerId }) => customerId === payer.customerId).map(spanOf);
    if (!isCovered(payer, spans)) counts.set(payer.customerId, (counts.get(payer.customerId) ?? 0) + 1);
  }
  return counts;
}
