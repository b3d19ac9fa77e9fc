import fc from "fast-check";
import { addDays, covers } from "../../common/calendar.js";
import {
  changed,
  ended,
  holdsOn,
  outsideLife,
  overlapOf,
  ownerGaps,
  sharesOn,
  sharesOver,
  spanOf,
  type TimelineRow,
  withPrimaryContact,
} from "./timeline.js";

let drawn = 0;
const ids = () => `n${(drawn += 1)}`;
const row = (more: Partial<TimelineRow> = {}): TimelineRow => ({
  id: ids(),
  customerId: "a",
  role: "OWNER",
  share: null,
  kinship: null,
  headId: null,
  authority: null,
  isPrimaryContact: false,
  startsOn: "2020-01-01",
  endsOn: null,
  endReason: null,
  previousId: null,
  ...more,
});
const ALWAYS = { startsOn: null, endedOn: null };

describe("a change from a day on", () => {
  test("ends the row the day before and begins a linked one", () => {
    const one = row({ id: "one", share: "100" });
    const rows = changed([one], "one", { from: "2024-05-03", patch: { share: "50" }, reason: "赠与" }, () => "two");
    expect(rows).toEqual([
      { ...one, endsOn: "2024-05-02", endReason: "赠与" },
      { ...one, id: "two", startsOn: "2024-05-03", share: "50", previousId: "one" },
    ]);
  });

  test("on its own first day changes the row itself: no day before is touched", () => {
    const one = row({ id: "one" });
    expect(changed([one], "one", { from: "2020-01-01", patch: { share: "50" }, reason: "x" }, ids)).toEqual([
      { ...one, share: "50" },
    ]);
  });
});

describe("the first contact of a room", () => {
  test("for a span: whoever it was stops for these days and is it again afterwards", () => {
    const owner = row({ id: "owner", isPrimaryContact: true });
    const tenant = row({
      id: "tenant",
      role: "TENANT",
      customerId: "t",
      isPrimaryContact: true,
      startsOn: "2024-05-01",
      endsOn: "2024-10-31",
    });
    const rows = withPrimaryContact([owner, tenant], "tenant", spanOf(tenant), ids);
    const contactOn = (day: string) =>
      rows.filter((one) => one.isPrimaryContact && holdsOn(one, day)).map(({ customerId }) => customerId);
    expect(["2024-04-30", "2024-05-01", "2024-10-31", "2024-11-01"].map(contactOn)).toEqual([
      ["a"],
      ["t"],
      ["t"],
      ["a"],
    ]);
    expect(rows.filter(({ customerId }) => customerId === "a")).toHaveLength(3);
  });
});

describe("what is wrong with a room's relations", () => {
  test.each<[string, [string, string, string | null][], string | null]>([
    [
      "exactly the whole",
      [
        ["60", "2020-01-01", null],
        ["40", "2021-01-01", null],
      ],
      null,
    ],
    [
      "a ten-thousandth more",
      [
        ["60", "2020-01-01", null],
        ["40.0001", "2021-01-01", null],
      ],
      "2021-01-01",
    ],
    [
      "one after the other",
      [
        ["100", "2020-01-01", "2020-12-31"],
        ["100", "2021-01-01", null],
      ],
      null,
    ],
    [
      "one common day",
      [
        ["100", "2020-01-01", "2021-01-01"],
        ["100", "2021-01-01", null],
      ],
      "2021-01-01",
    ],
    [
      "a third that is exact only in decimals",
      [
        ["33.3333", "2020-01-01", null],
        ["66.6667", "2020-01-01", null],
      ],
      null,
    ],
  ])("shares: %s", (_what, owners, day) => {
    const rows = owners.map(([share, startsOn, endsOn], index) =>
      row({ customerId: `c${index}`, share, startsOn, endsOn }),
    );
    expect(sharesOver(rows)?.day ?? null).toBe(day);
  });

  test.each<[string, Partial<TimelineRow>[], [string, string | null][]]>([
    ["nobody ever owned it", [{ role: "TENANT" }], []],
    ["one owner for ever", [{}], []],
    ["the last owner ends", [{ endsOn: "2024-03-31" }], [["2024-04-01", null]]],
    ["a day between two", [{ endsOn: "2024-03-31" }, { startsOn: "2024-04-02" }], [["2024-04-01", "2024-04-01"]]],
    ["the developer in between", [{ endsOn: "2024-03-31" }, { role: "DEVELOPER", startsOn: "2024-04-01" }], []],
    ["one within another", [{}, { startsOn: "2021-01-01", endsOn: "2021-12-31" }], []],
  ])("owners: %s", (_what, relations, gaps) => {
    expect(ownerGaps(relations.map(row), ALWAYS).map(({ from, to }) => [from, to])).toEqual(gaps);
  });

  test("a room that ended needs no owner afterwards, and nobody stays in it", () => {
    const life = { startsOn: "2020-01-01", endedOn: "2024-03-31" };
    expect(ownerGaps([row({ endsOn: "2024-03-31" })], life)).toEqual([]);
    expect(outsideLife([row({ endsOn: "2024-03-31" })], life)).toBeNull();
    expect(outsideLife([row()], life)).not.toBeNull();
    expect(outsideLife([row({ startsOn: "2019-12-31", endsOn: "2020-01-31" })], life)).not.toBeNull();
  });

  test("the same person twice in one role on one day", () => {
    const [one, two] = [row({ endsOn: "2024-03-31" }), row({ startsOn: "2024-03-31" })];
    expect(overlapOf([one, two])).not.toBeNull();
    expect(overlapOf([one, { ...two, startsOn: "2024-04-01" }])).toBeNull();
    expect(overlapOf([one, { ...two, role: "TENANT" }])).toBeNull();
  });
});

const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays("2024-01-01", days));
const rows = fc
  .array(
    fc.record({
      customerId: fc.constantFrom("a", "b", "c", "d"),
      role: fc.constantFrom("OWNER", "DEVELOPER", "TENANT", "FAMILY"),
      share: fc.option(fc.integer({ min: 1, max: 1_000_000 }).map((units) => (units / 10_000).toFixed(4))),
      isPrimaryContact: fc.boolean(),
      startsOn: day,
      length: fc.option(fc.nat({ max: 15 })),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(({ length, ...one }) => row({ ...one, endsOn: length === null ? null : addDays(one.startsOn, length) })),
  );
const EVERY_DAY = Array.from({ length: 60 }, (_, days) => addDays("2024-01-01", days));

describe("for any relations", () => {
  /** What holds on a day, told without the ids of rows and the days on which they end. */
  const holding = (list: readonly TimelineRow[], on: string) =>
    list
      .filter((one) => holdsOn(one, on))
      .map(({ customerId, role, share, isPrimaryContact }) => [customerId, role, share, isPrimaryContact].join())
      .sort();

  test("a change from a day on leaves every day before as it was, and every other row on every day", () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat({ max: 20 }), (list, pick, offset) => {
        const chosen = list[pick % Math.max(1, list.length)];
        if (!chosen) return;
        const from = addDays(chosen.startsOn, offset);
        if (!holdsOn(chosen, from)) return;
        const after = changed(list, chosen.id, { from, patch: { share: "1.5" }, reason: "变更" }, ids);
        for (const on of EVERY_DAY) {
          if (on < from) expect(holding(after, on)).toEqual(holding(list, on));
          expect(after.filter((one) => holdsOn(one, on))).toHaveLength(list.filter((one) => holdsOn(one, on)).length);
        }
      }),
    );
  });

  test("naming a first contact leaves the days before and after his, and one contact on each of his days", () => {
    fc.assert(
      fc.property(rows, fc.nat(), (list, pick) => {
        const index = pick % Math.max(1, list.length);
        const chosen = list[index] && { ...list[index], isPrimaryContact: true };
        if (!chosen) return;
        const marked = list.with(index, chosen);
        const after = withPrimaryContact(marked, chosen.id, spanOf(chosen), ids);
        for (const on of EVERY_DAY) {
          const contacts = after.filter((one) => one.isPrimaryContact && holdsOn(one, on));
          if (covers(spanOf(chosen), on)) expect(contacts.map(({ id }) => id)).toEqual([chosen.id]);
          else expect(holding(after, on)).toEqual(holding(marked, on));
        }
      }),
    );
  });

  test("an end leaves every day up to it", () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat({ max: 15 }), (list, pick, offset) => {
        const chosen = list[pick % Math.max(1, list.length)];
        const endsOn = chosen && addDays(chosen.startsOn, offset);
        if (!chosen || !endsOn || !holdsOn(chosen, endsOn)) return;
        const after = ended(list, chosen.id, endsOn, "退租");
        for (const on of EVERY_DAY.filter((one) => one <= endsOn))
          expect(holding(after, on)).toEqual(holding(list, on));
      }),
    );
  });

  test("shares and gaps say what counting day by day says", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const over = EVERY_DAY.find((on) => Number(sharesOn(list, on)) > 100);
        expect(sharesOver(list)?.day).toBe(over);
        const first = list
          .filter(({ role }) => role === "OWNER" || role === "DEVELOPER")
          .map((one) => one.startsOn)
          .sort()[0];
        const gaps = ownerGaps(list, ALWAYS);
        for (const on of EVERY_DAY) {
          const owned = list.some((one) => (one.role === "OWNER" || one.role === "DEVELOPER") && holdsOn(one, on));
          const isGap = first !== undefined && on >= first && !owned;
          expect(gaps.some((gap) => covers(gap, on))).toBe(isGap);
        }
      }),
    );
  });
});
