import { HttpStatus } from "@nestjs/common";
import { InvalidInput, RuleViolation } from "../common/rule-violation.js";

/** The same for an unknown number and a wrong password. */
export const wrongCredentials = () =>
  new RuleViolation("WRONG_CREDENTIALS", "手机号或密码不正确，连续 5 次不正确将锁定 15 分钟", HttpStatus.UNAUTHORIZED);

export const accountLocked = (minutes: number) =>
  new RuleViolation("ACCOUNT_LOCKED", `密码连续 5 次不正确，账号已锁定，请 ${minutes} 分钟后再试或请管理员重置密码`, HttpStatus.LOCKED);

export const accountInactive = () => new RuleViolation("ACCOUNT_INACTIVE", "账号已停用，请联系管理员", HttpStatus.FORBIDDEN);

export const sessionOver = () => new RuleViolation("SESSION_OVER", "登录已失效，请重新登录", HttpStatus.UNAUTHORIZED);

export const wrongCurrentPassword = () => new InvalidInput({ current: ["当前密码不正确"] });

export const weakPassword = (reason: string) => new InvalidInput({ next: [reason] });
