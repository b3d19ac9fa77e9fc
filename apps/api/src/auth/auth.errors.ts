import { HttpStatus } from "@nestjs/common";
import { InvalidInput, RuleViolation } from "../common/rule-violation.js";

/** The same for an unknown number and a wrong password. */
export const wrongCredentials = () =>
  new RuleViolation("WRONG_CREDENTIALS", "手机号或密码不正确，连续 5 次不正确将锁定 15 分钟", HttpStatus.UNAUTHORIZED);

export const accountLocked = (minutes: number) =>
  new RuleViolation(
    "ACCOUNT_LOCKED",
    `密码连续 5 次不正确，账号已锁定，请 ${minutes} 分钟后再试或请管理员重置密码`,
    HttpStatus.LOCKED,
  );

export const accountInactive = () =>
  new RuleViolation("ACCOUNT_INACTIVE", "账号已停用，请联系管理员", HttpStatus.FORBIDDEN);

export const sessionOver = () => new RuleViolation("SESSION_OVER", "登录已失效，请重新登录", HttpStatus.UNAUTHORIZED);

export const wrongCurrentPassword = () => new InvalidInput({ current: ["当前密码不正确"] });

export const weakPassword = (reason: string) => new InvalidInput({ next: [reason] });

export const unknownRole = () => new InvalidInput({ memberships: ["所选角色不存在"] });

export const unknownProject = () => new InvalidInput({ memberships: ["所选管理区不存在"] });

export const repeatedMembership = () => new InvalidInput({ memberships: ["同一角色在同一管理区只能授一次"] });

export const companyRightInProject = (role: string, right: string, where: string) =>
  new RuleViolation(
    "COMPANY_RIGHT",
    `角色「${role}」含有全公司权限「${right}」，只能授予所有管理区，不能只授予「${where}」`,
  );

/** Two rights that one person may not hold together in a project (LAW-43, LAW-52). */
export const conflictingRights = (where: string, [a, b]: readonly [string, string], roles: string, reason: string) =>
  new RuleViolation("CONFLICTING_RIGHTS", `${reason}：在「${where}」不能同时有「${a}」和「${b}」（角色：${roles}）`);

export const conflictInRole = ([a, b]: readonly [string, string], reason: string) =>
  new InvalidInput({ permissions: [`${reason}：一个角色不能同时有「${a}」和「${b}」`] });

export const lastAdministrator = () => new RuleViolation("LAST_ADMINISTRATOR", "至少须有一名在用的系统管理员");

export const ownAdministration = () =>
  new RuleViolation("OWN_ADMINISTRATION", "不能取消自己的用户管理权限，请由另一名系统管理员办理");

export const ownAccount = (what: string) => new RuleViolation("OWN_ACCOUNT", `不能${what}自己的账号`);

export const builtInRole = () => new RuleViolation("BUILT_IN_ROLE", "内置角色不能修改或删除，可新建自定义角色");

export const roleInUse = (users: number) =>
  new RuleViolation("ROLE_IN_USE", `还有 ${users} 名用户使用这个角色，不能删除`);

export const alreadyDecided = () => new RuleViolation("ALREADY_DECIDED", "这份申请已经审批过");

export const mobileTaken = () => new RuleViolation("DUPLICATE", "这个手机号已经有用户");
