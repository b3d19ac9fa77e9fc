import { HttpStatus } from "@nestjs/common";
import { type ShiftStatus, shiftStatusLabels } from "@linli/contracts";
import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";

export const shiftRequired = () =>
  new RuleViolation("SHIFT_REQUIRED", "本管理区规定先开班再收款，请到“班次”开班后再办理");

export const shiftWaitsForWitness = (shiftNo: string) =>
  new RuleViolation("SHIFT_COUNTED", `班次 ${shiftNo} 已清点，正在等待见证，不能再收款；请先由另一人见证`);

export const shiftUnfinished = (shiftNo: string, status: ShiftStatus) =>
  new RuleViolation(
    "SHIFT_UNFINISHED",
    `您的班次 ${shiftNo} ${status === "OPEN" ? "还没有交班" : "还在等待见证"}，不能再开一个班次`,
  );

export const shiftNotOpen = (shiftNo: string, status: ShiftStatus) =>
  new RuleViolation(
    "SHIFT_NOT_OPEN",
    status === "COUNTED"
      ? `班次 ${shiftNo} 已清点，正在等待见证；要重新清点，请由见证人退回`
      : `班次 ${shiftNo} ${shiftStatusLabels[status]}，不能再变更；以后的更正用红字单据记在当班班次里`,
  );

export const shiftNotCounted = (shiftNo: string) =>
  new RuleViolation("SHIFT_NOT_COUNTED", `班次 ${shiftNo} 没有等待见证的清点结果，请刷新页面`);

export const othersShift = (shiftNo: string, cashierName: string) =>
  new RuleViolation(
    "SHIFT_OF_OTHER",
    `班次 ${shiftNo} 是 ${cashierName} 的；代他交班需要“班次见证与代交班”权限`,
    HttpStatus.FORBIDDEN,
  );

export const ownWitness = () =>
  new RuleViolation("SAME_PERSON", "见证人不能是当班人或清点人本人，请由另一位有权限的人见证");

export const shiftIdReused = () => new RuleViolation("ID_REUSED", "这个班次编号已用于另一个班次，请刷新页面后重新开班");

export const tillNotLeft = () =>
  new RuleViolation("TILL_NOT_LEFT", "这个班次没有可以接的备用金：它还没有交班，或已经有人接班");

export const floatDiffers = (leftFen: number) =>
  new RuleViolation(
    "FLOAT_DIFFERS",
    `上一班留存备用金 ${formatFen(leftFen)} 元，接班备用金应当相同；有出入请由上一班更正`,
  );

export const cashNotBanked = (day: string, fen: number) =>
  new RuleViolation(
    "CASH_NOT_BANKED",
    `${day} 的现金还有 ${formatFen(fen)} 元没有解款；现金收入当日送存银行，不得坐支，请先登记解款单`,
  );

export const tillShort = (haveFen: number, wantedFen: number) =>
  new RuleViolation("TILL_SHORT", `当班现金只有 ${formatFen(haveFen)} 元，不够支付 ${formatFen(wantedFen)} 元`);

export const depositIdReused = () =>
  new RuleViolation("ID_REUSED", "这个解款单编号已用于另一张内容不同的解款单，请刷新页面后重新登记");

export const depositTooLarge = (day: string, fen: number) =>
  new RuleViolation(
    "DEPOSIT_TOO_LARGE",
    fen > 0 ? `${day} 的现金还有 ${formatFen(fen)} 元可以解款，不能超过` : `${day} 没有待解款的现金`,
  );

export const depositCancelled = () => new RuleViolation("DEPOSIT_CANCELLED", "这张解款单已经作废");

export const voidNotAllowed = (why: string) =>
  new RuleViolation("VOID_NOT_ALLOWED", `${why}，不能作废；请由另一位有权限的人红冲`);

export const shiftHandedOver = () => voidNotAllowed("收这笔款的班次已经交班");

export const noShiftToBankFrom = () =>
  new RuleViolation("NO_SHIFT", "您没有当班的班次，不能从当班现金中解款；解已交班的款请取消“从当班现金中解款”");
