import type { SeededRole } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { COMPANY, newId } from "../common/ids.js";
import { AppUser } from "./app-user.entity.js";
import { Membership } from "./membership.entity.js";
import { generatePassword, hashPassword } from "./passwords.js";
import { Role } from "./role.entity.js";

/** A user to be made. */
export interface NewUser {
  name: string;
  mobile: string;
  /** By default one is generated, to be changed at the first sign-in. */
  password?: string;
  /** By default only a generated password must be changed. */
  mustChangePassword?: boolean;
  /** Roles by id or by the code of a seeded one; without a project: in all projects. The first decides the home page. */
  memberships: { role: string | SeededRole; projectId?: string | null }[];
  now: Date;
}

/** Writes a user with roles and answers his id and password. Checks no rules: callers do, see MembershipRules. */
export async function createUser(tx: EntityManager, user: NewUser): Promise<{ id: string; password: string }> {
  const { name, mobile, password = generatePassword(), mustChangePassword = user.password === undefined, now } = user;
  const id = newId();
  await tx.insert(AppUser, {
    id,
    name,
    mobile,
    passwordHash: await hashPassword(password),
    passwordHistory: [],
    passwordChangedAt: now,
    mustChangePassword,
    active: true,
    failedAttempts: 0,
    createdAt: now,
  });
  const roles = await tx.find(Role);
  const memberships = user.memberships.map(({ role, projectId }) => {
    const found = roles.find((one) => one.id === role || one.code === role);
    if (!found) throw new Error(`There is no role ${role}`);
    return { id: newId(), userId: id, roleId: found.id, scopeProjectId: projectId ?? COMPANY, createdAt: now };
  });
  if (memberships.length > 0) await tx.insert(Membership, memberships);
  return { id, password };
}
