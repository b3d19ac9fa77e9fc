import { readStatement } from "./statement-lines";

test("a head, empty lines and any separator; thousands and full-width digits", () => {
  const text = "\ufeff日期,渠道,金额\n2026-03-10,微信,1234.50\r\n\n2026/3/9\t支付宝\t-20\n20260308 POS机 ８８.8";
  expect(readStatement(text)).toEqual({
    faults: [],
    lines: [
      { day: "2026-03-10", channel: "WECHAT", amountFen: 123_450 },
      { day: "2026-03-09", channel: "ALIPAY", amountFen: -2_000 },
      { day: "2026-03-08", channel: "CARD", amountFen: 8_880 },
    ],
  });
});

test.each([
  ["三月十日,微信,1", "第 1 行：“三月十日”不是日期"],
  ["2026-03-10,现钞,1", "第 1 行：“现钞”不是渠道"],
  ["2026-03-10,微信,1.234", "第 1 行：“1.234”不是金额"],
  ["2026-03-10,微信", "第 1 行：“”不是金额"],
])("%s is named as a fault", (text, fault) => {
  const { lines, faults } = readStatement(text);
  expect(lines).toEqual([]);
  expect(faults[0]).toContain(fault);
});
