import type { ChargeStartLack, ChargeStartRule } from "@linli/contracts";
import { periodOf } from "../../common/calendar.js";
import { formatFen } from "../../common/money.js";
import { isOwned } from "../pricing/payers.js";
import type { PayerSpan } from "../pricing/pricing.types.js";
import { type ChargeStart, isBeforeStart } from "./charge-start.js";

/** Where the start of charging decides who pays for a line, as the charge keeps it (BIL-14). */
export interface StartTrace {
  rule: Exclude<ChargeStartRule, "OFF">;
  /** NOTICE: days between the notice and the start. */
  days?: number;
  /** The developer bears the whole month of the start. */
  whole?: true;
  noticed?: string;
  handed?: string;
  /** First day that the owner bears; absent while the room is not handed over. */
  on?: string;
  /** Who pays; absent where nobody does. */
  by?: "DEVELOPER" | "OWNER";
  /** Nobody owned the room. */
  unsold?: true;
  /** Why nobody pays. */
  lack?: ChargeStartLack;
  /** The developer or the owners' side was charged these days before, and that stands. */
  was?: { from: string; to: string; fen: number; by: "DEVELOPER" | "OWNER" }[];
}

/** A line of which is known who pays. */
interface Borne {
  serviceFrom: string;
  serviceTo: string;
  payerId: string | null;
}

/**
 * What the start of charging has to say about a line: that the developer pays, where he does; why nobody pays; and that
 * the owner begins, in the month in which he begins. `undefined` where it says nothing.
 */
export function startTrace(
  start: ChargeStart,
  line: Borne,
  { payers, developerId }: { payers: readonly PayerSpan[]; developerId: string | null },
): StartTrace | undefined {
  const { serviceFrom, payerId } = line;
  const trace = traceOf(start);
  const unsold = !isOwned(payers, serviceFrom);
  if (payerId === null) {
    const lack = lackOf(start, serviceFrom, unsold, developerId);
    return lack && { ...trace, lack, ...(unsold && { unsold }) };
  }
  const isDeveloper = payerId === developerId;
  if (isDeveloper && (unsold || isBeforeStart(start, serviceFrom)))
    return { ...trace, by: "DEVELOPER", ...(unsold && { unsold }) };
  const begins = !isDeveloper && start.from !== null && periodOf(start.from) === periodOf(serviceFrom);
  return begins ? { ...trace, by: "OWNER" } : undefined;
}

/** What a start follows from, without saying who pays. */
export function traceOf({ policy, noticedOn, handedOverOn, from }: ChargeStart): StartTrace {
  return {
    rule: policy.rule,
    ...(policy.rule === "NOTICE" && { days: policy.noticeDays }),
    ...(policy.developerShare === "WHOLE_MONTH" && policy.rule !== "NEXT_MONTH" && { whole: true }),
    ...(policy.rule === "NOTICE" && noticedOn !== null && { noticed: noticedOn }),
    ...(handedOverOn !== null && { handed: handedOverOn }),
    ...(from !== null && { on: from }),
  };
}

/** Why nobody pays, as far as the start of charging is the reason. */
function lackOf(
  start: ChargeStart,
  day: string,
  unsold: boolean,
  developerId: string | null,
): ChargeStartLack | undefined {
  if (unsold) {
    const isAwaited =
      start.from !== null && start.handedOverOn !== null && day >= start.from && day < start.handedOverOn;
    if (isAwaited) return "OWNER";
    return developerId === null ? "DEVELOPER" : undefined;
  }
  if (!isBeforeStart(start, day)) return undefined;
  return start.lack ?? "DEVELOPER";
}

/** The policy in words: 「自交房日起」. */
export function policyInWords({ rule, days, whole }: Pick<StartTrace, "rule" | "days" | "whole">): string {
  if (rule === "NEXT_MONTH") return "自交房的次月起，交付当月由开发商承担";
  const begin = rule === "HANDOVER" ? "自交房日起" : `自交房通知起 ${days} 天后，先收房的自交房日起`;
  return whole ? `${begin}，当月由开发商承担整月` : begin;
}

const datesInWords = ({ noticed, handed }: StartTrace) =>
  [noticed && `交房通知 ${noticed}`, handed && `交房 ${handed}`].filter(Boolean).join("，") || "没有交房日期";

/** The sentences of the start of charging for the card 「为什么是这个金额」. `to` is the last day of the line. */
export function explainStart(trace: StartTrace, to: string): string[] {
  const issued = issuedSentence(trace);
  return issued ? [...bearerSentences(trace, to), issued] : bearerSentences(trace, to);
}

function bearerSentences(trace: StartTrace, to: string): string[] {
  const { on, by, unsold } = trace;
  if (trace.lack) return [];
  if (by === undefined) return [];
  const policy = `起算政策：${policyInWords(trace)}（${datesInWords(trace)}）`;
  if (unsold) return ["没有业主（未售），由开发商承担（物业管理条例第41条）"];
  if (by === "OWNER") return [`业主自 ${on} 起承担`, policy];
  const until = on === undefined ? "房间还没有交付" : `业主自 ${on} 起承担`;
  const isWhole = on !== undefined && to >= on;
  return [
    `交付前由开发商承担（物业管理条例第41条）：${until}`,
    policy,
    ...(isWhole ? ["收费标准按整月计费，起算当月整月由开发商承担"] : []),
  ];
}

/** From when the owner of a room bears, and why, in sentences. */
export function roomSentences(trace: StartTrace): string[] {
  const policy = `起算政策：${policyInWords(trace)}（${datesInWords(trace)}）`;
  if (trace.on === undefined) return ["房间还没有交付，费用由开发商承担（物业管理条例第41条）", policy];
  return [`业主自 ${trace.on} 起承担费用，之前由开发商承担（物业管理条例第41条）`, policy];
}

const sideInWords = (by: "DEVELOPER" | "OWNER") => (by === "DEVELOPER" ? "开发商" : "业主一方");

/** What stands although it would be different now. */
export function issuedSentence({ was, by }: StartTrace): string | undefined {
  if (!was) return undefined;
  const issued = was.map((one) => `${one.from} 至 ${one.to} ${formatFen(one.fen)} 元记在${sideInWords(one.by)}名下`);
  const now = by ? `，按现在的交房日期应由${sideInWords(by)}承担` : "";
  return `已出账的 ${issued.join("，")}${now}；已出账的应收不会自动改动`;
}

/** Why nobody is billed, of a room by its code. */
export function lackSentence(roomCode: string, trace: StartTrace): string {
  const policy = policyInWords(trace);
  switch (trace.lack) {
    case "HANDOVER":
      return `房间 ${roomCode} 已交付但没有交房日期，按起算政策“${policy}”不能确定业主从哪天起承担，没有出账：请在房间档案“状态与用途”里填写交房日期`;
    case "NOTICE":
      return `房间 ${roomCode} 已交付但没有交房通知日期，也没有交房日期，按起算政策“${policy}”不能确定业主从哪天起承担，没有出账：请在房间档案“状态与用途”里填写`;
    case "OWNER":
      return `房间 ${roomCode} 自 ${trace.on} 起应由业主承担（${datesInWords(trace)}），但那时还没有登记业主，没有出账：请在房间档案“客户关系”里核对业主的开始日期`;
    default:
      return `房间 ${roomCode} ${trace.unsold ? "没有业主" : "交付前"}应由开发商承担，但本管理区没有设置开发商，没有出账：请在收费设置里选择开发商`;
  }
}
