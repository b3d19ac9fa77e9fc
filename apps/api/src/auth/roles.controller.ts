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

  /** 全部角色及其权限，内置的在前 */
  @Get("roles")
  @Requires("system:roles")
  list(): Promise<RoleDto[]> {
    return this.db.query(ROLES);
  }

  /** 全部角色，供授权时选择 */
  @Get("role-options")
  @Requires("system:users")
  options(): Promise<RoleDto[]> {
    return this.db.query(ROLES);
  }

  /** 新建自定义角色 */
  @Post("roles")
  @Requires("system:roles")
  async create(@Body() dto: SaveRoleDto, @CurrentActor() actor: Actor): Promise<CreatedDto> {
    return { id: await this.roles.create(actor, dto) };
  }

  /** 修改自定义角色，对使用者立即生效 */
  @Put("roles/:roleId")
  @HttpCode(204)
  @Requires("system:roles")
  update(@Param() { roleId }: RolePath, @Body() dto: SaveRoleDto, @CurrentActor() actor: Actor): Promise<void> {
    return this.roles.update(actor, roleId, dto);
  }

  /** 删除无人使用的自定义角色 */
  @Delete("roles/:roleId")
  @HttpCode(204)
  @Requires("system:roles")
  remove(@Param() { roleId }: RolePath, @CurrentActor() actor: Actor): Promise<void> {
    return this.roles.remove(actor, roleId);
  }
}
