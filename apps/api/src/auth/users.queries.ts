import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { MembershipDto, ProjectNameDto, UserDto, UserPageDto, UserQueryDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../common/clock.js";
import { COMPANY } from "../common/ids.js";
import { limitOf } from "../common/paging.js";
import { notFound } from "../common/rule-violation.js";
import { containing, Where } from "../common/where.js";

interface UserRow {
  id: string;
  name: string;
  mobile: string;
  active: boolean;
  must_change_password: boolean;
  locked_until: Date | null;
  last_sign_in_at: Date | null;
  password_changed_at: Date;
  created_at: Date;
}

interface MembershipRow extends MembershipDto {
  userId: string;
}

const COLUMNS =
  "u.id, u.name, u.mobile, u.active, u.must_change_password, u.locked_until, u.last_sign_in_at, u.password_changed_at, u.created_at";

const stateConditions = {
  ACTIVE: "u.active AND (u.locked_until IS NULL OR u.locked_until <= ?)",
  LOCKED: "u.active AND u.locked_until > ?",
  INACTIVE: "NOT u.active AND ? IS NOT NULL",
} as const;

/** Users as the administrator sees them. */
@Injectable()
export class UsersQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A page of users, active ones first, by name. */
  async list(query: UserQueryDto): Promise<UserPageDto> {
    const where = new Where()
      .add("(u.name ILIKE ? OR u.mobile LIKE ?)", containing(query.q), containing(query.q))
      .add("EXISTS (SELECT 1 FROM membership m WHERE m.user_id = u.id AND m.role_id = ?)", query.roleId)
      .add(
        "EXISTS (SELECT 1 FROM membership m WHERE m.user_id = u.id AND m.scope_project_id = ?)",
        query.everywhere ? COMPANY : query.projectId,
      );
    if (query.state) where.add(stateConditions[query.state].replace("?", "?::timestamptz"), this.clock.now());
    const [count] = await this.db.query<{ total: number }[]>(
      `SELECT count(*) AS total FROM app_user u ${where}`,
      where.params,
    );
    const { limit, offset } = limitOf(query);
    const rows = await this.db.query<UserRow[]>(
      `SELECT ${COLUMNS} FROM app_user u ${where}
        ORDER BY u.active DESC, u.name, u.id LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    return { items: await this.withMemberships(rows), total: count?.total ?? 0 };
  }

  /** One user. Throws NOT_FOUND. */
  async one(userId: string): Promise<UserDto> {
    const rows = await this.db.query<UserRow[]>(`SELECT ${COLUMNS} FROM app_user u WHERE u.id = $1`, [userId]);
    const [user] = await this.withMemberships(rows);
    if (!user) throw notFound("用户");
    return user;
  }

  /** Names of projects for giving rights, at most 50. */
  projectNames(q: string | undefined): Promise<ProjectNameDto[]> {
    const where = new Where().add("name ILIKE ?", containing(q));
    return this.db.query(`SELECT id, name FROM project ${where} ORDER BY active DESC, name LIMIT 50`, where.params);
  }

  private async withMemberships(rows: UserRow[]): Promise<UserDto[]> {
    const memberships = await this.db.query<MembershipRow[]>(
      `SELECT m.user_id AS "userId", m.role_id AS "roleId", r.name AS "roleName", p.name AS "projectName",
              CASE WHEN m.scope_project_id = $2 THEN NULL ELSE m.scope_project_id END AS "projectId"
         FROM membership m JOIN role r ON r.id = m.role_id LEFT JOIN project p ON p.id = m.scope_project_id
        WHERE m.user_id = ANY ($1) ORDER BY m.id`,
      [rows.map(({ id }) => id), COMPANY],
    );
    return rows.map((row) => toUserDto(row, memberships, this.clock.now()));
  }
}

function toUserDto(row: UserRow, memberships: MembershipRow[], now: Date): UserDto {
  const locked = row.locked_until !== null && row.locked_until > now;
  return {
    id: row.id,
    name: row.name,
    mobile: row.mobile,
    state: row.active ? (locked ? "LOCKED" : "ACTIVE") : "INACTIVE",
    mustChangePassword: row.must_change_password,
    lockedUntil: locked ? (row.locked_until?.toISOString() ?? null) : null,
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
    passwordChangedAt: row.password_changed_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    memberships: memberships
      .filter(({ userId }) => userId === row.id)
      .map(({ roleId, roleName, projectId, projectName }) => ({ roleId, roleName, projectId, projectName })),
  };
}
