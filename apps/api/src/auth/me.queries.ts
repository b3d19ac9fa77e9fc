import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { companyPermissions, type MeDto, type MeProjectDto, type Permission } from "@linli/contracts";
import { DataSource } from "typeorm";
import { COMPANY } from "../common/ids.js";

/** Most projects that are listed with a person. */
const MAX_PROJECTS = 200;

interface Held {
  scope_project_id: string;
  permissions: Permission[];
  name: string;
  home_path: string;
}

/** Who somebody is and what he may do, for the console. */
@Injectable()
export class MeQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The person with home page, projects and rights. */
  async me(userId: string): Promise<MeDto> {
    const [user] = await this.db.query<{ name: string; mobile: string; must_change_password: boolean }[]>(
      "SELECT name, mobile, must_change_password FROM app_user WHERE id = $1",
      [userId],
    );
    const held = await this.db.query<Held[]>(
      `SELECT m.scope_project_id, r.permissions, r.name, r.home_path
         FROM membership m JOIN role r ON r.id = m.role_id WHERE m.user_id = $1 ORDER BY m.id`,
      [userId],
    );
    const everywhere = permissionsOf(held, COMPANY);
    return {
      id: userId,
      name: user?.name ?? "",
      mobile: user?.mobile ?? "",
      mustChangePassword: user?.must_change_password ?? true,
      homePath: held[0]?.home_path ?? "/",
      roleNames: [...new Set(held.map(({ name }) => name))],
      projects: await this.projects(held, everywhere),
      companyPermissions: everywhere,
    };
  }

  private async projects(held: Held[], everywhere: Permission[]): Promise<MeProjectDto[]> {
    const inAll = everywhere.filter((permission) => !companyPermissions.some((own) => own === permission));
    const named = [...new Set(held.map((one) => one.scope_project_id))].filter((id) => id !== COMPANY);
    if (inAll.length === 0 && named.length === 0) return [];
    const rows = await this.db.query<{ id: string; name: string; short_name: string; modules: string[] }[]>(
      `SELECT id, name, short_name, modules FROM project
        WHERE active AND ($1 OR id = ANY($2)) ORDER BY id = ANY($2) DESC, name LIMIT $3`,
      [inAll.length > 0, named, MAX_PROJECTS],
    );
    return rows.map(({ id, name, short_name: shortName, modules }) => {
      const permissions = [...new Set([...inAll, ...permissionsOf(held, id)])];
      return { id, name, shortName, modules, permissions };
    });
  }
}

function permissionsOf(held: Held[], scope: string): Permission[] {
  return [...new Set(held.filter((one) => one.scope_project_id === scope).flatMap((one) => one.permissions))];
}
