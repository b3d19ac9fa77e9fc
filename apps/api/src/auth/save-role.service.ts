import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { conflictingPermissions, permissionLabels, type SaveRoleDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { type AuditEntry, AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { COMPANY, newId } from "../common/ids.js";
import { notFound } from "../common/rule-violation.js";
import { AccessService } from "./access.service.js";
import { builtInRole, conflictInRole, roleInUse } from "./auth.errors.js";
import { Membership } from "./membership.entity.js";
import { checkRightsOf, keepingAdministrators, lockRights } from "./rights-rules.js";
import { Role } from "./role.entity.js";

/** Own roles: created, changed, deleted. Built-in roles stay as they are. */
@Injectable()
export class SaveRoleService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly access: AccessService,
  ) {}

  /** Throws INVALID_INPUT when two of the rights exclude each other. */
  create(actor: Actor, dto: SaveRoleDto): Promise<string> {
    refuseConflict(dto);
    return this.db.transaction(async (tx) => {
      await lockRights(tx);
      const id = newId();
      await tx.insert(Role, { id, code: `OWN-${id.slice(-12)}`, ...dto, builtIn: false });
      await this.record(tx, actor, id, "create", `新建角色 ${dto.name}`, { after: stateOf(dto) });
      return id;
    });
  }

  /** The rights of everybody who holds the role change at once; refused when somebody would hold rights that exclude each other. */
  async update(actor: Actor, roleId: string, dto: SaveRoleDto): Promise<void> {
    refuseConflict(dto);
    await this.change(roleId, async (tx, role) => {
      await keepingAdministrators(tx, actor.userId, () => tx.update(Role, { id: roleId }, { ...dto }));
      const holders = await tx.query<{ user_id: string }[]>(
        "SELECT DISTINCT user_id FROM membership WHERE role_id = $1",
        [roleId],
      );
      for (const { user_id } of holders) await checkRightsOf(tx, user_id);
      await this.record(tx, actor, roleId, "update", `修改角色 ${dto.name}`, {
        before: stateOf(role),
        after: stateOf(dto),
      });
    });
  }

  /** Throws ROLE_IN_USE. */
  async remove(actor: Actor, roleId: string): Promise<void> {
    await this.change(roleId, async (tx, role) => {
      const [used] = await tx.query<{ users: number }[]>(
        "SELECT count(DISTINCT user_id) AS users FROM membership WHERE role_id = $1",
        [roleId],
      );
      if (used && used.users > 0) throw roleInUse(used.users);
      await tx.delete(Membership, { roleId });
      await tx.delete(Role, { id: roleId });
      await this.record(tx, actor, roleId, "remove", `删除角色 ${role.name}`, { before: stateOf(role) });
    });
  }

  private async change(roleId: string, work: (tx: EntityManager, role: Role) => Promise<void>): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockRights(tx);
      const role = await tx.findOne(Role, { where: { id: roleId }, lock: { mode: "pessimistic_write" } });
      if (!role) throw notFound("角色");
      if (role.builtIn) throw builtInRole();
      await work(tx, role);
    });
    this.access.forget();
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    roleId: string,
    verb: string,
    summary: string,
    states: Pick<AuditEntry, "before" | "after">,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      projectId: COMPANY,
      action: `role.${verb}`,
      entity: "role",
      entityId: roleId,
      summary,
      ...states,
    });
  }
}

function refuseConflict({ permissions }: SaveRoleDto): void {
  for (const [a, b, reason] of conflictingPermissions) {
    if (permissions.includes(a) && permissions.includes(b))
      throw conflictInRole([permissionLabels[a], permissionLabels[b]], reason);
  }
}

/** What an audit row keeps of a role, rights by their Chinese names. */
function stateOf({ name, permissions, homePath }: { name: string; permissions: readonly string[]; homePath: string }) {
  const labels: Record<string, string> = permissionLabels;
  return { name, homePath, permissions: permissions.map((permission) => labels[permission] ?? permission) };
}
