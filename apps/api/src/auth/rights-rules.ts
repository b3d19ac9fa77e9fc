import { companyPermissions, conflictingPermissions, type Permission, permissionLabels } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { COMPANY } from "../common/ids.js";
import { companyRightInProject, conflictingRights, lastAdministrator, ownAdministration } from "./auth.errors.js";

/** One role a person holds. */
export interface HeldRole {
  roleName: string;
  /** COMPANY: in all projects. */
  scopeProjectId: string;
  scopeName: string;
  permissions: Permission[];
}

/** Two rights held in one place that exclude each other. */
export interface Conflict {
  scopeName: string;
  pair: readonly [Permission, Permission];
  reason: string;
  roleNames: string[];
}

/** Finds rights that exclude each other, in each project over all roles that count there (LAW-43, LAW-52). */
export function conflictOf(held: HeldRole[]): Conflict | undefined {
  const everywhere = held.filter(({ scopeProjectId }) => scopeProjectId === COMPANY);
  for (const scopeProjectId of new Set(held.map((one) => one.scopeProjectId))) {
    const here = held.filter((one) => one.scopeProjectId === scopeProjectId);
    const roles = scopeProjectId === COMPANY ? everywhere : [...everywhere, ...here];
    for (const [a, b, reason] of conflictingPermissions) {
      const guilty = [a, b].map((permission) => roles.find(({ permissions }) => permissions.includes(permission)));
      if (!guilty[0] || !guilty[1]) continue;
      const roleNames = [...new Set(guilty.map((role) => role?.roleName ?? ""))];
      return { scopeName: here[0]?.scopeName ?? "", pair: [a, b], reason, roleNames };
    }
  }
  return undefined;
}

/**
 * Changes of users, roles and memberships happen one after the other, so that two changes that are each allowed cannot
 * add up to one that is not. Call it first in the transaction.
 */
export const lockRights = (tx: EntityManager): Promise<unknown> =>
  tx.query("SELECT pg_advisory_xact_lock(hashtext('linli:rights'))");

/** Throws when a person holds rights he may not hold (together); call it after the change. */
export async function checkRightsOf(tx: EntityManager, userId: string): Promise<void> {
  const held = await rolesOf(tx, userId);
  for (const { scopeProjectId, scopeName, roleName, permissions } of held) {
    const company = companyPermissions.find((permission) => permissions.includes(permission));
    if (company && scopeProjectId !== COMPANY)
      throw companyRightInProject(roleName, permissionLabels[company], scopeName);
  }
  const conflict = conflictOf(held);
  if (!conflict) return;
  const { scopeName, pair, roleNames, reason } = conflict;
  throw conflictingRights(
    scopeName,
    [permissionLabels[pair[0]], permissionLabels[pair[1]]],
    roleNames.join("、"),
    reason,
  );
}

/** The roles of a person with the names of their projects. */
export function rolesOf(tx: EntityManager, userId: string): Promise<HeldRole[]> {
  return tx.query(
    `SELECT r.name AS "roleName", r.permissions, m.scope_project_id AS "scopeProjectId",
            CASE WHEN m.scope_project_id = $2 THEN '所有管理区' ELSE coalesce(p.name, '已删除的管理区') END AS "scopeName"
       FROM membership m JOIN role r ON r.id = m.role_id LEFT JOIN project p ON p.id = m.scope_project_id
      WHERE m.user_id = $1 ORDER BY m.id`,
    [userId, COMPANY],
  );
}

/**
 * Runs a change of rights and refuses it when no active administrator would be left, or when the actor takes the
 * administration from himself.
 */
export async function keepingAdministrators<T>(
  tx: EntityManager,
  actorId: string,
  change: () => Promise<T>,
): Promise<T> {
  const before = await administrators(tx);
  const result = await change();
  const after = await administrators(tx);
  if (before.includes(actorId) && !after.includes(actorId)) throw ownAdministration();
  if (after.length === 0) throw lastAdministrator();
  return result;
}

/** Active people who may manage users. */
async function administrators(tx: EntityManager): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT u.id FROM app_user u JOIN membership m ON m.user_id = u.id JOIN role r ON r.id = m.role_id
      WHERE u.active AND m.scope_project_id = $1 AND 'system:users' = ANY (r.permissions)`,
    [COMPANY],
  );
  return rows.map(({ id }) => id);
}
