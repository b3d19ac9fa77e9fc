import { checkFormula } from "./check-formula.js";
import { evaluateFormula } from "./evaluate-formula.js";
import { KNOWN_NAMES, isKnownName, type NameKind } from "./formula-names.js";
import { decimalOf } from "./fraction.js";
import { namesIn, parseFormula } from "./parse-formula.js";

const kindOf = (name: string): NameKind | undefined =>
  isKnownName(name) ? KNOWN_NAMES[name] : name === "车位数" ? "FIELD" : undefined;

const check = (text: string) => checkFormula(parseFormula(text), kindOf);
const VALUES: Record<string, string> = {
  收费面积: "94.56",
  建筑面积: "100",
  数量: "2",
  单价: "2.38",
  附加费: "20",
  车位数: "3",
};
const result = (text: string) => decimalOf(evaluateFormula(parseFormula(text), (name) => VALUES[name] ?? null));

test.each([
  ["收费面积 × 单价 + 附加费", "245.0528"],
  ["max(收费面积, 100) * 单价", "238"],
  ["最小（收费面积，60）× 单价", "142.8"],
  ["数量 × 单价 + 20", "24.76"],
  ["单价", "2.38"],
  ["收费面积 × 单价 ÷ 3", "75.0176"],
  ["车位数 × 附加费 + 1", "61"],
  ["最大(0, 收费面积 × 单价 − 300)", "0"],
  ["附加费 ÷ 7", "2.857142857143"],
  ["收费面积 × 单价 × 数量 ÷ 最大(1, 数量)", "225.0528"],
])("%s is a formula and comes to %s", (text, expected) => {
  expect(() => check(text)).not.toThrow();
  expect(result(text)).toBe(expected);
});

test("tenths are exact", () => {
  expect(result("0.1 + 0.2")).toBe("0.3");
  expect(result("0.1 * 3 - 0.3")).toBe("0");
});

test.each([
  ["", /请填写公式/],
  ["收费面积 ×", /写法有误/],
  ["(收费面积 × 单价", /写法有误/],
  ["收费面积 单价", /缺少/],
  ["高度 × 单价", /没有“高度”这个数据/],
  ["constructor", /没有“constructor”这个数据/],
  ["__proto__ + 1", /没有“__proto__”这个数据/],
  ["单价.constructor", /只能用数字/],
  ["单价['x']", /只能用数字/],
  ["eval(单价, 1)", /没有“eval”这个函数/],
  ["toString(单价, 1)", /没有“toString”这个函数/],
  ["单价 = 3", /写法有误|缺少/],
  ["单价 ? 1 : 2", /只能用数字|写法有误/],
  ["`单价`", /写法有误|只能用数字/],
  ["'3' + 单价", /不是能用的数字/],
  ["1e5", /不是能用的数字/],
  ["１２ + 单价", /没有“１２”这个数据/],
  ["单价 ÷ 0", /除数可能为零/],
  ["单价 ÷ 数量", /除数可能为零/],
  ["单价 ÷ (2 − 2)", /除数可能为零/],
  ["收费面积", /单位是 m²，不是元/],
  ["收费面积 + 附加费", /m² 和 元 不能相加减/],
  ["收费面积 × 收费面积 × 单价", /不是元/],
  ["单价 × 附加费", /不是元/],
  ["附加费 − 单价", /可能小于零/],
  ["最大(单价,,1)", /写法有误|只能用数字|2 到 10/],
  ["最大(,)", /写法有误|只能用数字|2 到 10/],
  ["[单价]", /只能用数字/],
  ["-单价", /写法有误/],
  ["this", /没有“this”|只能用数字/],
  ["最大(单价)", /2 到 10 个部分/],
  [`${"(".repeat(20)}单价${")".repeat(20)}${"+单价".repeat(200)}`, /不能超过 300 个字/],
  [`${"1+(".repeat(20)}单价${")".repeat(20)}`, /嵌套太深/],
])("%s is refused with a sentence", (text, sentence) => {
  expect(() => check(text)).toThrow(sentence);
});

test("names are told, each once", () => {
  expect(namesIn(parseFormula("收费面积 × 单价 + 最大(收费面积, 1) × 单价"))).toEqual(["收费面积", "单价"]);
});
