import {
  creditCodeCheckDigit,
  creditCodeFault,
  documentFault,
  hmtResidenceFault,
  foreignResidenceFault,
  idCardCheckDigit,
  idCardFault,
  isPlaceholderIdNumber,
  isPlaceholderMobile,
  landlineFault,
  mobileFault,
  normalisePhone,
  phoneFault,
  plateFault,
  readIdCard,
} from "@linli/contracts/enums";

describe("ID card", () => {
  test.each([
    "11010519491231002X",
    "11010519491231002x",
    "632126199109162011",
    "110105 1949 1231 002X",
    "１１０１０５１９４９１２３１００２Ｘ",
    "130503670401001",
  ])("%s is well formed", (number) => {
    expect(idCardFault(number)).toBeNull();
  });

  test.each([
    ["632126199109162056", "校验位不对：最后一位应为 4，现在是 6"],
    ["111111111111111111", "是“没有”的占位号码"],
    ["11010519490231002X", "出生日期 1949-02-31 不存在"],
    ["99010519491231002X", "校验位不对"],
    ["00010519491231002X", "前两位 00 不是有效的省份代码"],
    ["1101051949123100", "应为 18 位，现在是 16 位"],
    ["11010519491231A02X", "前 17 位只能是数字"],
    ["130503671301001", "出生日期 1967-13-01 不存在"],
  ])("%s: %s", (number, reason) => {
    expect(idCardFault(number)).toContain(reason);
  });

  test("a date of birth in the future is refused when the day is given", () => {
    const number = `11010520300101001${idCardCheckDigit("11010520300101001")}`;
    expect(idCardFault(number)).toBeNull();
    expect(idCardFault(number, "2026-01-01")).toContain("在将来");
  });

  test("tells date of birth and sex", () => {
    expect(readIdCard("11010519491231002X")).toEqual({ birthDate: "1949-12-31", sex: "FEMALE" });
    expect(readIdCard("130503670401001")).toEqual({ birthDate: "1967-04-01", sex: "MALE" });
    expect(readIdCard("632126199109162056")).toBeNull();
  });

  test("one digit repeated is a placeholder", () => {
    expect(["111111111111111111", "000000000000000000", "111111111111111"].map(isPlaceholderIdNumber)).toEqual([
      true,
      true,
      true,
    ]);
    expect(isPlaceholderIdNumber("11010519491231002X")).toBe(false);
  });
});

test("unified social credit code", () => {
  expect(creditCodeFault("91350100M000100Y43")).toBeNull();
  expect(creditCodeFault("91350100M000100Y44")).toContain("校验位不对：最后一位应为 3");
  expect(creditCodeFault("91350100I000100Y43")).toContain("不能含 I");
  expect(creditCodeFault("9135")).toContain("应为 18 位，现在是 4 位");
  expect(creditCodeCheckDigit("91350100M000100Y4")).toBe("3");
});

test("passport, permits and residence cards", () => {
  expect(
    ["E12345678", "EA1234567", "G12345678", "K0123456A"].map((number) => documentFault("PASSPORT", number)),
  ).toEqual([null, null, null, null]);
  expect(documentFault("PASSPORT", "ABCDEFG")).toContain("护照号码");
  expect(["H12345678", "M1234567800"].map((number) => documentFault("HK_MACAU_PERMIT", number))).toEqual([null, null]);
  expect(documentFault("HK_MACAU_PERMIT", "12345678")).toContain("H 或 M");
  expect(documentFault("TAIWAN_PERMIT", "12345678")).toBeNull();
  expect(documentFault("TAIWAN_PERMIT", "H1234567")).toContain("8 位数字");
  expect(documentFault("MILITARY", "军字第1234567号")).toBeNull();
  const hmt = `81000019900101001${idCardCheckDigit("81000019900101001")}`;
  expect(hmtResidenceFault(hmt)).toBeNull();
  expect(hmtResidenceFault("11010519491231002X")).toContain("81、82 或 83");
  expect(foreignResidenceFault("USA110099012345")).toBeNull();
  expect(foreignResidenceFault("11010519491231002X")).toContain("9 开头");
});

describe("telephones", () => {
  test.each(["13912340001", "139 1234 0001", "139-1234-0001", "+86 13912340001", "８６１３９１２３４０００１"])(
    "mobile %s",
    (number) => {
      expect(mobileFault(number)).toBeNull();
      expect(normalisePhone(number)).toBe("13912340001");
    },
  );

  test.each([
    ["1391234000", "应为 11 位数字，现在是 10 位"],
    ["12912340001", "应以 13 至 19 开头"],
    ["1391234000a", "数字以外"],
    ["18999999999", "占位号码"],
  ])("mobile %s: %s", (number, reason) => {
    expect(mobileFault(number)).toContain(reason);
  });

  test("placeholders", () => {
    expect(["18999999999", "11111111111", "13000000000"].map(isPlaceholderMobile)).toEqual([true, true, true]);
    expect(["18999999991", "13800000001"].map(isPlaceholderMobile)).toEqual([false, false]);
  });

  test.each(["0755-26001234", "(0755)26001234", "26001234", "010-62001234-801", "400-123-4567"])(
    "landline %s",
    (number) => {
      expect(landlineFault(number)).toBeNull();
      expect(phoneFault(number)).toBeNull();
    },
  );

  test("neither kind", () => {
    expect(phoneFault("12")).toContain("11 位");
    expect(phoneFault("0755")).toContain("固定电话");
  });
});

test.each(["粤B12345", "粤B·12345", "京A1234警", "粤BD12345", "粤B12345F", "粤ZA123港", "粤A1234领", "使123456"])(
  "plate %s",
  (plate) => {
    expect(plateFault(plate)).toBeNull();
  },
);

test.each([
  ["粤B1234", "格式不对"],
  ["粤BO1234", "不能含字母 I 或 O"],
  ["粤BX12345", "格式不对"],
  ["B12345", "格式不对"],
])("plate %s: %s", (plate, reason) => {
  expect(plateFault(plate)).toContain(reason);
});
