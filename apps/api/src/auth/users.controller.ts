import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import {
  CreateUserDto,
  FirstPasswordDto,
  ProjectNameDto,
  ProjectNameQueryDto,
  SetMembershipsDto,
  UpdateUserDto,
  UserDto,
  UserPageDto,
  UserPath,
  UserQueryDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../common/actor.js";
import { Requires } from "../common/requires.js";
import { ManageUsersService } from "./manage-users.service.js";
import { UsersQueries } from "./users.queries.js";

/** 用户管理 (SYS-01) */
@Controller()
export class UsersController {
  constructor(
    private readonly users: ManageUsersService,
    private readonly queries: UsersQueries,
  ) {}

  /** 用户列表 */
  @Get("users")
  @Requires("system:users")
  list(@Query() query: UserQueryDto): Promise<UserPageDto> {
    return this.queries.list(query);
  }

  /** 用户及其授权 */
  @Get("users/:userId")
  @Requires("system:users")
  one(@Param() { userId }: UserPath): Promise<UserDto> {
    return this.queries.one(userId);
  }

  /** 新建用户；初始密码只返回这一次 */
  @Post("users")
  @Requires("system:users")
  create(@Body() dto: CreateUserDto, @CurrentActor() actor: Actor): Promise<FirstPasswordDto> {
    return this.users.create(actor, dto);
  }

  /** 修改姓名和手机号 */
  @Put("users/:userId")
  @Requires("system:users")
  async update(
    @Param() { userId }: UserPath,
    @Body() dto: UpdateUserDto,
    @CurrentActor() actor: Actor,
  ): Promise<UserDto> {
    await this.users.update(actor, userId, dto);
    return this.queries.one(userId);
  }

  /** 替换用户的全部授权 */
  @Put("users/:userId/memberships")
  @Requires("system:users")
  async setMemberships(
    @Param() { userId }: UserPath,
    @Body() dto: SetMembershipsDto,
    @CurrentActor() actor: Actor,
  ): Promise<UserDto> {
    await this.users.setMemberships(actor, userId, dto.memberships);
    return this.queries.one(userId);
  }

  /** 重置密码；新的初始密码只返回这一次，所有登录失效 */
  @Post("users/:userId/reset-password")
  @HttpCode(200)
  @Requires("system:users")
  resetPassword(@Param() { userId }: UserPath, @CurrentActor() actor: Actor): Promise<FirstPasswordDto> {
    return this.users.resetPassword(actor, userId);
  }

  /** 提前解除锁定 */
  @Post("users/:userId/unlock")
  @HttpCode(200)
  @Requires("system:users")
  async unlock(@Param() { userId }: UserPath, @CurrentActor() actor: Actor): Promise<UserDto> {
    await this.users.unlock(actor, userId);
    return this.queries.one(userId);
  }

  /** 停用用户；所有登录失效 */
  @Post("users/:userId/deactivate")
  @HttpCode(200)
  @Requires("system:users")
  async deactivate(@Param() { userId }: UserPath, @CurrentActor() actor: Actor): Promise<UserDto> {
    await this.users.deactivate(actor, userId);
    return this.queries.one(userId);
  }

  /** 启用已停用的用户 */
  @Post("users/:userId/activate")
  @HttpCode(200)
  @Requires("system:users")
  async activate(@Param() { userId }: UserPath, @CurrentActor() actor: Actor): Promise<UserDto> {
    await this.users.activate(actor, userId);
    return this.queries.one(userId);
  }

  /** 管理区名称，供授权时选择 */
  @Get("project-names")
  @Requires("system:users")
  projectNames(@Query() { q }: ProjectNameQueryDto): Promise<ProjectNameDto[]> {
    return this.queries.projectNames(q ?? undefined);
  }
}
