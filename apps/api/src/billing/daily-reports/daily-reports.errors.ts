import { RuleViolation } from "../../common/rule-violation.js";

export const reportOfOther = () => new RuleViolation("REPORT_OF_OTHER", "日报由收款员本人送出");

export const nothingTaken = (day: string) => new RuleViolation("NOTHING_TAKEN", `${day} 没有收款，不用送日报`);

export const shiftStillOpen = (shiftNo: string) =>
  new RuleViolation("SHIFT_UNFINISHED", `班次 ${shiftNo} 还没有交班，请先清点交班再送日报`);

export const reportNotSent = () =>
  new RuleViolation("REPORT_NOT_SENT", "这张日报还没有送出，或送出后又有收款，请由收款员重新送出");

export const ownReport = () => new RuleViolation("SAME_PERSON", "不能接收自己送出的日报，请由另一位有权限的人接收");
