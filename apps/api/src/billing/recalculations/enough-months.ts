import type { SchemeRow } from "../discounts/receipt-discounts.js";
import type { PlannedLine } from "./plan-recalculation.js";
import type { StandingBill } from "./standing-bills.js";
import { runOf } from "./stands-for.js";

/** Bills of a payer that keep a discount of their run, after which he has fewer months of it than the scheme asks for. */
interface Short {
  keeping: StandingBill[];
  /** The ids of bills of his whose months he would no longer be billed for. */
  lost: ReadonlySet<string>;
}

/**
 * The lines of one service, so that nobody keeps a discount of a run with fewer months of it than its scheme asks for
 * (BIL-40): where a line that is issued anew takes a month away from a payer, his other bills with that discount are issued
 * anew as well, when all of them can be; else the line is left out. Who had too few months before keeps what he has. Pure.
 *
 * @param unchanged discounted bills of the service that come out as they are
 */
export function withEnoughMonths(
  lines: readonly PlannedLine[],
  unchanged: readonly PlannedLine[],
  standing: readonly StandingBill[],
  schemes: readonly SchemeRow[],
): PlannedLine[] {
  let together = lines.filter(({ obstacle }) => obstacle === null);
  const free = unchanged.filter(({ obstacle }) => obstacle === null);
  const lineOf = new Map(free.flatMap((line) => line.olds.map(({ id }) => [id, line] as const)));
  for (;;) {
    const joined = new Set<PlannedLine>();
    const losing = new Set<PlannedLine>();
    for (const { keeping, lost } of shortOf(together, standing, schemes)) {
      const others = keeping.map(({ id }) => lineOf.get(id));
      if (others.every((line) => line !== undefined)) for (const line of others) joined.add(line);
      else for (const line of together) if (line.olds.some(({ id }) => lost.has(id))) losing.add(line);
    }
    if (losing.size === 0) {
      const own = lines.map((line) =>
        line.obstacle === null && !together.includes(line) ? { ...line, obstacle: "DISCOUNT_MONTHS" as const } : line,
      );
      return [...own, ...joined];
    }
    // without these the months of others may count differently
    together = together.filter((line) => !losing.has(line));
  }
}

function shortOf(
  together: readonly PlannedLine[],
  standing: readonly StandingBill[],
  schemes: readonly SchemeRow[],
): Short[] {
  const replaced = new Set(together.flatMap(({ olds }) => olds.map(({ id }) => id)));
  const keyOf = ({ runId, payerId }: { runId: string | null; payerId: string | null }) => `${runId}${payerId}`;
  const news = together.flatMap((line) =>
    line.news.map((bill) => ({ runId: runOf(line.olds, bill), payerId: bill.payerId, period: bill.period })),
  );
  const newsOf = Map.groupBy(news, keyOf);
  return [...Map.groupBy(standing, keyOf)].flatMap(([key, own]) => {
    const beside = own.filter(({ id }) => !replaced.has(id));
    const months = monthsOf([...beside, ...(newsOf.get(key) ?? [])]);
    return schemes.flatMap((scheme) => {
      const keeping = beside.filter(({ given }) => (given[scheme.id] ?? 0) > 0);
      const isShort = months.size < scheme.months && monthsOf(own).size >= scheme.months;
      if (keeping.length === 0 || !isShort) return [];
      return [{ keeping, lost: new Set(own.filter(({ period }) => !months.has(period)).map(({ id }) => id)) }];
    });
  });
}

const monthsOf = (bills: readonly { period: string }[]) => new Set(bills.map(({ period }) => period));
