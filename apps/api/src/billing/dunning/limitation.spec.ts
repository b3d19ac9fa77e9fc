import { startTestApp } from "../../../test/test-app.js";
import { type LimitationAct, limitationOf } from "./limitation.js";

const app = await startTestApp();
afterAll(() => app.close());

const demand = (on: string): LimitationAct => ({ kind: "DEMAND", on });
const payment = (on: string): LimitationAct => ({ kind: "PAYMENT", on });
const promise = (on: string): LimitationAct => ({ kind: "PROMISE", on });
const lawsuit = (on: string, until: string | null = null): LimitationAct => ({ kind: "LAWSUIT", on, until });

test.each<[string, string, LimitationAct[], string | null]>([
  ["runs three years from the day after the due day", "2023-03-20", [], "2026-03-20"],
  ["ends with the last of the month where the day is missing", "2024-02-29", [], "2027-02-28"],
  ["starts anew with a demand that arrived", "2023-03-20", [demand("2024-06-01")], "2027-06-01"],
  ["counts a demand on the last day", "2023-03-20", [demand("2026-03-20")], "2029-03-20"],
  ["does not count a demand on the day after", "2023-03-20", [demand("2026-03-21")], "2026-03-20"],
  ["starts anew with a part payment", "2023-03-20", [payment("2025-01-31")], "2028-01-31"],
  ["does not count a payment after the end", "2023-03-20", [payment("2026-04-01")], "2026-03-20"],
  ["starts anew with a promise", "2023-03-20", [promise("2024-02-29")], "2027-02-28"],
  ["is revived by a promise after the end", "2023-03-20", [promise("2026-12-01")], "2029-12-01"],
  ["counts demands after such a promise", "2020-01-10", [promise("2024-05-01"), demand("2026-05-01")], "2029-05-01"],
  [
    "does not count a demand between the end and the promise",
    "2020-01-10",
    [demand("2023-06-01"), promise("2024-05-01")],
    "2027-05-01",
  ],
  [
    "goes from demand to demand",
    "2018-01-31",
    [demand("2020-12-01"), demand("2023-11-30"), demand("2026-11-30")],
    "2029-11-30",
  ],
  [
    "breaks where a link of the chain is missing",
    "2018-01-31",
    [demand("2020-12-01"), demand("2023-12-02"), demand("2025-01-01")],
    "2023-12-01",
  ],
  ["takes acts in any order", "2018-01-31", [demand("2023-11-30"), demand("2020-12-01")], "2026-11-30"],
  [
    "counts an act before the due day no more than the due day itself",
    "2023-03-20",
    [demand("2022-01-01")],
    "2026-03-20",
  ],
  ["stands still while a lawsuit is under way", "2023-03-20", [lawsuit("2026-03-01")], null],
  ["starts anew when the lawsuit ends", "2023-03-20", [lawsuit("2026-03-01", "2026-09-15")], "2029-09-15"],
  ["does not count a lawsuit filed after the end", "2023-03-20", [lawsuit("2026-03-21")], "2026-03-20"],
  [
    "is not shortened by what happens during a lawsuit",
    "2020-01-01",
    [lawsuit("2022-12-31", "2027-01-01"), demand("2023-05-01")],
    "2030-01-01",
  ],
  [
    "counts a lawsuit on the day of a promise that revived",
    "2020-01-01",
    [lawsuit("2024-05-01", "2025-05-01"), promise("2024-05-01")],
    "2028-05-01",
  ],
  [
    "forgets a lawsuit that came too late once a promise revives",
    "2020-01-01",
    [lawsuit("2023-02-01", "2030-01-01"), promise("2024-05-01"), demand("2028-01-01")],
    "2027-05-01",
  ],
])("the clock %s", (_what, dueOn, acts, lastDay) => {
  expect(limitationOf(dueOn, acts).lastDay).toBe(lastDay);
});

test("says of each act whether it counted and what it made of the clock", () => {
  const { acts } = limitationOf("2020-01-10", [promise("2024-05-01"), demand("2022-02-02"), demand("2025-06-01")]);
  expect(acts).toEqual([
    { kind: "DEMAND", on: "2022-02-02", until: null, counts: true, lastDay: "2025-02-02" },
    { kind: "PROMISE", on: "2024-05-01", until: null, counts: true, lastDay: "2027-05-01" },
    { kind: "DEMAND", on: "2025-06-01", until: null, counts: true, lastDay: "2028-06-01" },
  ]);
});

/** Numbers that look random and are the same every time. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

test("the database's clock is the same one, on a thousand random histories", async () => {
  const pick = chance(7);
  const day = () =>
    `20${10 + pick(20)}-${String(1 + pick(12)).padStart(2, "0")}-${String(1 + pick(28)).padStart(2, "0")}`;
  const later = (from: string) => `${Number(from.slice(0, 4)) + pick(6)}${from.slice(4)}`;
  const histories = Array.from({ length: 1000 }, (_, index) => ({
    id: index,
    dueOn: pick(10) === 0 ? "2016-02-29" : day(),
    acts: Array.from({ length: pick(8) }, (): LimitationAct => {
      const on = day();
      return [demand(on), payment(on), promise(on), lawsuit(on, pick(3) === 0 ? null : later(on))][pick(4)]!;
    }),
  }));
  const rows = await app.db.query<{ id: number; ends: string | null }[]>(
    `SELECT h.id, coalesce((SELECT nullif(limitation_end(h.due, a.day, a.until, a.revives ORDER BY a.day, a.revives DESC), 'infinity'::date)
                              FROM jsonb_to_recordset(h.acts) AS a(day date, until date, revives boolean)),
                           CASE WHEN jsonb_array_length(h.acts) = 0 THEN (h.due + interval '3 years')::date END) AS ends
       FROM jsonb_to_recordset($1::jsonb) AS h(id int, due date, acts jsonb) ORDER BY h.id`,
    [
      JSON.stringify(
        histories.map(({ id, dueOn, acts }) => ({
          id,
          due: dueOn,
          acts: acts.map(({ kind, on, until }) => ({
            day: on,
            until: kind === "LAWSUIT" ? (until ?? "infinity") : on,
            revives: kind === "PROMISE",
          })),
        })),
      ),
    ],
  );
  expect(rows.map(({ ends }) => ends)).toEqual(histories.map(({ dueOn, acts }) => limitationOf(dueOn, acts).lastDay));
  expect(rows.filter(({ ends }) => ends === null).length).toBeGreaterThan(50);
});
