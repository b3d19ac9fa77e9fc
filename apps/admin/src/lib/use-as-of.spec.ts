import { asDay } from "./use-as-of";

test.each<[string | null, string | undefined]>([
  ["2024-05-03", "2024-05-03"],
  ["2024-02-29", "2024-02-29"],
  ["2023-02-29", undefined],
  ["2024-02-31", undefined],
  ["2024-5-3", undefined],
  ["２０２４-05-03", undefined],
  ["1850-01-01", undefined],
  ["yesterday", undefined],
  [null, undefined],
])("%s in the address asks about %s", (text, day) => {
  expect(asDay(text)).toBe(day);
});
