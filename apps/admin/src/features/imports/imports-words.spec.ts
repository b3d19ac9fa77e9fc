import { columnLetters, stepOf } from "./imports-words";

test.each([
  [1, "A"],
  [26, "Z"],
  [27, "AA"],
  [200, "GR"],
])("column %i is %s", (column, letters) => expect(columnLetters(column)).toBe(letters));

describe("where an import stands", () => {
  const summary = { decisions: [] } as never;
  const asking = { decisions: [{}] } as never;
  test.each([
    ["uploaded", "UPLOADED", null, 1],
    ["checked with questions", "CHECKED", asking, 3],
    ["checked without questions", "CHECKED", summary, 4],
    ["failed in the check", "FAILED", null, 2],
    ["failed in the commit", "FAILED", summary, 4],
    ["done", "DONE", summary, 5],
  ] as const)("%s", (_what, status, given, step) => expect(stepOf({ status, summary: given })).toBe(step));
});
