import dayjs from "dayjs";

export interface Instalment {
  dueOn: string;
  amountFen: number;
}

/**
 * An amount in equal instalments, one a month on the day of the first (the last of the month where it is shorter); what
 * does not divide goes to the first ones, a fen each.
 */
export function spread(totalFen: number, count: number, firstDueOn: string): Instalment[] {
  const each = Math.floor(totalFen / count);
  const over = totalFen - each * count;
  return Array.from({ length: count }, (_, n) => ({
    dueOn: dayjs(firstDueOn).add(n, "month").format("YYYY-MM-DD"),
    amountFen: each + (n < over ? 1 : 0),
  }));
}
