import { relationRoleLabels } from "@linli/contracts";
import { dayAfter, dayBefore, overlaps } from "../../common/calendar.js";
import { ownerGaps, type TimelineRow } from "../../customer/relations/timeline.js";
import { isCovered } from "../../customer/spans.js";
import { relationsThatStay } from "../profiles/decisions.js";
import { addIssue, type ImportRecords, isRefused, type RelationRecord } from "../profiles/records.js";
import type { KnownPayer, KnownProject, KnownRelation, KnownRoom } from "./known-project.js";
import { sameRelation } from "./relation-changes.js";

/** A relation of a room as it will be, and the row of the file that says so. */
type Planned = TimelineRow & { name: string; relation?: RelationRecord };

/**
 * The relations of each room of the file over its whole life, under the rules of writing by hand (SCN-05): what the
 * commit would refuse is said with row and field at the check, and gaps and overlaps between owners are noted.
 */
export function checkOwners(
  records: ImportRecords,
  known: KnownProject,
  codeOf: (roomKey: string) => string,
  customerIds: ReadonlyMap<string, string | null>,
): void {
  const { relations, customers } = records;
  const names = new Map(customers.map(({ key, name }) => [key, name]));
  const existingIn = (room: KnownRoom | undefined) => (room ? (known.relations.get(room.id) ?? []) : []);
  const byRoom = (usable: readonly RelationRecord[]) => Map.groupBy(usable, ({ roomKey }) => codeOf(roomKey));
  // nothing can be said of an only relation of a room that is new
  const count = new Map<string, number>();
  for (const { roomKey } of relations) count.set(roomKey, (count.get(roomKey) ?? 0) + 1);
  const isAlone = ({ roomKey }: RelationRecord) => count.get(roomKey) === 1 && !known.rooms.has(codeOf(roomKey));
  const whole = relations.filter((relation) => relation.from !== null && !isRefused(relation) && !isAlone(relation));
  if (whole.length === 0) return;
  for (const [code, of] of byRoom(whole)) {
    const room = known.rooms.get(code);
    if (room) refuseOutsideLife(planned(of, existingIn(room), customerIds, names).added, room);
  }
  // an owner whose customer or room is left out does not come either
  const stay = relationsThatStay(records);
  for (const [code, of] of byRoom(whole.filter(({ uid }) => stay.has(uid)))) {
    const room = known.rooms.get(code);
    const existing = existingIn(room);
    const { added, rows } = planned(of, existing, customerIds, names);
    if (room && of.length > added.length) {
      if (!known.hasDeveloper) refuseLastOwner(existing, added, rows, room);
      refuseStranded(rows, existing, known.payers.get(room.id) ?? []);
    }
    noteGaps(rows, code);
    noteOverlaps(rows, code);
  }
}

/** The rows the file adds, and all rows of the room as they will be. */
function planned(
  relations: readonly RelationRecord[],
  existing: readonly KnownRelation[],
  customerIds: ReadonlyMap<string, string | null>,
  names: ReadonlyMap<string, string>,
): { added: Planned[]; rows: Planned[] } {
  const rows = new Map(existing.map((row): [string, Planned] => [row.id, plannedOf(row)]));
  const added: Planned[] = [];
  for (const relation of relations) {
    const id = customerIds.get(relation.customerKey) ?? null;
    const there = sameRelation(relation, existing, id);
    if (there && relation.to !== null) rows.set(there.id, { ...plannedOf(there), endsOn: relation.to, relation });
    if (there) continue;
    added.push({
      ...BLANK,
      id: `${relation.uid}`,
      customerId: id ?? relation.customerKey,
      name: names.get(relation.customerKey) ?? "",
      role: relation.role,
      share: relation.share,
      startsOn: relation.from ?? "",
      endsOn: relation.to,
      relation,
    });
  }
  return { added, rows: [...rows.values(), ...added] };
}

const BLANK = {
  kinship: null,
  headId: null,
  authority: null,
  isPrimaryContact: false,
  endReason: null,
  previousId: null,
};

const plannedOf = ({ id, customerId, customerName, role, share, startsOn, endsOn }: KnownRelation): Planned => ({
  ...BLANK,
  id,
  customerId,
  name: customerName,
  role,
  share,
  startsOn,
  endsOn,
});

const spanOf = ({ startsOn, endsOn }: Pick<TimelineRow, "startsOn" | "endsOn">) => ({ from: startsOn, to: endsOn });

function refuseOutsideLife(added: readonly Planned[], { code, startsOn, endedOn }: KnownRoom): void {
  for (const { relation, startsOn: from, endsOn: to } of added) {
    if (!relation) continue;
    const refuse = (field: string, message: string) =>
      addIssue(
        relation,
        "REFUSE",
        field,
        "OUTSIDE_ROOM_LIFE",
        `${message}，${relationRoleLabels[relation.role]}关系不能超出`,
      );
    if (startsOn !== null && from < startsOn) refuse("from", `房间 ${code} 自 ${startsOn} 起才存在`);
    if (endedOn !== null && (to === null || to > endedOn)) refuse("to", `房间 ${code} 于 ${endedOn} 已不再存在`);
  }
}

/** Ending an owner may not leave the room without any; new owners of the file come first. */
function refuseLastOwner(
  existing: readonly KnownRelation[],
  added: readonly Planned[],
  rows: readonly Planned[],
  life: KnownRoom,
): void {
  const before = ownerGaps([...existing.map(plannedOf), ...added], life);
  const gap = ownerGaps(rows, life).find((one) => !isCovered(one, before));
  if (!gap) return;
  const ending = rows.findLast(
    ({ role, endsOn, relation }) => role === "OWNER" && relation && endsOn !== null && endsOn < gap.from,
  );
  if (ending?.relation)
    addIssue(
      ending.relation,
      "REFUSE",
      "to",
      "LAST_OWNER",
      `${ending.name} 是房间 ${life.code} 最后的业主：房间任何时候都要有业主或建设单位，而 ${gap.from} 没有；请在文件里加入新业主，或不填结束日期`,
    );
}

/** Who stops being anything to the room may not go on paying for it. */
function refuseStranded(
  rows: readonly Planned[],
  existing: readonly KnownRelation[],
  payers: readonly KnownPayer[],
): void {
  const spansOf = (list: readonly Pick<Planned, "customerId" | "startsOn" | "endsOn">[], id: string) =>
    list.filter(({ customerId }) => customerId === id).map(spanOf);
  for (const { relation, customerId, name, endsOn } of rows) {
    if (!relation || endsOn === null) continue;
    const stranded = payers.some(
      (payer) =>
        payer.customerId === customerId &&
        isCovered(spanOf(payer), spansOf(existing, customerId)) &&
        !isCovered(spanOf(payer), spansOf(rows, customerId)),
    );
    if (stranded)
      addIssue(
        relation,
        "REFUSE",
        "to",
        "PAYER_STILL_SET",
        `${name} 在 ${endsOn} 之后仍是该房间的收费对象，请先变更收费对象`,
      );
  }
}

/** Days between two owners without any; said with the row that begins after them, or the one that ends before. */
function noteGaps(rows: readonly Planned[], code: string): void {
  for (const { from, to } of ownerGaps(rows, { startsOn: null, endedOn: null })) {
    if (to === null) continue;
    const beside = rows.filter(
      ({ role, startsOn, endsOn }) =>
        role === "OWNER" && (startsOn > to ? startsOn === dayAfter(to) : endsOn === dayBefore(from)),
    );
    const said = beside.toReversed().find(({ relation }) => relation);
    if (said?.relation)
      addIssue(said.relation, "NOTE", "from", "OWNER_GAP", `房间 ${code} 在 ${from} 至 ${to} 没有业主，请核对起止日期`);
  }
}

/** An owner who ends while another, without shares, has begun already. */
function noteOverlaps(rows: readonly Planned[], code: string): void {
  const owners = rows.filter(({ role, share }) => role === "OWNER" && share === null);
  for (const row of owners) {
    const { relation, name, startsOn } = row;
    const earlier = owners.find(
      (other) =>
        other.customerId !== row.customerId &&
        other.endsOn !== null &&
        other.startsOn < startsOn &&
        overlaps(spanOf(other), spanOf(row)),
    );
    if (relation && earlier)
      addIssue(
        relation,
        "NOTE",
        "from",
        "OWNERS_OVERLAP",
        `房间 ${code}：${name} 自 ${startsOn} 起为业主，而 ${earlier.name} 到 ${earlier.endsOn} 才结束，其间按共有导入；如为过户请核对日期`,
      );
  }
}
