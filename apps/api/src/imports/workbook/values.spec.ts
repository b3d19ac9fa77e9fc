import type { Cell } from "./cell.js";
import { choiceOf, codeOf, dateOf, decimalOf, fenOf, integerOf, textOf, yesNoOf, type Parsed } from "./values.js";

const text = (value: string): Cell => ({ column: 1, kind: "text", text: value });
const number = (value: string): Cell => ({ column: 1, kind: "number", text: value });
const is = <T>(value: T): Parsed<T> => ({ value, fault: null });

test.each<[string, Cell | undefined, string | null]>([
  ["nothing", undefined, null],
  ["blanks of every kind", text(" \u00a0\u3000\u200b"), null],
  ["full-width digits and letters", text("　Ａ座１２０１　"), "A座1201"],
  ["a telephone number typed as a number", number("18999999999"), "18999999999"],
  ["leading zeros of a text", text("00123"), "00123"],
  ["line breaks", text("甲\r\n乙"), "甲 乙"],
  ["a rare character outside the basic plane", text("𠮷某"), "𠮷某"],
])("textOf reads %s", (_what, cell, expected) => {
  expect(textOf(cell)).toEqual(is(expected));
});

test.each<[string, Cell, string]>([
  ["an error", { column: 1, kind: "error", text: "#REF!" }, "单元格是错误值 #REF!"],
  [
    "a formula without result",
    { column: 1, kind: "text", text: "", formula: true, unevaluated: true },
    "公式没有计算结果",
  ],
  ["a number that has lost its end", { ...number("632126199109162000"), imprecise: true }, "超过 15 位"],
  ["a control character", text("甲\u0001"), "控制字符"],
  ["an emoji", text("张三😀"), "表情符号"],
  ["half a character", text("甲\ud83d"), "无法识别的字符"],
  ["201 characters", text("长".repeat(201)), "超过 200 个字（现有 201 个）"],
])("textOf refuses %s", (_what, cell, sentence) => {
  expect(textOf(cell).fault).toContain(sentence);
});

test("codeOf makes marks half-width and refuses blanks within", () => {
  expect(codeOf(text("１－１＃１０１"))).toEqual(is("1-1#101"));
  expect(codeOf(number("1011"))).toEqual(is("1011"));
  expect(codeOf(text("1 101")).fault).toContain("不能有空格");
  expect(codeOf(text("A".repeat(33))).fault).toContain("超过 32 个字");
});

test.each([
  ["94.56", "94.56"],
  ["94.5600", "94.56"],
  ["1,234.5", "1234.5"],
  ["￥1,000元", "1000"],
  ["９４．５６".replace("．", "."), "94.56"],
  ["94.56㎡", "94.56"],
  ["1e3", "1000"],
])("decimalOf reads %s as %s", (given, expected) => {
  expect(decimalOf(text(given))).toEqual(is(expected));
});

test.each([
  ["九十", {}, "不是数字"],
  ["1,2", {}, "不是数字"],
  ["-1", {}, "不能小于 0"],
  ["1e99", {}, "不能大于"],
  ["1.234", { places: 2 }, "最多 2 位小数"],
  ["50%", {}, "不是数字"],
  ["Infinity", {}, "不是数字"],
])("decimalOf refuses %s", (given, options, sentence) => {
  expect(decimalOf(text(given), options).fault).toContain(sentence);
});

test("percentages, whole numbers and amounts", () => {
  expect(decimalOf(text("50%"), { percent: true })).toEqual(is("0.5"));
  expect(integerOf(text("33"))).toEqual(is(33));
  expect(integerOf(text("3.5")).fault).toContain("必须是整数");
  expect(integerOf(number("-2"), { min: -10 })).toEqual(is(-2));
  expect(fenOf(text("142.93"))).toEqual(is(14293));
  expect(fenOf(text("0.001")).fault).toContain("最多 2 位小数");
});

test.each([
  "2020-6-10",
  "2020/06/10",
  "2020.6.10",
  "2020年6月10日",
  "20200610",
  "2020-06-10 00:00:00",
  "２０２０-６-１０",
])("dateOf reads %s", (given) => {
  expect(dateOf(text(given))).toEqual(is("2020-06-10"));
});

test("dateOf reads serial numbers and compact numbers", () => {
  expect(dateOf(number("43992"))).toEqual(is("2020-06-10"));
  expect(dateOf(number("43992.75"))).toEqual(is("2020-06-10"));
  expect(dateOf(number("20200610"))).toEqual(is("2020-06-10"));
  expect(dateOf(text("2024-02-29"))).toEqual(is("2024-02-29"));
});

test.each([
  [text("2026-02-30"), "日期 2026-02-30 不存在"],
  [text("2023-02-29"), "日期 2023-02-29 不存在"],
  [text("2020-13-01"), "不存在"],
  [text("0020-01-01"), "不在 1900 至 2199 年之间"],
  [text("2020-6/10"), "不是日期，应写成 2020-06-10"],
  [text("下月"), "不是日期"],
  [number("7"), "7 不是日期"],
])("dateOf refuses %o", (cell, sentence) => {
  expect(dateOf(cell).fault).toContain(sentence);
});

test("yes, no and choices", () => {
  expect(["是", "有", "Y", "√", "1"].map((word) => yesNoOf(text(word)).value)).toEqual([true, true, true, true, true]);
  expect(["否", "无", "没有", "n", "0"].map((word) => yesNoOf(text(word)).value)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(yesNoOf(text("也许")).fault).toBe("“也许”应填“是”或“否”");
  const labels = { S: "南", N: "北" } as const;
  expect(choiceOf(text("南"), labels)).toEqual(is("S"));
  expect(choiceOf(text("朝北"), labels, { 朝北: "N" })).toEqual(is("N"));
  expect(choiceOf(text("上"), labels).fault).toBe("“上”不在可选值内，只能填：南、北");
});
