import { prefixFault, prefixOf } from "./room-code.js";

test.each([
  ["CH1-101", "CH"],
  ["ch1", "ch"],
  ["1011", ""],
  ["翠湖1", ""],
  ["1A", ""],
  ["CH", "CH"],
])("%s begins with the letters %p", (code, letters) => {
  expect(prefixOf(code)).toBe(letters);
});

test.each(["CH1", "XX9", "1011", "翠湖1"])("without issued prefixes %s passes", (code) => {
  expect(prefixFault(code, [])).toBeNull();
});

test.each([
  ["CH1-101", null],
  ["TH2-101", null],
  ["ch1-101", "房间代码的前缀 ch 不是公司给定的前缀（CH、TH）"],
  ["CHX1", "房间代码的前缀 CHX 不是公司给定的前缀（CH、TH）"],
  ["1011", "房间代码必须以公司给定的前缀开头：CH、TH"],
])("with CH and TH issued, %s: %s", (code, fault) => {
  expect(prefixFault(code, ["CH", "TH"])).toBe(fault);
});
