import { changesOf } from "./changes";

test("tells changes in words and leaves out fields without a Chinese name", () => {
  const words = {
    labels: { state: "状态", arrearsFen: "欠费", active: "启用", tags: "标签", remark: "备注" },
    choices: { state: { A: "甲", B: "乙" } },
  };
  const before = { state: "A", arrearsFen: 100, active: true, tags: ["x"], internalId: 1, remark: "" };
  const after = { state: "B", arrearsFen: 123_456, active: false, tags: ["x"], internalId: 2, remark: null };
  expect(changesOf(before, after, words)).toEqual([
    { label: "状态", before: "甲", after: "乙" },
    { label: "欠费", before: "1.00 元", after: "1,234.56 元" },
    { label: "启用", before: "是", after: "否" },
  ]);
});

test("a creation has no before", () => {
  expect(changesOf(null, { name: "翠湖花园" }, { labels: { name: "名称" } })).toEqual([
    { label: "名称", before: undefined, after: "翠湖花园" },
  ]);
});
