import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { CreatedDto, RoleDto, RolePath, SaveRoleDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { type Actor, CurrentActor } from "../common/actor.js";
import { Requires } from "../common/requires.js";
import { SaveRoleService } from "./save-role.service.js";

const ROLES = `SELECT r.id, r.code, r.name, r.permissions, r.home_path AS "homePath", r.built_in AS "builtIn",
                      (SELECT count(DISTINCT m.user_id) FROM membership m WHERE m.role_id = r.id) AS users
                 FROM role r ORDER BY r.built_in DESC, r.id`;

/** 角色管理 */
@Controller()
export class RolesController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly roles: SaveRoleService,
  ) {}

  /** All roles with their rights, built-in ones first. */
  @Get("roles")
  @Requires("system:roles")
  list(): Promise<RoleDto[]> {
    return this.db.query(ROLES);
  }

  /** The same list, for whoever gives roles to people. */
  @Get("role-options")
  @Requires("system:users")
  options(): Promise<RoleDto[]> {
    return this.db.query(ROLES);
  }

  /** Creates an own role. */
  @Post("roles")
  @Requires("system:roles")
  async create(@Body() dto: SaveRoleDto, @CurrentActor() actor: Actor): Promise<CreatedDto> {
    return { id: await this.roles.create(actor, dto) };
  }

  /** Changes an own role. */
  @Put("roles/:roleId")
  @HttpCode(204)
  @Requires("system:roles")
  update(@Param() { roleId }: RolePath, @Body() dto: SaveRoleDto, @CurrentActor() actor: Actor): Promise<void> {
    return this.roles.update(actor, roleId, dto);
  }

  /** Deletes an own role that nobody holds. */
  @Delete("roles/:roleId")
  @HttpCode(204)
  @Requires("system:roles")
  remove(@Param() { roleId }: RolePath, @CurrentActor() actor: Actor): Promise<void> {
    return this.roles.remove(actor, roleId);
  }
}
