import { Body, Controller, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import {
  ChangeRelationDto,
  CorrectRelationDto,
  CustomerDetailDto,
  CustomerPath,
  HoldsDto,
  RecordGuardianConsentDto,
  RelationPath,
  RemoveMemberDto,
  RoomCustomersDto,
  RoomRelationsPath,
  SetOwnersDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { CustomerQueries } from "../customer.queries.js";
import { RoomCustomersQueries } from "../room-customers.queries.js";
import { ChangeRelationsService } from "./change-relations.service.js";
import { GuardianConsentsService } from "./guardian-consents.service.js";
import { OwnersService } from "./owners.service.js";
import { RemoveMemberService } from "./remove-member.service.js";

/** How relations become others (SCN-02, 03, 05). What takes effect on a day changes no answer about days before it. */
@Controller("projects/:projectId")
export class RelationsController {
  constructor(
    private readonly queries: RoomCustomersQueries,
    private readonly customers: CustomerQueries,
    private readonly changes: ChangeRelationsService,
    private readonly owners: OwnersService,
    private readonly members: RemoveMemberService,
    private readonly consents: GuardianConsentsService,
  ) {}

  /** 自某日起变更客房关系 */
  @Post("relations/:relationId/changes")
  @HttpCode(200)
  @Requires("customer:write")
  async change(
    @CurrentActor() actor: Actor,
    @Param() { projectId, relationId }: RelationPath,
    @Body() dto: ChangeRelationDto,
  ): Promise<RoomCustomersDto> {
    return this.queries.ofRoom(projectId, await this.changes.changeFrom(actor, projectId, relationId, dto));
  }

  /** 更正录错的客房关系 */
  @Put("relations/:relationId")
  @Requires("customer:key-data")
  async correct(
    @CurrentActor() actor: Actor,
    @Param() { projectId, relationId }: RelationPath,
    @Body() dto: CorrectRelationDto,
  ): Promise<RoomCustomersDto> {
    return this.queries.ofRoom(projectId, await this.changes.correct(actor, projectId, relationId, dto));
  }

  /** 自某日起调整房间的全部业主与产权份额 */
  @Put("rooms/:roomId/owners")
  @Requires("customer:write")
  async setOwners(
    @CurrentActor() actor: Actor,
    @Param() { projectId, roomId }: RoomRelationsPath,
    @Body() dto: SetOwnersDto,
  ): Promise<RoomCustomersDto> {
    await this.owners.set(actor, projectId, roomId, dto);
    return this.queries.ofRoom(projectId, roomId);
  }

  /** 删除家庭成员前必须处理的事项 */
  @Get("relations/:relationId/holds")
  @Requires("customer:read")
  holds(@Param() { projectId, relationId }: RelationPath): Promise<HoldsDto> {
    return this.members.holds(projectId, relationId);
  }

  /** 删除家庭成员（非业主）：结束其客房关系 */
  @Post("relations/:relationId/remove")
  @HttpCode(200)
  @Requires("customer:write")
  async remove(
    @CurrentActor() actor: Actor,
    @Param() { projectId, relationId }: RelationPath,
    @Body() dto: RemoveMemberDto,
  ): Promise<RoomCustomersDto> {
    return this.queries.ofRoom(projectId, await this.members.remove(actor, projectId, relationId, dto));
  }

  /** 登记未满 14 岁儿童的监护人同意 */
  @Post("customers/:customerId/guardian-consents")
  @Requires("customer:write")
  async recordConsent(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() dto: RecordGuardianConsentDto,
  ): Promise<CustomerDetailDto> {
    await this.consents.record(actor, projectId, customerId, dto);
    return this.customers.detail(projectId, customerId);
  }
}
