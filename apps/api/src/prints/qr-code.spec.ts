import { qrRows } from "./qr-code.js";
import { scanned } from "./qr-code.factories.js";

test.each([
  ["a text", "1"],
  ["an address", "https://pay.example.com/bill?notice=202611-1-2-1011-K000127&room=1-2-1011"],
  ["Chinese", "邻里物业 通知单 202611-1-2-1011"],
  ["as much as may be set, filled in", `https://pay.example.com/${"%E9%80%9A".repeat(40)}`],
])("a reader finds %s", (_what, text) => {
  const rows = qrRows(text);
  expect(scanned(rows)).toBe(text);
});
