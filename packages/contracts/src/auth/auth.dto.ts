import { Text } from "../common/fields.js";
import { Mobile, Password } from "./auth.fields.js";
import type { Permission } from "./permissions.js";

/** Sign-in by mobile number and password (CRM-02). */
export class SignInDto {
  @Mobile("手机号") mobile: string;
  @Password("密码") password: string;
}

/** A project a person works in, with his rights there. */
export class MeProjectDto {
  id: string;
  name: string;
  shortName: string;
  /** Modules switched on. */
  modules: string[];
  permissions: Permission[];
}

/** Who is signed in and what he may do. */
export class MeDto {
  id: string;
  name: string;
  mobile: string;
  /** Nothing else is answered before the password is changed. */
  mustChangePassword: boolean;
  /** The page the role starts with, e.g. /workbench; pages of a project stand below /p/:projectId (CRM-02). */
  homePath: string;
  /** Names of the roles held anywhere. */
  roleNames: string[];
  /** Active projects with rights in them, at most 200; the rest is found through GET /projects. */
  projects: MeProjectDto[];
  /** Rights held in all projects. */
  companyPermissions: Permission[];
}

/** A fresh access token; the refresh token comes as an httpOnly cookie. */
export class SignedInDto {
  accessToken: string;
  /** Seconds the access token lives. */
  expiresIn: number;
  user: MeDto;
}

/** A fresh access token for the same sign-in. */
export class RefreshedDto {
  accessToken: string;
  /** Seconds the access token lives. */
  expiresIn: number;
}

/** A person replaces his own password (LAW-50). */
export class ChangePasswordDto {
  @Password("当前密码") current: string;
  @Password("新密码") next: string;
}

/** Somebody asks for a user and rights (CRM-03). */
export class ApplyForAccessDto {
  @Text("姓名", { max: 40 }) name: string;
  @Mobile("手机号") mobile: string;
  /** Department, post and what the access is needed for. */
  @Text("申请理由", { max: 500, multiline: true }) reason: string;
  /** Project and role wished for, in the applicant's words. */
  @Text("希望的管理区与角色", { optional: true, max: 200 }) wish?: string;
}
