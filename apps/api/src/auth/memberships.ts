import type { MembershipInput } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { COMPANY, newId } from "../common/ids.js";
import { repeatedMembership, unknownProject, unknownRole } from "./auth.errors.js";
import { Membership } from "./membership.entity.js";
import { checkRightsOf, rolesOf } from "./rights-rules.js";

/** Gives a person exactly these roles; throws when they are unknown or may not be held together. */
export async function replaceMemberships(
  tx: EntityManager,
  userId: string,
  wanted: MembershipInput[],
  now: Date,
): Promise<void> {
  await checkExistence(tx, wanted);
  await tx.delete(Membership, { userId });
  const rows = wanted.map(({ roleId, projectId }) => ({
    id: newId(),
    userId,
    roleId,
    scopeProjectId: projectId ?? COMPANY,
    createdAt: now,
  }));
  if (rows.length > 0) await tx.insert(Membership, rows);
  await checkRightsOf(tx, userId);
}

async function checkExistence(tx: EntityManager, wanted: MembershipInput[]): Promise<void> {
  const keys = wanted.map(({ roleId, projectId }) => `${roleId}:${projectId ?? COMPANY}`);
  if (new Set(keys).size < keys.length) throw repeatedMembership();
  const roleIds = [...new Set(wanted.map(({ roleId }) => roleId))];
  const roles = await tx.query<unknown[]>("SELECT 1 FROM role WHERE id = ANY ($1)", [roleIds]);
  if (roles.length < roleIds.length) throw unknownRole();
  const projectIds = [...new Set(wanted.flatMap(({ projectId }) => projectId ?? []))];
  const projects = await tx.query<unknown[]>("SELECT 1 FROM project WHERE id = ANY ($1)", [projectIds]);
  if (projects.length < projectIds.length) throw unknownProject();
}

/** The roles of a person as an audit row shows them, e.g. 收费员（云栖花园）. */
export async function describeMemberships(tx: EntityManager, userId: string): Promise<string[]> {
  return (await rolesOf(tx, userId)).map(({ roleName, scopeName }) => `${roleName}（${scopeName}）`);
}
