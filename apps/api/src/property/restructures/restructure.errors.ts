import { HttpStatus } from "@nestjs/common";
import { type RestructureProblemDto, type RestructureState, restructureStateLabels } from "@linli/contracts";
import { RuleViolation } from "../../common/rule-violation.js";

export const restructureBlocked = (problems: RestructureProblemDto[]) =>
  new RuleViolation("RESTRUCTURE_BLOCKED", problems.map(({ message }) => message).join("；"), HttpStatus.CONFLICT, {
    problems,
  });

export const restructureStateWrong = (state: RestructureState, verb: string) =>
  new RuleViolation("RESTRUCTURE_STATE", `这项拆分合并${restructureStateLabels[state]}，不能${verb}`);

export const restructureEdited = () =>
  new RuleViolation("RESTRUCTURE_EDITED", "这项拆分合并刚刚被其他人改过，请刷新后再试");

export const restructureStale = (changes: string[]) =>
  new RuleViolation(
    "RESTRUCTURE_STALE",
    changes.length > 0 ? `预览之后情况有变化：${changes.join("；")}。请重新预览` : "预览之后情况有变化，请重新预览",
    HttpStatus.CONFLICT,
    { changes },
  );

export const restructurePending = (code: string, number: string) =>
  new RuleViolation("RESTRUCTURE_PENDING", `房间 ${code} 已在 ${number} 中等待审批，请先办理或撤回`);

export const effectiveInFuture = (effectiveOn: string) =>
  new RuleViolation("RESTRUCTURE_NOT_YET", `生效日期 ${effectiveOn} 还没有到，请在当天或之后审批`);

export const restoreBlocked = (problems: string[]) =>
  new RuleViolation("RESTORE_BLOCKED", `不能复原：${problems.join("；")}`, HttpStatus.CONFLICT, { problems });
