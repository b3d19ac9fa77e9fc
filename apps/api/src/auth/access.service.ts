import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { Permission } from "@linli/contracts";
import { DataSource } from "typeorm";
import { COMPANY } from "../common/ids.js";

/** What a person may do, by project; the rights under COMPANY hold everywhere. */
export interface Access {
  userId: string;
  name: string;
  mobile: string;
  mustChangePassword: boolean;
  byProject: ReadonlyMap<string, ReadonlySet<Permission>>;
}

const CACHE_MS = 3000;

/**
 * Answers "may this person act in this project?". Answers are kept for three seconds per process, so a withdrawn
 * right ends at the latest then; changes made through this process count at once.
 */
@Injectable()
export class AccessService {
  private readonly cache = new Map<string, { until: number; access: Promise<Access | undefined> }>();

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The access of an active user whose session still lives, or undefined. */
  of(userId: string, sessionId: string): Promise<Access | undefined> {
    const now = Date.now();
    const key = `${userId}:${sessionId}`;
    const known = this.cache.get(key);
    if (known && known.until > now) return known.access;
    const access = this.load(userId, sessionId);
    if (this.cache.size > 10_000) this.cache.clear();
    this.cache.set(key, { until: now + CACHE_MS, access });
    access.catch(() => this.cache.delete(key));
    return access;
  }

  /** Forgets what is kept about a person, or about all: call it after changing users, roles, memberships or sessions. */
  forget(userId?: string): void {
    for (const key of this.cache.keys()) if (!userId || key.startsWith(userId)) this.cache.delete(key);
  }

  private async load(userId: string, sessionId: string): Promise<Access | undefined> {
    const rows = await this.db.query<
      {
        name: string;
        mobile: string;
        must_change_password: boolean;
        scope_project_id: string | null;
        permissions: Permission[] | null;
      }[]
    >(
      `SELECT u.name, u.mobile, u.must_change_password, m.scope_project_id, r.permissions
         FROM app_user u
         JOIN refresh_session s ON s.user_id = u.id AND s.id = $2 AND s.ended_at IS NULL
         LEFT JOIN membership m ON m.user_id = u.id
         LEFT JOIN role r ON r.id = m.role_id
        WHERE u.id = $1 AND u.active`,
      [userId, sessionId],
    );
    const [first] = rows;
    if (!first) return undefined;
    const byProject = new Map<string, Set<Permission>>();
    for (const { scope_project_id, permissions } of rows) {
      if (!scope_project_id) continue;
      const held = byProject.get(scope_project_id) ?? new Set();
      for (const permission of permissions ?? []) held.add(permission);
      byProject.set(scope_project_id, held);
    }
    return {
      userId,
      name: first.name,
      mobile: first.mobile,
      mustChangePassword: first.must_change_password,
      byProject,
    };
  }
}

/** Whether the person holds the right in the project, by membership there or in all projects. */
export function may(access: Access, permission: Permission, projectId: string): boolean {
  return Boolean(access.byProject.get(COMPANY)?.has(permission) || access.byProject.get(projectId)?.has(permission));
}

/** The projects in which the person holds the right: a list, or "all". */
export function projectsWith(access: Access, permission: Permission): string[] | "all" {
  if (access.byProject.get(COMPANY)?.has(permission)) return "all";
  return [...access.byProject].filter(([, held]) => held.has(permission)).map(([projectId]) => projectId);
}
