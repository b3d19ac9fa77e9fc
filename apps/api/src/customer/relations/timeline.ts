import { covers, dayAfter, dayBefore, type DaySpan, overlaps } from "../../common/calendar.js";

/**
 * The rules of the relations of one room over its whole life (SCN-05), pure: a change takes the rows and gives new rows,
 * a check says what is wrong on which day. A change from a day on never touches what held before that day.
 */

/** What a person is to the room for a span of days; dates are first and last day. */
export interface TimelineRow {
  id: string;
  customerId: string;
  role: string;
  /** Per cent, up to four places. */
  share: string | null;
  kinship: string | null;
  headId: string | null;
  authority: string | null;
  isPrimaryContact: boolean;
  startsOn: string;
  endsOn: string | null;
  endReason: string | null;
  /** The row this one continues. */
  previousId: string | null;
}

/** What may change of a relation from a day on; the person never does. */
export type RelationPatch = Partial<
  Pick<TimelineRow, "role" | "share" | "kinship" | "headId" | "authority" | "isPrimaryContact">
>;

/** From when to when the room exists; `null`: always, for ever. */
export interface RoomLife {
  startsOn: string | null;
  endedOn: string | null;
}

/** The days of a row. */
export const spanOf = ({ startsOn, endsOn }: Pick<TimelineRow, "startsOn" | "endsOn">): DaySpan => ({
  from: startsOn,
  to: endsOn,
});

/** Whether the row holds on the day. */
export const holdsOn = (row: Pick<TimelineRow, "startsOn" | "endsOn">, day: string): boolean =>
  covers(spanOf(row), day);

const isOwning = ({ role }: Pick<TimelineRow, "role">) => role === "OWNER" || role === "DEVELOPER";

/** Cuts a row before a day into what was and what follows; a row that begins on the day is what follows alone. */
function cut<Row extends TimelineRow>(
  row: Row,
  day: string,
  id: string,
  reason: string,
): { before: Row[]; after: Row } {
  if (row.startsOn >= day) return { before: [], after: row };
  return {
    before: [{ ...row, endsOn: dayBefore(day), endReason: reason }],
    after: { ...row, id, startsOn: day, previousId: row.id },
  };
}

/** Changes a relation from a day on. @param ids draws the id of the row that begins */
export function changed<Row extends TimelineRow>(
  rows: readonly Row[],
  id: string,
  { from, patch, reason }: { from: string; patch: RelationPatch; reason: string },
  ids: () => string,
): Row[] {
  return rows.flatMap((row) => {
    if (row.id !== id) return row;
    const { before, after } = cut(row, from, ids(), reason);
    return [...before, { ...after, ...patch }];
  });
}

/** Ends a relation on its last day. */
export const ended = <Row extends TimelineRow>(
  rows: readonly Row[],
  id: string,
  endsOn: string,
  reason: string,
): Row[] => rows.map((row) => (row.id === id ? { ...row, endsOn, endReason: reason } : row));

/**
 * Makes a relation the room's one first contact for a span of its days: whoever is it in that time stops on the first
 * of these days, and is it again after the last.
 */
export function withPrimaryContact<Row extends TimelineRow>(
  rows: readonly Row[],
  id: string,
  span: DaySpan,
  ids: () => string,
): Row[] {
  const reason = "首要联系人变更";
  return rows.flatMap((row) => {
    if (row.id === id || !row.isPrimaryContact || !overlaps(spanOf(row), span)) return row;
    const { before, after } = cut(row, span.from, ids(), reason);
    if (span.to === null || (after.endsOn !== null && after.endsOn <= span.to))
      return [...before, { ...after, isPrimaryContact: false }];
    const { before: during, after: again } = cut(after, dayAfter(span.to), ids(), reason);
    return [...before, ...during.map((one) => ({ ...one, isPrimaryContact: false })), again];
  });
}

/** A day on which the stated shares of the owners come to more than 100 %, and to how much; the earliest. */
export function sharesOver(rows: readonly TimelineRow[]): { day: string; total: string } | null {
  const owners = rows.filter(({ role, share }) => role === "OWNER" && share !== null);
  const days = owners.map(({ startsOn }) => startsOn).sort();
  for (const day of days) {
    const total = owners.filter((row) => holdsOn(row, day)).reduce((sum, { share }) => sum + unitsOf(share!), 0);
    if (total > 1_000_000) return { day, total: textOf(total) };
  }
  return null;
}

/** The sum of the stated shares of the owners on a day, in per cent. */
export const sharesOn = (rows: readonly TimelineRow[], day: string): string =>
  textOf(
    rows
      .filter((row) => row.role === "OWNER" && row.share !== null && holdsOn(row, day))
      .reduce((sum, { share }) => sum + unitsOf(share!), 0),
  );

/** Per cent in ten-thousandths, so that sums are exact. */
function unitsOf(share: string): number {
  const [whole = "0", part = ""] = share.split(".");
  return Number(whole) * 10_000 + Number(part.padEnd(4, "0").slice(0, 4));
}

const textOf = (units: number) =>
  `${Math.floor(units / 10_000)}.${String(units % 10_000).padStart(4, "0")}`.replace(/\.?0+$/, "");

/** Two rows of the same person in the same role that share a day. */
export function overlapOf(rows: readonly TimelineRow[]): { row: TimelineRow; other: TimelineRow } | null {
  for (const [index, row] of rows.entries()) {
    const other = rows
      .slice(index + 1)
      .find((one) => one.customerId === row.customerId && one.role === row.role && overlaps(spanOf(one), spanOf(row)));
    if (other) return { row, other };
  }
  return null;
}

/** Days of the room's life, from its first owner on, on which it has neither owner nor developer. */
export function ownerGaps(rows: readonly TimelineRow[], life: RoomLife): DaySpan[] {
  const owning = rows.filter(isOwning).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const [first] = owning;
  if (!first) return [];
  const gaps: DaySpan[] = [];
  let next: string | null = first.startsOn;
  for (const { startsOn, endsOn } of owning) {
    if (next === null) break;
    if (startsOn > next) gaps.push({ from: next, to: dayBefore(startsOn) });
    if (endsOn === null) next = null;
    else if (endsOn >= next) next = dayAfter(endsOn);
  }
  if (next !== null && (life.endedOn === null || next <= life.endedOn)) gaps.push({ from: next, to: life.endedOn });
  return gaps;
}

/** A row with days before the room begins or after it ends. */
export const outsideLife = (rows: readonly TimelineRow[], { startsOn, endedOn }: RoomLife): TimelineRow | null =>
  rows.find(
    (row) =>
      (startsOn !== null && row.startsOn < startsOn) ||
      (endedOn !== null && (row.endsOn === null || row.endsOn > endedOn)),
  ) ?? null;
