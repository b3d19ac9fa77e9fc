import { lastDay, minDate, monthsOf, periodOf } from "../src/common/calendar.js";
import type { TestClient } from "./test-app.js";

/** A sum of no rows is null. */
type Totals = Record<string, number | null>;

const AGES = ["notDueFen", "to30Fen", "to90Fen", "to180Fen", "to365Fen", "to2YearsFen", "to3YearsFen", "overFen"];

/**
 * What is owed at the end of every month, and today, is one figure wherever it is read (BIL-144): the month's roll-over, the
 * ageing and the sum of its buckets, the arrears room by room, the charges one by one. So is what came in and went back: the
 * methods of the receipts, and the sums by method, by item and paper by paper, which are put together from their parts.
 * @throws an error with the figures that differ
 */
export async function checkReports(client: TestClient, at: string, firstPeriod: string, today: string): Promise<void> {
  const report = async (name: string, query: string) => {
    const { status, body } = await client.get(`${at}/billing-reports/${name}?pageSize=200&${query}`);
    if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return body as { items: Totals[]; total: number; totals: Totals };
  };
  const differs: string[] = [];
  for (const month of monthsOf(firstPeriod, periodOf(today))) {
    const day = minDate(lastDay(month), today);
    const ageing = await report("AGEING", `asOf=${day}`);
    const arrears = await report("ARREARS", `asOf=${day}`);
    const figures = {
      "roll-over": (await report("MONTH", `fromPeriod=${month}&toPeriod=${month}`)).totals.closingFen ?? 0,
      ageing: ageing.totals.openFen ?? 0,
      "its buckets": AGES.reduce((sum, key) => sum + (ageing.totals[key] ?? 0), 0),
      arrears: arrears.totals.openFen ?? 0,
      rooms:
        arrears.total <= 200
          ? arrears.items.reduce((sum, row) => sum + (row.openFen ?? 0), 0)
          : (arrears.totals.openFen ?? 0),
      charges:
        (await report("RECEIVABLES", `fromPeriod=${firstPeriod}&toPeriod=${month}&asOf=${day}`)).totals.openFen ?? 0,
    };
    if (new Set(Object.values(figures)).size > 1) differs.push(`${day}: ${JSON.stringify(figures)}`);
  }
  const days = `from=${firstPeriod}-01&to=${today}`;
  const taken = (await client.get(`${at}/receipts/takings?${days}`)).body;
  const [methods, items, papers] = [
    (await report("METHODS", days)).totals,
    (await report("TAKINGS", days)).totals,
    (await report("RECEIPTS", days)).totals,
  ];
  const money = {
    takings: [taken.moneyFen, taken.refundedFen],
    methods: [(methods.receivedFen ?? 0) - (methods.reversedFen ?? 0), methods.refundedFen ?? 0],
    items: [items.receivedFen ?? 0, taken.refundedFen],
    papers: [papers.receivedFen ?? 0, papers.refundedFen ?? 0],
  };
  if (new Set(Object.values(money).map(String)).size > 1) differs.push(`${days}: ${JSON.stringify(money)}`);
  const [open, owed] = [
    await client.get(`${at}/charge-totals`),
    await client.get(`${at}/arrears/totals?notYetDue=true`),
  ];
  if (open.body.openFen !== owed.body.openFen)
    differs.push(`today: charges ${open.body.openFen}, arrears ${owed.body.openFen}`);
  if (differs.length > 0) throw new Error(`Reports of one day differ:\n${differs.join("\n")}`);
}
