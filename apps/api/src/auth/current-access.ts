import { createParamDecorator, type ExecutionContext, UnauthorizedException } from "@nestjs/common";
import type { Access } from "./access.service.js";
import type { SignedInRequest } from "./sign-in.guard.js";

/** What the signed-in person may do, as a parameter of a handler that answers more or less accordingly. */
export const CurrentAccess = createParamDecorator((_data: unknown, context: ExecutionContext): Access => {
  const { user } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!user) throw new UnauthorizedException();
  return user;
});
