import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { PASSWORD_DAYS, type SignInDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import { Clock } from "../common/clock.js";
import { COMPANY } from "../common/ids.js";
import type { RuleViolation } from "../common/rule-violation.js";
import { Config } from "../config.js";
import { AppUser } from "./app-user.entity.js";
import { accountInactive, wrongCredentials } from "./auth.errors.js";
import { countFailure, isLocked, lockedError } from "./lock-out.js";
import { maskMobile } from "./mask-mobile.js";
import { actorFrom, type Origin } from "./origin.js";
import { verifyPassword } from "./passwords.js";
import { beginSession, type RefreshToken } from "./sessions.js";

/** A sign-in that has begun. */
export interface Begun {
  userId: string;
  token: RefreshToken;
  expiresAt: Date;
}

/**
 * Sign-in by mobile number and password. The password is verified before the account is locked for update, so that a
 * flood of tries holds no database connection; what a try counts for is decided one after the other, so that of any
 * number of tries at once only five can succeed or fail (LAW-51).
 */
@Injectable()
export class SignInService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Throws WRONG_CREDENTIALS, ACCOUNT_LOCKED or ACCOUNT_INACTIVE; every try is audited. */
  async signIn({ mobile, password }: SignInDto, origin: Origin): Promise<Begun> {
    const known = await this.db.getRepository(AppUser).findOneBy({ mobile });
    const matches = await verifyPassword(password, known?.passwordHash);
    const result = await this.db.transaction(async (tx) => {
      const user =
        known && (await tx.findOne(AppUser, { where: { id: known.id }, lock: { mode: "pessimistic_write" } }));
      if (!user) return this.refuse(tx, origin, null, mobile, "手机号未开通", wrongCredentials());
      return this.decide(tx, origin, user, matches && user.passwordHash === known.passwordHash);
    });
    if ("error" in result) throw result.error;
    return result;
  }

  private async decide(
    tx: EntityManager,
    origin: Origin,
    user: AppUser,
    matches: boolean,
  ): Promise<Begun | { error: RuleViolation }> {
    const now = this.clock.now();
    if (isLocked(user, now)) return this.refuse(tx, origin, user, user.mobile, "账号锁定中", lockedError(user, now));
    if (!matches) {
      const locked = await countFailure(tx, user, now);
      return this.refuse(
        tx,
        origin,
        user,
        user.mobile,
        locked ? "密码不正确，账号已锁定" : "密码不正确",
        wrongCredentials(),
      );
    }
    if (!user.active) return this.refuse(tx, origin, user, user.mobile, "账号已停用", accountInactive());

    const expired = now.getTime() - user.passwordChangedAt.getTime() > PASSWORD_DAYS * 86_400_000;
    const mustChangePassword = user.mustChangePassword || expired;
    await tx.update(
      AppUser,
      { id: user.id },
      { failedAttempts: 0, lockedUntil: null, lastSignInAt: now, mustChangePassword },
    );
    const begun = await beginSession(tx, this.config, user.id, now, origin);
    await this.audit.record(tx, actorFrom(origin, user), {
      projectId: COMPANY,
      action: "session.sign-in",
      entity: "user",
      entityId: user.id,
      summary: expired ? "登录（密码已满 90 天，须修改）" : "登录",
      after: { userAgent: origin.userAgent },
    });
    return { userId: user.id, ...begun };
  }

  /** Failures are audited too; the row stays although the request is refused. */
  private async refuse(
    tx: EntityManager,
    origin: Origin,
    user: AppUser | null,
    mobile: string,
    why: string,
    error: RuleViolation,
  ): Promise<{ error: RuleViolation }> {
    await this.audit.record(tx, actorFrom(origin, user), {
      projectId: COMPANY,
      action: "session.sign-in",
      entity: "user",
      entityId: user?.id ?? "-",
      summary: `登录失败（${maskMobile(mobile)}）：${why}`,
      after: { userAgent: origin.userAgent },
      success: false,
    });
    return { error };
  }
}
