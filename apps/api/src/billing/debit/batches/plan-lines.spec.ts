import { type Candidate, planLines } from "./plan-lines.js";

const charge = (chargeId: string, openFen: number, more: Partial<Candidate> = {}): Candidate => ({
  chargeId,
  openFen,
  dueOn: "2026-01-20",
  agreementId: "agreement",
  accountHash: "account",
  limitFen: null,
  exclusion: null,
  detail: null,
  ...more,
});
const rules = { merge: "ACCOUNT", minimumFen: 100, maximumFen: null } as const;
const short = ({ lines, exclusions }: ReturnType<typeof planLines>) => ({
  lines: lines.map(({ charges, amountFen }) => [charges.map(({ chargeId }) => chargeId).join(""), amountFen]),
  out: exclusions.map(({ charge: { chargeId }, reason }) => [chargeId, reason]),
});

test.each([
  ["one account is debited once", [charge("a", 100), charge("b", 200)], rules, { lines: [["ab", 300]], out: [] }],
  [
    "another account is another debit",
    [charge("a", 100), charge("b", 200, { accountHash: "other" })],
    rules,
    {
      lines: [
        ["a", 100],
        ["b", 200],
      ],
      out: [],
    },
  ],
  [
    "each charge for itself",
    [charge("a", 100), charge("b", 200)],
    { ...rules, merge: "CHARGE" as const },
    {
      lines: [
        ["a", 100],
        ["b", 200],
      ],
      out: [],
    },
  ],
  [
    "the earliest due up to the limit of the agreement, whole",
    [charge("new", 600, { limitFen: 1000 }), charge("old", 700, { dueOn: "2025-12-20", limitFen: 1000 })],
    rules,
    { lines: [["old", 700]], out: [["new", "OVER_LIMIT"]] },
  ],
  [
    "up to the limit of the scheme",
    [charge("a", 600)],
    { ...rules, maximumFen: 500 },
    { lines: [], out: [["a", "OVER_LIMIT"]] },
  ],
  ["nothing below the minimum", [charge("a", 99)], rules, { lines: [], out: [["a", "UNDER_MINIMUM"]] }],
  ["the minimum itself", [charge("a", 100)], rules, { lines: [["a", 100]], out: [] }],
  [
    "what the database keeps out",
    [charge("a", 100, { exclusion: "NO_AGREEMENT", agreementId: null, accountHash: null })],
    rules,
    { lines: [], out: [["a", "NO_AGREEMENT"]] },
  ],
])("%s", (_what, candidates, given, expected) => {
  expect(short(planLines(candidates, given))).toEqual(expected);
});
