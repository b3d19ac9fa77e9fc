import { auditEntityLabels } from "@linli/contracts";
import { readRightOf, readRights, shownKinds } from "./read-rights.js";

test("it is decided who reads the history of every kind of thing", () => {
  expect(Object.keys(readRights).toSorted()).toEqual(Object.keys(auditEntityLabels).toSorted());
});

test("what is not decided about is for the auditor", () => {
  expect(readRightOf("something-new")).toBe("audit:read");
  const kinds = shownKinds("room", (right) => right === "property:read");
  expect(kinds).toEqual(expect.arrayContaining(["room", "picture", "attachment", "approval"]));
  for (const kind of ["deposit", "vehicle-relation", "relation", "user", "something-new"])
    expect(kinds).not.toContain(kind);
});
