import { auditChanges } from "./audit-words";

test.each([
  ["user", "姓名"],
  ["customer", "客户名称"],
  ["room", "房间名称"],
  ["something-new", "名称"],
])("the name of a %s is called as in its own form: %s", (entity, label) => {
  const changes = auditChanges(entity, { name: "甲" }, { name: "乙" });
  expect(changes).toEqual([{ label, before: "甲", after: "乙" }]);
});

test("a field that no form has is shown all the same", () => {
  expect(auditChanges("user", null, { secretNo: "1" })).toEqual([{ label: "secretNo", before: undefined, after: "1" }]);
});
