import { type CanActivate, type ExecutionContext, ForbiddenException, HttpStatus, Injectable } from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import { isUUID } from "class-validator";
import { COMPANY } from "../common/ids.js";
import { Open, Requires, RequiresAnywhere, SignedIn } from "../common/requires.js";
import { InvalidInput, RuleViolation } from "../common/rule-violation.js";
import { may, projectsWith } from "./access.service.js";
import { BeforePasswordChange } from "./before-password-change.js";
import type { SignedInRequest } from "./sign-in.guard.js";

/** May this person do this in this project? Deny by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    if (this.reflector.get(Open, handler)) return true;
    const { user, params } = context.switchToHttp().getRequest<SignedInRequest & { params: Record<string, string> }>();
    if (!user) throw new ForbiddenException();
    if (user.mustChangePassword && !this.reflector.get(BeforePasswordChange, handler)) {
      throw new RuleViolation(
        "PASSWORD_CHANGE_REQUIRED",
        "请先修改密码（初始密码，或已满 90 天）",
        HttpStatus.FORBIDDEN,
      );
    }
    if (this.reflector.get(SignedIn, handler)) return true;

    const anywhere = this.reflector.get(RequiresAnywhere, handler);
    if (anywhere) {
      const projects = projectsWith(user, anywhere);
      if (projects === "all" || projects.length > 0) return true;
      throw new ForbiddenException();
    }

    const permission = this.reflector.get(Requires, handler);
    const { projectId = COMPANY } = params;
    if (!isUUID(projectId)) throw new InvalidInput({ projectId: ["管理区编号无效"] });
    if (permission && may(user, permission, projectId)) return true;
    throw new ForbiddenException();
  }
}
