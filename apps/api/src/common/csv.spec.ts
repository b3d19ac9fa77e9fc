import { csvLine } from "./csv.js";

test.each([
  ["a text", "翠湖花园", '"翠湖花园"'],
  ["quotes and a comma", '1"2,3', '"1""2,3"'],
  ["an empty cell", "", '""'],
  ["a dash", "-", '"-"'],
  ["a red amount", "-106.00", '"-106.00"'],
  ["a whole negative number", "-3", '"-3"'],
  ["a formula", "=1+1", '"\'=1+1"'],
  ["a formula that begins like a number", "-1+2", '"\'-1+2"'],
  ["a number in another form", "-1e5", '"\'-1e5"'],
  ["a number of several lines", "-1\n=1+1", '"\'-1\n=1+1"'],
  ["a plus", "+86", '"\'+86"'],
  ["a reference", "@A1", '"\'@A1"'],
  ["a tab", "\tA1", '"\'\tA1"'],
])("%s", (_what, cell, expected) => {
  expect(csvLine([cell, "x"])).toBe(`${expected},"x"\r\n`);
});
