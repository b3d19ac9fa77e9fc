import { meantBy, recognise } from "./recognise.js";

test.each([
  ["440304198001010017", "ID_NUMBER"],
  ["44030419800101001x", "ID_NUMBER"],
  ["E12345678", "ID_NUMBER"],
  ["91350100M000100Y43", "ID_NUMBER"],
  ["139 0000 0001", "PHONE"],
  ["+86 139-0000-0001", "PHONE"],
  ["0755-26001234", "PHONE"],
  ["０００１", "PHONE_TAIL"],
  ["sj000123", "RECEIPT"],
  ["粤B·12345", "PLATE"],
  ["粤b12", "PLATE"],
  ["B1234", "PLATE"],
  ["1-1-101", "CODE"],
  ["KH1-1-101", "CODE"],
  ["张", "NAME"],
  ["欧阳娜娜", "NAME"],
  ["Smith", "NAME"],
])("%s is a %s", (text, kind) => {
  expect(recognise(text)[0]).toBe(kind);
});

test("nothing that anybody asks for", () => {
  expect(recognise("%_")).toEqual([]);
  expect(meantBy([])).toEqual([]);
});

test.each([
  ["13900000001", ["CUSTOMER"]],
  ["0001", ["CUSTOMER", "ROOM", "VEHICLE", "SPACE", "RECEIPT"]],
  ["SJ000123", ["RECEIPT"]],
  ["1-1-101", ["ROOM", "SPACE", "VEHICLE", "CUSTOMER", "RECEIPT"]],
  ["张伟", ["CUSTOMER", "ROOM"]],
])("%s is looked for among %j", (text, kinds) => {
  expect(meantBy(recognise(text)).sort()).toEqual(kinds.sort());
});
