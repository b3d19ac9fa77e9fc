import type { FastifyRequest } from "fastify";
import { type Actor, systemActor } from "../common/actor.js";

/** Where a request comes from, known before anybody signs in. */
export interface Origin {
  ip: string;
  requestId: string;
  userAgent: string;
}

/** Reads the origin from a request. */
export const originOf = (request: FastifyRequest): Origin => ({
  ip: request.ip,
  requestId: String(request.id),
  userAgent: (request.headers["user-agent"] ?? "-").slice(0, 300),
});

/** The actor of an audit row for somebody who is not signed in (yet). */
export const actorFrom = ({ ip, requestId }: Origin, person: { id: string; name: string } | null): Actor => ({
  userId: person?.id ?? systemActor.userId,
  name: person?.name ?? "未登录",
  ip,
  requestId,
});
