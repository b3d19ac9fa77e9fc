import { dayAfter, dayBefore, type DaySpan, overlaps } from "../../common/calendar.js";

/** What a relation says that matters when two entries of one person become one. */
export interface MergedRelation extends DaySpan {
  id: string;
  roomId: string;
  role: string;
  isPrimaryContact: boolean;
}

/** What becomes of the relations of the customer who is merged. */
export interface Resolution {
  /** Ids that go over as they are. */
  moved: string[];
  /** What is left of a relation on days the survivor does not have it; the first part keeps the row, others are new. */
  trimmed: { id: string; parts: DaySpan[] }[];
  /** Ids the survivor has on all their days. */
  dropped: string[];
  /** The survivor's relations that become the first contact of their room. */
  primary: string[];
  /** Which relation of the survivor met which. */
  met: { survivor: MergedRelation; merged: MergedRelation }[];
}

/**
 * A person is the same thing to a room once on any day: where both entries are, the survivor's row stands and the other
 * keeps the days that stick out. So no share and no role of any day is counted twice.
 */
export function resolveRelations(survivor: readonly MergedRelation[], merged: readonly MergedRelation[]): Resolution {
  const resolution: Resolution = { moved: [], trimmed: [], dropped: [], primary: [], met: [] };
  for (const row of merged) {
    const same = survivor.filter((one) => one.roomId === row.roomId && one.role === row.role && overlaps(one, row));
    if (same.length === 0) {
      resolution.moved.push(row.id);
      continue;
    }
    resolution.met.push(...same.map((one) => ({ survivor: one, merged: row })));
    const parts = same.reduce<DaySpan[]>((left, one) => left.flatMap((part) => without(part, one)), [row]);
    if (parts.length === 0) resolution.dropped.push(row.id);
    else resolution.trimmed.push({ id: row.id, parts: parts.map(({ from, to }) => ({ from, to })) });
    if (row.isPrimaryContact) resolution.primary.push(same.at(-1)!.id);
  }
  return resolution;
}

/** The days of a span that another does not cover: none, one stretch or two. */
function without(span: DaySpan, other: DaySpan): DaySpan[] {
  if (!overlaps(span, other)) return [span];
  const parts: DaySpan[] = [];
  if (span.from < other.from) parts.push({ from: span.from, to: dayBefore(other.from) });
  if (other.to !== null && (span.to === null || span.to > other.to))
    parts.push({ from: dayAfter(other.to), to: span.to });
  return parts;
}
