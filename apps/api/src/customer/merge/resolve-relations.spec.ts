import { type MergedRelation, resolveRelations } from "./resolve-relations.js";

const row = (
  id: string,
  from: string,
  to: string | null = null,
  more: Partial<MergedRelation> = {},
): MergedRelation => ({
  id,
  roomId: "r1",
  role: "OWNER",
  isPrimaryContact: false,
  from,
  to,
  ...more,
});
const nothing = { moved: [], trimmed: [], dropped: [], primary: [] };

test.each<[string, MergedRelation[], MergedRelation, object]>([
  ["another room", [row("a", "2020-01-01", null, { roomId: "r2" })], row("b", "2020-01-01"), { moved: ["b"] }],
  ["another role", [row("a", "2020-01-01", null, { role: "TENANT" })], row("b", "2020-01-01"), { moved: ["b"] }],
  ["other days", [row("a", "2022-01-01")], row("b", "2020-01-01", "2021-12-31"), { moved: ["b"] }],
  ["the same days", [row("a", "2020-01-01")], row("b", "2020-01-01"), { dropped: ["b"] }],
  ["days within", [row("a", "2020-01-01")], row("b", "2021-01-01", "2021-06-30"), { dropped: ["b"] }],
  [
    "earlier days stick out",
    [row("a", "2020-01-01")],
    row("b", "2018-01-01"),
    { trimmed: [{ id: "b", parts: [{ from: "2018-01-01", to: "2019-12-31" }] }] },
  ],
  [
    "days stick out on both sides",
    [row("a", "2020-01-01", "2020-12-31")],
    row("b", "2018-01-01"),
    {
      trimmed: [
        {
          id: "b",
          parts: [
            { from: "2018-01-01", to: "2019-12-31" },
            { from: "2021-01-01", to: null },
          ],
        },
      ],
    },
  ],
  [
    "two rows with a gap between them",
    [row("a", "2020-01-01", "2020-12-31"), row("c", "2022-01-01")],
    row("b", "2020-01-01"),
    { trimmed: [{ id: "b", parts: [{ from: "2021-01-01", to: "2021-12-31" }] }] },
  ],
  [
    "the first contact goes with it",
    [row("a", "2020-01-01")],
    row("b", "2020-01-01", null, { isPrimaryContact: true }),
    { dropped: ["b"], primary: ["a"] },
  ],
])("%s", (_what, survivor, merged, expected) => {
  const { met: _met, ...resolution } = resolveRelations(survivor, [merged]);
  expect(resolution).toEqual({ ...nothing, ...expected });
});
