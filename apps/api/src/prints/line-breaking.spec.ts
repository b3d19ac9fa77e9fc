import fc from "fast-check";
import { printable, printFont } from "./fonts.js";
import { breakLines, shortened } from "./line-breaking.js";

const font = printFont("regular");
/** Wide enough for ten Chinese characters of size 10. */
const WIDTH = 100;
const lines = (text: string, maxLines?: number) => breakLines(text, font, 10, WIDTH, maxLines);

describe("line breaking", () => {
  test("Chinese breaks between any two characters", () => {
    expect(lines("一二三四五六七八九十一二三")).toEqual(["一二三四五六七八九十", "一二三"]);
  });

  test("a line neither begins with closing nor ends with opening punctuation", () => {
    expect(lines("一二三四五六七八九十，一二")).toEqual(["一二三四五六七八九", "十，一二"]);
    expect(lines("一二三四五六七八九（一二）")).toEqual(["一二三四五六七八九", "（一二）"]);
  });

  test("words and numbers stay whole unless they are longer than a line", () => {
    expect(lines("物业服务费自2026-11-01起")).toEqual(["物业服务费自", "2026-11-01起"]);
    expect(lines("8".repeat(40)).length).toBeGreaterThan(1);
  });

  test("what does not fit into the lines allowed is cut with an ellipsis", () => {
    expect(lines("一二三四五六七八九十".repeat(3), 2)).toEqual(["一二三四五六七八九十", "一二三四五六七八九…"]);
    expect(shortened("一二三", font, 10, WIDTH)).toBe("一二三");
  });

  test("no line is wider than allowed and no character is lost", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."物业费（），。、12.3aB-¥元 "), maxLength: 80 }), (text) => {
        const broken = lines(text);
        for (const line of broken) expect(font.widthOf(line, 10)).toBeLessThanOrEqual(WIDTH + 0.1);
        expect(broken.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }),
    );
  });
});

describe("printable", () => {
  test("leaves ordinary text alone and composes what can be composed", () => {
    expect(printable("龘 ①㎡ ¥12.30")).toBe("龘 ①㎡ ¥12.30");
    expect(printable("e\u0301")).toBe("é");
  });

  test("puts one 〓 for each thing that cannot be drawn", () => {
    expect(printable("甲👨‍👩‍👧‍👦乙👍🏽丙𠮷丁")).toBe("甲〓乙〓丙〓丁");
  });

  test("removes what cannot be seen and puts a space for a line break", () => {
    expect(printable("甲\u200b乙\ufeff丙\r\n丁")).toBe("甲乙丙 丁");
  });

  test("the font is read once", () => {
    expect(printFont("bold")).toBe(printFont("bold"));
  });
});
