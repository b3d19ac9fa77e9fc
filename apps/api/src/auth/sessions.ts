import { createHash, createHmac, randomBytes } from "node:crypto";
import type { EntityManager } from "typeorm";
import { newId } from "../common/ids.js";
import type { Config } from "../config.js";
import type { Origin } from "./origin.js";
import { RefreshSession } from "./refresh-session.entity.js";

/** Seconds an access token lives. */
export const ACCESS_SECONDS = 15 * 60;

/**
 * For so long after a rotation the token before it is still answered, with the same successor again: tabs that refresh
 * at once and replies lost on the way do no harm, and no second successor comes into the world.
 */
export const REUSE_GRACE_MS = 10_000;

/** Why a session ended. */
export type EndReason = "SIGN_OUT" | "PASSWORD_CHANGED" | "PASSWORD_RESET" | "DEACTIVATED" | "REUSED" | "EXPIRED";

/** The refresh token as the cookie carries it: the session and 256 secret bits. */
export interface RefreshToken {
  sessionId: string;
  secret: string;
}

/** `<session id>.<secret>` */
export const toCookie = ({ sessionId, secret }: RefreshToken): string => `${sessionId}.${secret}`;

/** Reads a refresh cookie; undefined when it is none. */
export function fromCookie(cookie: string | undefined): RefreshToken | undefined {
  const [, sessionId, secret] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(cookie ?? "") ?? [];
  return sessionId && secret ? { sessionId, secret } : undefined;
}

/** What is stored of a secret. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/**
 * The secret that follows another. It is derived with the server's key, so that asking twice gives the same answer
 * without keeping it, and a stolen old secret tells nothing about the next.
 */
export const successorOf = (secret: string, config: Config): string =>
  createHmac("sha256", `refresh-token:${config.JWT_SECRET}`).update(secret).digest("base64url");

/** Begins a sign-in on a device. */
export async function beginSession(
  tx: EntityManager,
  config: Config,
  userId: string,
  now: Date,
  { ip, userAgent }: Origin,
): Promise<{ token: RefreshToken; expiresAt: Date }> {
  const token = { sessionId: newId(), secret: randomBytes(32).toString("base64url") };
  const expiresAt = new Date(now.getTime() + config.SESSION_HOURS * 3_600_000);
  await tx.insert(RefreshSession, {
    id: token.sessionId,
    userId,
    tokenHash: hashOf(token.secret),
    createdAt: now,
    lastUsedAt: now,
    expiresAt,
    ip,
    userAgent,
  });
  return { token, expiresAt };
}

/** Ends all sessions of a person that still live. */
export async function endSessionsOf(tx: EntityManager, userId: string, reason: EndReason, now: Date): Promise<void> {
  await tx.query("UPDATE refresh_session SET ended_at = $2, end_reason = $3 WHERE user_id = $1 AND ended_at IS NULL", [
    userId,
    now,
    reason,
  ]);
}

/** Ends one session. */
export async function endSession(tx: EntityManager, sessionId: string, reason: EndReason, now: Date): Promise<void> {
  await tx.query("UPDATE refresh_session SET ended_at = $2, end_reason = $3 WHERE id = $1 AND ended_at IS NULL", [
    sessionId,
    now,
    reason,
  ]);
}
