import { Choice, Id, Parts, QueryFlag, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { applicationStatusLabels, type ApplicationStatus, userStateLabels, type UserState } from "./auth.enums.js";
import { Mobile } from "./auth.fields.js";

/** Path of one user. */
export class UserPath {
  @Id("用户编号") userId: string;
}

/** Path of one application for access. */
export class ApplicationPath {
  @Id("申请编号") applicationId: string;
}

/** A role in one project, or in all. */
export class MembershipInput {
  @Id("角色") roleId: string;
  /** Without it: all projects. */
  @Id("管理区", { optional: true }) projectId?: string | null;
}

/** All roles of a person; the first one decides the home page. */
export class SetMembershipsDto {
  @Parts("授权", () => MembershipInput, { max: 200 }) memberships: MembershipInput[];
}

/** A new user with his roles. */
export class CreateUserDto extends SetMembershipsDto {
  @Text("姓名", { max: 40 }) name: string;
  @Mobile("手机号") mobile: string;
}

/** Name and sign-in number of a user. */
export class UpdateUserDto {
  @Text("姓名", { max: 40 }) name: string;
  @Mobile("手机号") mobile: string;
}

/** Which users. */
export class UserQueryDto extends PageQueryDto {
  /** Part of the name or the mobile number. */
  @Text("关键字", { optional: true, max: 40 }) q?: string;
  @Choice("状态", userStateLabels, { optional: true }) state?: UserState;
  @Id("角色", { optional: true }) roleId?: string;
  /** Users with a role in this project (roles for all projects not counted). */
  @Id("管理区", { optional: true }) projectId?: string;
  /** Only users whose role counts in all projects. */
  @QueryFlag("所有管理区") everywhere?: boolean;
}

/** A role a person has, with the names. */
export class MembershipDto {
  roleId: string;
  roleName: string;
  /** null: all projects. */
  projectId: string | null;
  projectName: string | null;
}

/** A user as the administrator sees him. */
export class UserDto {
  id: string;
  name: string;
  mobile: string;
  state: UserState;
  mustChangePassword: boolean;
  /** ISO moment until which sign-in is refused after too many failures. */
  lockedUntil: string | null;
  /** ISO moment. */
  lastSignInAt: string | null;
  /** ISO moment. */
  passwordChangedAt: string;
  /** ISO moment. */
  createdAt: string;
  memberships: MembershipDto[];
}

export class UserPageDto extends PageDto<UserDto> {
  declare items: UserDto[];
}

/** A generated password, shown this once. */
export class FirstPasswordDto {
  userId: string;
  /** To be handed over in person; must be changed at the first sign-in. */
  password: string;
}

/** A project as the administrator sees it when he gives rights: its name, nothing more. */
export class ProjectNameDto {
  id: string;
  name: string;
}

/** Finds projects by name. */
export class ProjectNameQueryDto {
  @Text("关键字", { optional: true, max: 40 }) q?: string;
}

/** Which applications. */
export class ApplicationQueryDto extends PageQueryDto {
  @Choice("状态", applicationStatusLabels, { optional: true }) status?: ApplicationStatus;
}

/** An application for access (CRM-03). */
export class AccessApplicationDto {
  id: string;
  name: string;
  mobile: string;
  reason: string;
  wish: string | null;
  status: ApplicationStatus;
  decisionNote: string | null;
  decidedByName: string | null;
  /** ISO moment. */
  decidedAt: string | null;
  /** The user made from it. */
  userId: string | null;
  /** The mobile number already belongs to a user, so it cannot be approved. */
  mobileTaken: boolean;
  /** ISO moment. */
  createdAt: string;
}

export class AccessApplicationPageDto extends PageDto<AccessApplicationDto> {
  declare items: AccessApplicationDto[];
}

/** Approves: the user is created with these roles. */
export class ApproveApplicationDto {
  @Parts("授权", () => MembershipInput, { min: 1, max: 200 }) memberships: MembershipInput[];
  @Text("审批意见", { optional: true, max: 200 }) note?: string;
}

/** Rejects, with the reason. */
export class RejectApplicationDto {
  @Text("拒绝理由", { max: 200 }) note: string;
}
