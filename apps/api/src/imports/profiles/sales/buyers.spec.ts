import { equalShares, splitBuyers } from "./buyers.js";

const row = (overrides: object) => ({
  names: "张三、李四",
  ids: null,
  phones: null,
  shares: null,
  idType: null,
  ...overrides,
});
const said = (overrides: object) => splitBuyers(row(overrides)).faults.map(({ message }) => message);

test.each<[string, string[]]>([
  ["张三", ["张三"]],
  ["张三、李四", ["张三", "李四"]],
  ["张三,李四；王五;赵六", ["张三", "李四", "王五", "赵六"]],
  ["张三\n李四", ["张三", "李四"]],
  ["张三/李四", ["张三", "李四"]],
  ["买买提·吐尔逊、John Smith", ["买买提·吐尔逊", "John Smith"]],
  ["翠湖贸易（深圳）有限公司", ["翠湖贸易（深圳）有限公司"]],
])("buyers of “%s”", (names, expected) => {
  expect(splitBuyers(row({ names })).buyers.map(({ name }) => name)).toEqual(expected);
});

test("documents and telephones go to the buyers in their order", () => {
  const { buyers, faults } = splitBuyers(
    row({ ids: "11010519491231002X、440304198001011230", phones: "13912340001；0755-26001234" }),
  );
  expect(buyers).toMatchObject([
    { name: "张三", idNumber: "11010519491231002X", mobile: "13912340001", homePhone: null },
    { name: "李四", idNumber: "440304198001011230", mobile: null, homePhone: "0755-26001234" },
  ]);
  expect(faults).toEqual([]);
});

test("one telephone of two buyers is the first one's, and said; two of one are his", () => {
  const one = splitBuyers(row({ phones: "13912340001" }));
  expect(one.buyers.map(({ mobile }) => mobile)).toEqual(["13912340001", null]);
  expect(one.faults[0]).toMatchObject({ refuse: false, message: "买受人 2 位，电话 1 个，记在第一位 张三 名下" });
  const two = splitBuyers(row({ names: "张三", phones: "0755-26001234/13912340001 13912340002" }));
  expect(two.buyers[0]).toMatchObject({
    mobile: "13912340001",
    homePhone: "0755-26001234",
    otherPhones: ["13912340002"],
  });
});

test.each<[string, string, (string | null)[]]>([
  ["per cent", "60%、40%", ["0.6", "0.4"]],
  ["fractions of the whole", "0.5,0.5", ["0.5", "0.5"]],
  ["parts", "1/3；2/3", ["0.333333", "0.666666"]],
  ["one against the other", "30:70", ["0.3", "0.7"]],
  ["each the same", "50%", ["0.5", "0.5"]],
  ["held together", "共同共有", [null, null]],
])("shares as %s", (_what, shares, expected) => {
  const { buyers, faults } = splitBuyers(row({ shares }));
  expect([buyers.map(({ share }) => share), faults]).toEqual([expected, []]);
});

test.each([
  ["fewer documents than buyers", { ids: "11010519491231002X" }, "买受人 2 位，证件号码 1 个，不能一一对应"],
  ["a document in scientific notation", { names: "张三", ids: "4.40304E+17" }, "证件号码 4.40304E+17 是科学计数法"],
  ["shares that do not fit", { shares: "50%、30%、20%" }, "产权比例“50%、30%、20%”与 2 位买受人对不上"],
  ["shares that are none", { shares: "1/0" }, "对不上"],
  ["a buyer twice", { names: "张三、张三" }, "买受人重复"],
])("%s is refused", (_what, overrides, sentence) => {
  expect(said(overrides).join()).toContain(sentence);
});

test.each<[number, string[]]>([
  [1, ["1"]],
  [2, ["0.5", "0.5"]],
  [3, ["0.333334", "0.333333", "0.333333"]],
  [7, ["0.142858", "0.142857", "0.142857", "0.142857", "0.142857", "0.142857", "0.142857"]],
])("equal shares of %d", (count, expected) => {
  expect(equalShares(count)).toEqual(expected);
});
