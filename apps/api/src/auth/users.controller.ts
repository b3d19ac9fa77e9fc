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

  /** Users with their roles. */
  @Get("users")
  @Requires("system:users")
  list(@Query() query: UserQueryDto): Promise<UserPageDto> {
    return this.queries.list(query);
  }

  /** One user. */
  @Get("users/:userId")
  @Requires("system:users")
  one(@Param() { userId }: UserPath): Promise<UserDto> {
    return this.queries.one(userId);
  }

  /** Creates a user; answers the first password, this once. */
  @Post("users")
  @Requires("system:users")
  create(@Body() dto: CreateUserDto, @CurrentActor() actor: Actor): Promise<FirstPasswordDto> {
    return this.users.create(actor, dto);
  }

  /** Changes name and mobile number. */
  @Put("users/:userId")
  @Requires("system:users")
  async update(@Param() { userId }: UserPath, @Body() dto: UpdateUserDto, @CurrentActor() actor: Actor): Promise<UserDto> {
    await this.users.update(actor, userId, dto);
    return this.queries.one(userId);
  }

  /** Replaces all roles of a user. */
  @Put("users/:userId/memberships")
  @Requires("system:users")
  async setMemberships(@Param() { userId }: UserPath, @Body() dto: SetMembershipsDto, @CurrentActor() actor: Actor): Promise<UserDto> {
    await this.users.setMemberships(actor, userId, dto.memberships);
    return this.queries.one(userId);
  }

  /** A new first password, answered this once; ends all sessions. */
  @Post("users/:userId/reset-password")
  @HttpCode(200)
  @Requires("system:users")
  resetPassword(@Param() { userId }: UserPath, @CurrentActor() actor: Actor): Promise<FirstPasswordDto> {
    return this.users.resetPassword(actor, userId);
  }

  /** Ends a lock-out before its time. */
  @Post("users/:userId/unlock")
  @HttpCode(200)
  @Requires("system:users")
  async unlock(@Param() { userId }: UserPath, @CurrentActor() actor: Actor): Promise<UserDto> {
    await this.users.unlock(actor, userId);
    return this.queries.one(userId);
  }

  /** Refuses sign-in from now on; ends all sessions. */
  @Post("users/:userId/deactivate")
  @HttpCode(200)
  @Requires("system:users")
  async deactivate(@Param() { userId }: UserPath, @CurrentActor() actor: Actor): Promise<UserDto> {
    await this.users.deactivate(actor, userId);
    return this.queries.one(userId);
  }

  /** Lets a deactivated user sign in again. */
  @Post("users/:userId/activate")
  @HttpCode(200)
  @Requires("system:users")
  async activate(@Param() { userId }: UserPath, @CurrentActor() actor: Actor): Promise<UserDto> {
    await this.users.activate(actor, userId);
    return this.queries.one(userId);
  }

  /** Names of projects, for giving rights; the administrator sees no more of them. */
  @Get("project-names")
  @Requires("system:users")
  projectNames(@Query() { q }: ProjectNameQueryDto): Promise<ProjectNameDto[]> {
    return this.queries.projectNames(q ?? undefined);
  }
}
