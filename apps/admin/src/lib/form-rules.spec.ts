import { violationOf, type FieldRule } from "./form-rules";

const roomNo: FieldRule = {
  label: "房号",
  required: true,
  maxLength: 4,
  pattern: "^[0-9-]+$",
  patternMessage: "房号只能用数字和 -",
};
const amountFen: FieldRule = { label: "金额", minimum: 1, maximum: 1000 };

test.each([
  ["nothing in a required field", roomNo, undefined, "请填写房号"],
  ["only blanks in a required field", roomNo, "   ", "请填写房号"],
  ["an empty list in a required field", { ...roomNo, maxLength: undefined }, [], "请填写房号"],
  ["too long a text", roomNo, "12345", "房号不能超过 4 个字"],
  ["a text of another form", roomNo, "甲1", "房号只能用数字和 -"],
  ["too many in a list", { label: "房间", maxItems: 1 }, ["a", "b"], "房间最多 1 项"],
  ["a choice that is none", { label: "状态", enum: ["A", "B"] }, "C", "请重新选择状态"],
])("refuses %s", (_what, rule, value, sentence) => {
  expect(violationOf("roomNo", rule, value)).toBe(sentence);
});

test("speaks of money in yuan", () => {
  expect(violationOf("amountFen", amountFen, 0)).toBe("金额必须大于 0");
  expect(violationOf("amountFen", { ...amountFen, minimum: 150 }, 149)).toBe("金额不能小于 1.50 元");
  expect(violationOf("amountFen", amountFen, 1001)).toBe("金额太大");
  expect(violationOf("days", amountFen, 1001)).toBe("金额不能大于 1000");
});

test("takes what the API would take", () => {
  expect(violationOf("roomNo", roomNo, " 1-01 ")).toBeNull();
  expect(violationOf("roomNo", { ...roomNo, required: false }, "")).toBeNull();
  expect(violationOf("amountFen", amountFen, 1)).toBeNull();
});
