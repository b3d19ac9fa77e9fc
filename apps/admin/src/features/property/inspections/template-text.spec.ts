import { readTemplateText, toTemplateText } from "./template-text";

const groups = [
  {
    name: "厨房",
    items: [
      { name: "墙面", standard: "平整" },
      { name: "水龙头", standard: null },
    ],
  },
  { name: "阳台", items: [{ name: "栏杆", standard: "高度：1.1 米" }] },
];

test("what is written is read back", () => {
  expect(toTemplateText(groups)).toBe("厨房\n- 墙面：平整\n- 水龙头\n\n阳台\n- 栏杆：高度：1.1 米");
  expect(readTemplateText(toTemplateText(groups))).toEqual({ groups });
});

test.each([
  ["", "请写部位和项目"],
  ["- 墙面", "第 1 行：请先写部位，再写项目"],
  ["厨房\n\n阳台\n- 栏杆", "部位“厨房”下面还没有项目（项目以 - 开头）"],
  ["厨房\n- ：平整", "第 2 行：请写项目名称"],
])("names what is wrong with %j", (text, fault) => {
  expect(readTemplateText(text)).toEqual({ fault });
});

test("blanks, full-width dashes and half-width colons are understood", () => {
  expect(readTemplateText(" 厨房 \n－墙面: 平整 ")).toEqual({
    groups: [{ name: "厨房", items: [{ name: "墙面", standard: "平整" }] }],
  });
});
