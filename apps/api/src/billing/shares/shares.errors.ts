import { RuleViolation } from "../../common/rule-violation.js";
import { roomsInWords } from "../billing.errors.js";

export const notShared = (name: string, kind: string) =>
  new RuleViolation("FEE_ITEM_KIND", `“${name}”是${kind}项目，分摊项目只能用种类为“分摊”的收费项目`);

export const poolInUse = (name: string) =>
  new RuleViolation("SHARE_POOL_IN_USE", `分摊项目“${name}”已有填写或确认的月份，不能删除；可以停用`);

export const poolItemFixed = (name: string) =>
  new RuleViolation("SHARE_POOL_IN_USE", `分摊项目“${name}”已有确认的月份，不能再换收费项目；可以停用后另建`);

export const shareMeterUnread = (why: string) => new RuleViolation("SHARE_METER_UNREAD", why);

/** What was computed from it is confirmed: the confirmation comes off first. */
export const readingShared = (no: string, period: string, pool: string) =>
  new RuleViolation(
    "READING_SHARED",
    `${period} 的公摊“${pool}”已按表 ${no} 的读数确认，不能更正或删除这个读数；请先撤销该月公摊的确认`,
  );

/** What was computed from it is billed: the reading may still be put right, not taken away. */
export const readingShareBilled = (no: string, period: string, pool: string) =>
  new RuleViolation(
    "READING_SHARED",
    `${period} 的公摊“${pool}”已按表 ${no} 的读数出账，不能删除这个读数；读错了请用“更正”`,
  );

export const poolInactive = (name: string) =>
  new RuleViolation("SHARE_POOL_INACTIVE", `分摊项目“${name}”已停用，请先启用`);

export const beforePool = (name: string, startsPeriod: string) =>
  new RuleViolation("SHARE_BEFORE_START", `分摊项目“${name}”从 ${startsPeriod} 开始分摊，不能填写更早的月份`);

export const shareConfirmed = (period: string, by: string) =>
  new RuleViolation("SHARE_CONFIRMED", `${period} 的公摊已由 ${by} 确认，不能修改；请先撤销确认`);

export const shareNotConfirmed = (period: string) =>
  new RuleViolation("SHARE_NOT_CONFIRMED", `${period} 的公摊还没有确认，不需要撤销`);

export const shareNotEntered = (period: string) =>
  new RuleViolation("SHARE_NOT_ENTERED", `${period} 的公摊还没有填写金额或用量，请先填写`);

export const shareStale = () =>
  new RuleViolation("SHARE_STALE", "预览之后，金额、房间、面积或人数有变化；请核对新的预览后再确认");

export const shareImpossible = (problems: readonly string[]) =>
  new RuleViolation("SHARE_IMPOSSIBLE", `不能确认：${problems.join("；")}`);

export const shareBilled = (rooms: string[]) =>
  new RuleViolation(
    "SHARE_BILLED",
    `这个月的公摊已经出账（${roomsInWords(rooms)}），不能撤销确认；要更正请先红冲相应的应收批次`,
  );

export const roomSharedTwice = (rooms: string[], other: string) =>
  new RuleViolation(
    "SHARE_TWICE",
    `${roomsInWords(rooms)}在这个月已按“${other}”分摊同一收费项目，不能重复分摊；请调整房间范围，或换一个收费项目`,
  );
