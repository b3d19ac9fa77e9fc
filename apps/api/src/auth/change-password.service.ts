import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type ChangePasswordDto, PASSWORD_HISTORY, passwordFault } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import { Clock } from "../common/clock.js";
import { COMPANY } from "../common/ids.js";
import { Config } from "../config.js";
import { AccessService } from "./access.service.js";
import { AppUser } from "./app-user.entity.js";
import { weakPassword, wrongCurrentPassword } from "./auth.errors.js";
import { countFailure, isLocked, lockedError } from "./lock-out.js";
import { actorFrom, type Origin } from "./origin.js";
import { hashPassword, isAmong, verifyPassword } from "./passwords.js";
import { beginSession, endSessionsOf } from "./sessions.js";
import type { Begun } from "./sign-in.service.js";

/** A person replaces his password (LAW-50): all his sessions end everywhere, and this device begins a new one. */
@Injectable()
export class ChangePasswordService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Throws INVALID_INPUT for `current` or `next`; wrong current passwords count towards the lock-out. */
  async change(userId: string, { current, next }: ChangePasswordDto, origin: Origin): Promise<Begun> {
    const known = await this.db.getRepository(AppUser).findOneByOrFail({ id: userId });
    if (isLocked(known, this.clock.now())) throw lockedError(known, this.clock.now());
    if (!(await verifyPassword(current, known.passwordHash))) {
      await this.db.transaction((tx) => this.noteFailure(tx, userId, origin));
      throw wrongCurrentPassword();
    }
    const fault = passwordFault(next, known);
    if (fault) throw weakPassword(fault);
    const recent = [known.passwordHash, ...known.passwordHistory].slice(0, PASSWORD_HISTORY);
    if (await isAmong(next, recent)) throw weakPassword(`新密码不能与最近 ${PASSWORD_HISTORY} 次用过的密码相同`);

    const passwordHash = await hashPassword(next);
    const begun = await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const user = await lockUser(tx, userId);
      if (user.passwordHash !== known.passwordHash) throw wrongCurrentPassword();
      await tx.update(
        AppUser,
        { id: userId },
        {
          passwordHash,
          passwordHistory: recent,
          passwordChangedAt: now,
          mustChangePassword: false,
          failedAttempts: 0,
          lockedUntil: null,
        },
      );
      await endSessionsOf(tx, userId, "PASSWORD_CHANGED", now);
      await this.audit.record(tx, actorFrom(origin, user), {
        projectId: COMPANY,
        action: "user.change-password",
        entity: "user",
        entityId: userId,
        summary: "修改密码，其他设备上的登录已退出",
      });
      return beginSession(tx, this.config, userId, now, origin);
    });
    this.access.forget(userId);
    return { userId, ...begun };
  }

  private async noteFailure(tx: EntityManager, userId: string, origin: Origin): Promise<void> {
    const user = await lockUser(tx, userId);
    await countFailure(tx, user, this.clock.now());
    const entry = { projectId: COMPANY, action: "user.change-password", entity: "user", entityId: userId };
    await this.audit.record(tx, actorFrom(origin, user), {
      ...entry,
      summary: "修改密码失败：当前密码不正确",
      success: false,
    });
  }
}

const lockUser = (tx: EntityManager, id: string) =>
  tx.findOneOrFail(AppUser, { where: { id }, lock: { mode: "pessimistic_write" } });
