import type { StatementLineDto } from "@linli/contracts";
import { channelLabels, type Channel } from "@linli/contracts/enums";
import { parseYuan } from "../../../lib/money";

/** What people and banks call the channels. */
const names: readonly (readonly [RegExp, Channel])[] = [
  [/微信|wechat/i, "WECHAT"],
  [/支付宝|alipay/i, "ALIPAY"],
  [/pos|刷卡|银联/i, "CARD"],
  [/转账|网银/, "TRANSFER"],
  [/支票/, "CHEQUE"],
];

/** Lines that were understood, and those that were not with their number. */
export interface ReadStatement {
  lines: StatementLineDto[];
  faults: string[];
}

/** Reads lines of 日期, 渠道, 金额 separated by commas, tabs or spaces; a head line and empty lines are passed over. */
export function readStatement(text: string): ReadStatement {
  const lines: StatementLineDto[] = [];
  const faults: string[] = [];
  text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .forEach((raw, index) => {
      const parts = raw
        .trim()
        .split(/[,，\t;；]+|\s+/)
        .map((part) => part.replaceAll('"', "").trim());
      if (parts.join("") === "" || /日期/.test(parts[0] ?? "")) return;
      const line = lineOf(parts);
      if (typeof line === "string") faults.push(`第 ${index + 1} 行：${line}`);
      else lines.push(line);
    });
  return { lines, faults };
}

function lineOf([dayText = "", channelText = "", ...amount]: string[]): StatementLineDto | string {
  const day = dayOf(dayText);
  const channel = names.find(([pattern]) => pattern.test(channelText))?.[1];
  const fen = parseYuan(amount.join(""));
  if (!day) return `“${dayText}”不是日期，请写成 2026-03-10`;
  if (!channel) return `“${channelText}”不是渠道，请写 ${Object.values(channelLabels).slice(1).join("、")}`;
  if (fen === null) return `“${amount.join("")}”不是金额`;
  return { day, channel, amountFen: fen };
}

function dayOf(text: string): string | undefined {
  const match = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(text);
  return match ? `${match[1]}-${match[2]!.padStart(2, "0")}-${match[3]!.padStart(2, "0")}` : undefined;
}
