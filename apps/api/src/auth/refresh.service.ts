import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import { Clock } from "../common/clock.js";
import { COMPANY } from "../common/ids.js";
import { Config } from "../config.js";
import { AccessService } from "./access.service.js";
import { AppUser } from "./app-user.entity.js";
import { sessionOver } from "./auth.errors.js";
import { actorFrom, type Origin } from "./origin.js";
import { RefreshSession } from "./refresh-session.entity.js";
import { type EndReason, endSession, hashOf, type RefreshToken, REUSE_GRACE_MS, successorOf } from "./sessions.js";
import type { Begun } from "./sign-in.service.js";

/**
 * Rotates the refresh token at every use. The token before the last rotation is answered for ten seconds more, with the
 * same successor; any other token that is not the present one means that somebody has a copy, and ends the session.
 */
@Injectable()
export class RefreshService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Throws SESSION_OVER. */
  async refresh(token: RefreshToken | undefined, origin: Origin): Promise<Begun> {
    if (!token) throw sessionOver();
    const begun = await this.db.transaction((tx) => this.rotate(tx, token, origin));
    if (!begun) throw sessionOver();
    return begun;
  }

  /** Ends the session the cookie belongs to; an unknown or finished one is left alone. */
  async signOut(token: RefreshToken | undefined, origin: Origin): Promise<void> {
    if (!token) return;
    await this.db.transaction(async (tx) => {
      const session = await this.lock(tx, token.sessionId);
      if (!session || session.endedAt || ![session.tokenHash, session.previousHash].includes(hashOf(token.secret)))
        return;
      await this.end(tx, session, "SIGN_OUT", "退出登录", origin);
    });
  }

  private async rotate(tx: EntityManager, token: RefreshToken, origin: Origin): Promise<Begun | undefined> {
    const session = await this.lock(tx, token.sessionId);
    if (!session || session.endedAt) return undefined;
    const now = this.clock.now();
    const idleSince = session.lastUsedAt.getTime() + this.config.SESSION_IDLE_MINUTES * 60_000;
    if (session.expiresAt <= now || idleSince <= now.getTime()) {
      await this.end(tx, session, "EXPIRED", "登录超时", origin);
      return undefined;
    }
    const { id: sessionId, userId, expiresAt } = session;
    const hash = hashOf(token.secret);
    const next = successorOf(token.secret, this.config);
    if (hash === session.tokenHash) {
      const rotated = { tokenHash: hashOf(next), previousHash: hash, rotatedAt: now, lastUsedAt: now };
      await tx.update(RefreshSession, { id: sessionId }, rotated);
      return { userId, token: { sessionId, secret: next }, expiresAt };
    }
    const justBefore =
      hash === session.previousHash && now.getTime() - (session.rotatedAt?.getTime() ?? 0) <= REUSE_GRACE_MS;
    if (justBefore) return { userId, token: { sessionId, secret: next }, expiresAt };
    await this.end(tx, session, "REUSED", "登录凭证被重复使用，会话已终止", origin, false);
    return undefined;
  }

  private lock(tx: EntityManager, sessionId: string): Promise<RefreshSession | null> {
    return tx.findOne(RefreshSession, { where: { id: sessionId }, lock: { mode: "pessimistic_write" } });
  }

  private async end(
    tx: EntityManager,
    { id, userId }: RefreshSession,
    reason: EndReason,
    summary: string,
    origin: Origin,
    success = true,
  ): Promise<void> {
    await endSession(tx, id, reason, this.clock.now());
    const user = await tx.findOneByOrFail(AppUser, { id: userId });
    const entry = {
      projectId: COMPANY,
      action: `session.${actions[reason]}`,
      entity: "user",
      entityId: userId,
      summary,
      success,
    };
    await this.audit.record(tx, actorFrom(origin, user), entry);
    this.access.forget(userId);
  }
}

const actions: Partial<Record<EndReason, string>> = { SIGN_OUT: "sign-out", EXPIRED: "expire", REUSED: "reuse" };
