import { payerOn } from "../pricing/payers.js";
import { price } from "../pricing/price.js";
import { anInput, daysOf, yuanOf } from "../pricing/pricing.factories.js";
import { borneOtherwise, type IssuedCharge } from "./borne-otherwise.js";
import { chargeStart, type ChargeStartPolicy, spansOfStart } from "./charge-start.js";

const policy = (rule: ChargeStartPolicy["rule"], more: Partial<ChargeStartPolicy> = {}): ChargeStartPolicy => ({
  rule,
  noticeDays: 30,
  developerShare: "TO_THE_DAY",
  ...more,
});
const room = (handedOverOn: string | null, handoverNoticedOn: string | null = null, state = "OCCUPIED") => ({
  state,
  handedOverOn,
  handoverNoticedOn,
});
const WHOLE = { developerShare: "WHOLE_MONTH" } as const;

test.each([
  ["on the day of the handover", policy("HANDOVER"), room("2025-03-12"), "2025-03-12"],
  ["on the last of a month", policy("HANDOVER"), room("2025-01-31"), "2025-01-31"],
  ["on 29 February", policy("HANDOVER"), room("2024-02-29"), "2024-02-29"],
  ["whatever notice was given", policy("HANDOVER"), room("2025-03-12", "2025-01-01"), "2025-03-12"],
  ["with the next month, of a handover in its middle", policy("NEXT_MONTH"), room("2025-03-12"), "2025-04-01"],
  ["with the next month, of a handover on the first", policy("NEXT_MONTH"), room("2025-03-01"), "2025-04-01"],
  ["with the next month, of a handover on the last", policy("NEXT_MONTH"), room("2025-01-31"), "2025-02-01"],
  ["with the next year", policy("NEXT_MONTH"), room("2025-12-01"), "2026-01-01"],
  ["with March after 29 February", policy("NEXT_MONTH"), room("2024-02-29"), "2024-03-01"],
  ["no later with both next month and whole month", policy("NEXT_MONTH", WHOLE), room("2025-03-12"), "2025-04-01"],
  ["after the month of the handover in Shanghai", policy("HANDOVER", WHOLE), room("2025-03-12"), "2025-04-01"],
  ["after the month though it was its first", policy("HANDOVER", WHOLE), room("2025-03-01"), "2025-04-01"],
  ["after the month though it was its last", policy("HANDOVER", WHOLE), room("2025-02-28"), "2025-03-01"],
  ["30 days after the notice", policy("NOTICE"), room(null, "2025-03-01"), "2025-03-31"],
  ["30 days after the notice, over February", policy("NOTICE"), room(null, "2025-01-31"), "2025-03-02"],
  ["30 days after the notice, over a leap day", policy("NOTICE"), room(null, "2024-01-31"), "2024-03-01"],
  ["over the year", policy("NOTICE", { noticeDays: 15 }), room(null, "2025-12-20"), "2026-01-04"],
  ["over three months", policy("NOTICE", { noticeDays: 90 }), room(null, "2025-01-31"), "2025-05-01"],
  ["on the day of the notice", policy("NOTICE", { noticeDays: 0 }), room(null, "2025-03-01"), "2025-03-01"],
  ["with the handover of who comes in time", policy("NOTICE"), room("2025-03-12", "2025-03-01"), "2025-03-12"],
  ["with the notice of who comes late", policy("NOTICE"), room("2025-04-10", "2025-03-01"), "2025-03-31"],
  ["on the one day both name", policy("NOTICE"), room("2025-03-31", "2025-03-01"), "2025-03-31"],
  ["with the handover where no notice is known", policy("NOTICE"), room("2025-03-12"), "2025-03-12"],
  ["after the month of the notice's end", policy("NOTICE", WHOLE), room(null, "2025-03-01"), "2025-04-01"],
  ["after the month into which the notice ends", policy("NOTICE", WHOLE), room(null, "2025-03-02"), "2025-05-01"],
  ["though the state was not changed yet", policy("HANDOVER"), room("2025-03-12", null, "SOLD"), "2025-03-12"],
])("the owner begins %s", (_what, rule, facts, from) => {
  expect(chargeStart(rule, facts)).toMatchObject({ from, lack: null });
});

test.each([
  ["HANDOVER", room(null, null, "UNSOLD"), null],
  ["HANDOVER", room(null, null, "SOLD"), null],
  ["NOTICE", room(null, null, "SOLD"), null],
  ["NEXT_MONTH", room(null, "2025-03-01", "SOLD"), null],
  ["HANDOVER", room(null), "HANDOVER"],
  ["HANDOVER", room(null, "2025-03-01", "HANDED_OVER"), "HANDOVER"],
  ["NEXT_MONTH", room(null, null, "LET"), "HANDOVER"],
  ["NOTICE", room(null, null, "DECORATING"), "NOTICE"],
] as const)("%s and %o: no start, lacking %s", (rule, facts, lack) => {
  expect(chargeStart(policy(rule), facts)).toMatchObject({ from: null, lack });
});

const start = (facts = room("2025-01-13"), rule = policy("HANDOVER")) => chargeStart(rule, facts);
const owner = { as: "OWNER", customerId: "owner", from: "2020-01-01", to: null } as const;
const developer = { as: "DEVELOPER", customerId: "developer", from: "1900-01-01", to: null } as const;
const named = { customerId: "named", from: "2020-01-01", to: null };

test.each([
  ["the developer on the last day before", [owner, ...spansOfStart(start(), "developer")], "2025-01-12", "developer"],
  ["the owner from the start on", [owner, ...spansOfStart(start(), "developer")], "2025-01-13", "owner"],
  ["the developer, not who is named", [owner, named, ...spansOfStart(start(), "developer")], "2025-01-12", "developer"],
  ["who is named from the start on", [owner, named, ...spansOfStart(start(), "developer")], "2025-01-13", "named"],
  ["who is named while nobody owns", [named, developer, ...spansOfStart(start(), "developer")], "2025-01-12", "named"],
  [
    "the developer of a room unsold",
    [developer, ...spansOfStart(start(room(null)), "developer")],
    "2030-01-01",
    "developer",
  ],
  [
    "the developer for ever until then",
    [owner, ...spansOfStart(start(room(null, null, "SOLD")), "developer")],
    "2030-01-01",
    "developer",
  ],
  [
    "nobody with an unknown start",
    [owner, developer, ...spansOfStart(start(room(null)), "developer")],
    "2025-01-12",
    null,
  ],
  ["nobody without a developer, least the owner", [owner, ...spansOfStart(start(), null)], "2025-01-12", null],
])("pays: %s", (_what, payers, day, expected) => {
  expect(payerOn(payers, "fee", day)).toBe(expected);
  expect(payerOn(payers.toReversed(), "fee", day)).toBe(expected);
});

test("who let the notice pass bears from its end on; while he is not entered, not the developer in his place", () => {
  const late = start(room("2025-04-10", "2025-03-01"), policy("NOTICE"));
  const payers = [{ ...owner, from: "2025-04-10" }, developer, ...spansOfStart(late, "developer")];
  expect(["2025-03-30", "2025-03-31", "2025-04-09", "2025-04-10"].map((day) => payerOn(payers, "fee", day))).toEqual([
    "developer",
    null,
    null,
    "owner",
  ]);
});

test("the month of the start is cut by the day, and the parts add up (BC-07)", () => {
  const { lines } = price(anInput({ payers: [owner, ...spansOfStart(start(), "developer")] }));
  expect(daysOf(lines)).toEqual(["2025-01-01..2025-01-12", "2025-01-13..2025-01-31"]);
  expect(lines.map(({ payerId }) => payerId)).toEqual(["developer", "owner"]);
  expect(yuanOf(lines)).toEqual(["82.43", "130.51"]);
});

test.each([
  ["developer", "developer"],
  [null, null],
])("a standard by whole months leaves the month of the start to the developer (%s)", (developerId, payerId) => {
  for (const proration of ["WHOLE_MONTH", "FROM_NEXT_MONTH"] as const) {
    const { lines } = price(anInput({ rules: { proration }, payers: [owner, ...spansOfStart(start(), developerId)] }));
    expect(lines.map((line) => [line.payerId, line.amountFen])).toEqual([[payerId, 21_294]]);
  }
});

describe("issued charges on the other side of the start", () => {
  const charge = (more: Partial<IssuedCharge> = {}): IssuedCharge => ({
    feeItemId: "fee",
    serviceFrom: "2025-01-01",
    serviceTo: "2025-01-31",
    amountFen: 21_294,
    payerId: "developer",
    trace: null,
    proration: "ACTUAL_DAYS",
    ...more,
  });
  const look = (one: IssuedCharge, from = start(), owners = [owner]) =>
    borneOtherwise(from, one, {
      payers: [...owners, developer, ...spansOfStart(from, "developer")],
      developerId: "developer",
    });
  const never = start(room(null, null, "SOLD"));

  test.each([
    ["days of the owner on the developer", charge(), start(), ["2025-01-13", "2025-01-31", 13_051, "owner"]],
    [
      "days of the developer on the owner",
      charge({ payerId: "owner" }),
      start(),
      ["2025-01-01", "2025-01-12", 8_243, "developer"],
    ],
    [
      "a whole month on the owner before",
      charge({ payerId: "owner" }),
      never,
      ["2025-01-01", "2025-01-31", 21_294, "developer"],
    ],
    [
      "a meter read after the start",
      charge({ trace: { meters: [] } }),
      start(),
      ["2025-01-01", "2025-01-31", 21_294, "owner"],
    ],
  ] as const)("%s", (_what, one, from, [first, to, partFen, bearerId]) => {
    expect(look(one, from)).toEqual({ from: first, to, partFen, bearerId });
  });

  test.each([
    ["the developer's days on the developer", charge({ serviceTo: "2025-01-12" }), start()],
    ["the owner's days on the owner", charge({ serviceFrom: "2025-01-13", payerId: "owner" }), start()],
    ["a month charged whole to the developer", charge({ proration: "WHOLE_MONTH" }), start()],
    ["the developer while nothing is handed over", charge(), never],
    ["a meter read after the start, on the owner", charge({ payerId: "owner", trace: { meters: [] } }), start()],
  ])("nothing to say: %s", (_what, one, from) => {
    expect(look(one, from)).toBeUndefined();
  });

  test("nothing to say of a room that nobody owned then", () => {
    expect(look(charge(), start(), [])).toBeUndefined();
  });
});
