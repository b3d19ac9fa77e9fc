import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CreateUserDto, FirstPasswordDto, MembershipInput, UpdateUserDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { type AuditEntry, AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { COMPANY } from "../common/ids.js";
import { notFound } from "../common/rule-violation.js";
import { AccessService } from "./access.service.js";
import { AppUser } from "./app-user.entity.js";
import { mobileTaken, ownAccount } from "./auth.errors.js";
import { createUser } from "./create-user.js";
import { maskMobile } from "./mask-mobile.js";
import { describeMemberships, replaceMemberships } from "./memberships.js";
import { generatePassword, hashPassword } from "./passwords.js";
import { keepingAdministrators, lockRights } from "./rights-rules.js";
import { endSessionsOf } from "./sessions.js";

/** The administrator's work on users (SYS-01, CRM-01). Every change is audited with the mobile number masked. */
@Injectable()
export class ManageUsersService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** Creates a user; the generated password is answered once and kept nowhere. Throws DUPLICATE, CONFLICTING_RIGHTS, COMPANY_RIGHT. */
  create(actor: Actor, dto: CreateUserDto): Promise<FirstPasswordDto> {
    return this.db.transaction(async (tx) => {
      await lockRights(tx);
      return this.createIn(tx, actor, dto);
    });
  }

  /** The same inside a caller's transaction that has taken `lockRights`. */
  async createIn(
    tx: EntityManager,
    actor: Actor,
    { name, mobile, memberships }: CreateUserDto,
  ): Promise<FirstPasswordDto> {
    if (await tx.existsBy(AppUser, { mobile })) throw mobileTaken();
    const { id, password } = await createUser(tx, { name, mobile, memberships: [], now: this.clock.now() });
    await replaceMemberships(tx, id, memberships, this.clock.now());
    const after = { name, mobile: maskMobile(mobile), memberships: await describeMemberships(tx, id) };
    await this.record(tx, actor, id, "create", `新建用户 ${name}`, { after });
    return { userId: id, password };
  }

  /** Changes name and sign-in number. */
  async update(actor: Actor, userId: string, { name, mobile }: UpdateUserDto): Promise<void> {
    await this.change(userId, async (tx, user) => {
      if (mobile !== user.mobile && (await tx.existsBy(AppUser, { mobile }))) throw mobileTaken();
      await tx.update(AppUser, { id: userId }, { name, mobile });
      const before = { name: user.name, mobile: maskMobile(user.mobile) };
      const after = { name, mobile: maskMobile(mobile) };
      await this.record(tx, actor, userId, "update", `修改用户 ${name}`, { before, after });
    });
  }

  /** A new first password, answered once; ends all sessions and any lock. */
  resetPassword(actor: Actor, userId: string): Promise<FirstPasswordDto> {
    if (actor.userId === userId) throw ownAccount("重置密码：请用「修改密码」更改");
    return this.change(userId, async (tx, user) => {
      const password = generatePassword();
      const passwordHistory = [user.passwordHash, ...user.passwordHistory].slice(0, 5);
      const passwordHash = await hashPassword(password);
      const now = this.clock.now();
      const fresh = { passwordChangedAt: now, mustChangePassword: true, failedAttempts: 0, lockedUntil: null };
      await tx.update(AppUser, { id: userId }, { passwordHash, passwordHistory, ...fresh });
      await endSessionsOf(tx, userId, "PASSWORD_RESET", now);
      await this.record(tx, actor, userId, "reset-password", `重置用户 ${user.name} 的密码`);
      return { userId, password };
    });
  }

  /** Ends a lock-out before its time. */
  async unlock(actor: Actor, userId: string): Promise<void> {
    await this.change(userId, async (tx, user) => {
      await tx.update(AppUser, { id: userId }, { failedAttempts: 0, lockedUntil: null });
      await this.record(tx, actor, userId, "unlock", `解除用户 ${user.name} 的锁定`);
    });
  }

  /** Refuses sign-in from now on and ends all sessions. Throws LAST_ADMINISTRATOR. */
  async deactivate(actor: Actor, userId: string): Promise<void> {
    if (actor.userId === userId) throw ownAccount("停用");
    await this.change(userId, async (tx, user) => {
      await keepingAdministrators(tx, actor.userId, () => tx.update(AppUser, { id: userId }, { active: false }));
      await endSessionsOf(tx, userId, "DEACTIVATED", this.clock.now());
      await this.record(tx, actor, userId, "deactivate", `停用用户 ${user.name}`, {
        before: { active: user.active },
        after: { active: false },
      });
    });
  }

  /** Lets a deactivated user sign in again. */
  async activate(actor: Actor, userId: string): Promise<void> {
    await this.change(userId, async (tx, user) => {
      await tx.update(AppUser, { id: userId }, { active: true });
      await this.record(tx, actor, userId, "activate", `启用用户 ${user.name}`, {
        before: { active: user.active },
        after: { active: true },
      });
    });
  }

  /** Gives a person exactly these roles. Throws CONFLICTING_RIGHTS, COMPANY_RIGHT, OWN_ADMINISTRATION, LAST_ADMINISTRATOR. */
  async setMemberships(actor: Actor, userId: string, memberships: MembershipInput[]): Promise<void> {
    await this.change(userId, async (tx, user) => {
      const before = { memberships: await describeMemberships(tx, userId) };
      await keepingAdministrators(tx, actor.userId, () =>
        replaceMemberships(tx, userId, memberships, this.clock.now()),
      );
      const after = { memberships: await describeMemberships(tx, userId) };
      await this.record(tx, actor, userId, "set-memberships", `调整用户 ${user.name} 的授权`, { before, after });
    });
  }

  private async change<T>(userId: string, work: (tx: EntityManager, user: AppUser) => Promise<T>): Promise<T> {
    const result = await this.db.transaction(async (tx) => {
      await lockRights(tx);
      const user = await tx.findOne(AppUser, { where: { id: userId }, lock: { mode: "pessimistic_write" } });
      if (!user) throw notFound("用户");
      return work(tx, user);
    });
    this.access.forget(userId);
    return result;
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    userId: string,
    verb: string,
    summary: string,
    states: Pick<AuditEntry, "before" | "after"> = {},
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      projectId: COMPANY,
      action: `user.${verb}`,
      entity: "user",
      entityId: userId,
      summary,
      ...states,
    });
  }
}
