import { type ExecutionContext, Injectable, UnauthorizedException } from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import type { RequestWithActor } from "../common/actor.js";
import { Open } from "../common/requires.js";
import type { Access } from "./access.service.js";

export type SignedInRequest = RequestWithActor & { user?: Access };

/** Everything but what is declared open needs a valid access token. */
@Injectable()
export class SignInGuard extends AuthGuard("jwt") {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.get(Open, context.getHandler())) return true;
    await super.canActivate(context);
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    if (!request.user) throw new UnauthorizedException();
    request.actor = {
      userId: request.user.userId,
      name: request.user.name,
      ip: request.ip,
      requestId: String(request.id),
    };
    return true;
  }

  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error) throw error;
    if (!user) throw new UnauthorizedException();
    return user;
  }
}
