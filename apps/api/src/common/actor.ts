import { createParamDecorator, type ExecutionContext } from "@nestjs/common";
import type { FastifyRequest } from "fastify";

/** Who acts, and from where: goes into every audit row. */
export interface Actor {
  userId: string;
  name: string;
  ip: string;
  requestId: string;
}

/** The signed-in person of a request; the sign-in guard put him there. */
export type RequestWithActor = FastifyRequest & { actor?: Actor };

/** The signed-in person as a parameter of a handler. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!actor) throw new Error("CurrentActor is used in a handler that is open to anyone");
  return actor;
});

/** Acts for work that no person started, such as scheduled jobs. */
export const systemActor: Actor = {
  userId: "00000000-0000-0000-0000-000000000000",
  name: "系统",
  ip: "-",
  requestId: "-",
};
