import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import {
  CreateCustomerDto,
  CustomerDetailDto,
  CustomerMatchesDto,
  CustomerPageDto,
  CustomerPath,
  CustomerQueryDto,
  FindMatchesDto,
  ProjectPath,
  SaveAttributesDto,
  SaveCustomerDto,
  UnmaskDto,
  UnmaskedDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../common/actor.js";
import { Requires } from "../common/requires.js";
import { CreateCustomerService } from "./create-customer.service.js";
import { CustomerQueries } from "./customer.queries.js";
import { DeleteCustomerService } from "./delete-customer.service.js";
import { SetCustomerAttributesService } from "./set-customer-attributes.service.js";
import { UnmaskCustomerService } from "./unmask-customer.service.js";
import { UpdateCustomerService } from "./update-customer.service.js";

/** Customers of a project. Numbers are masked in every answer but `unmask` (LAW-30). */
@Controller("projects/:projectId/customers")
export class CustomersController {
  constructor(
    private readonly queries: CustomerQueries,
    private readonly creator: CreateCustomerService,
    private readonly updater: UpdateCustomerService,
    private readonly remover: DeleteCustomerService,
    private readonly attributes: SetCustomerAttributesService,
    private readonly unmasker: UnmaskCustomerService,
  ) {}

  /** 客户列表，新的在前 */
  @Get()
  @Requires("customer:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: CustomerQueryDto): Promise<CustomerPageDto> {
    return this.queries.list(projectId, query);
  }

  /** 按证件号码或手机查找已有客户，避免重复录入 */
  @Post("matches")
  @HttpCode(200)
  @Requires("customer:read")
  async matches(@Param() { projectId }: ProjectPath, @Body() dto: FindMatchesDto): Promise<CustomerMatchesDto> {
    return { items: await this.queries.matches(projectId, dto) };
  }

  /** 新建客户并建立与房间的关系 */
  @Post()
  @Requires("customer:write")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateCustomerDto,
  ): Promise<CustomerDetailDto> {
    return this.queries.detail(projectId, await this.creator.create(actor, projectId, dto));
  }

  /** 客户档案 */
  @Get(":customerId")
  @Requires("customer:read")
  one(@Param() { projectId, customerId }: CustomerPath): Promise<CustomerDetailDto> {
    return this.queries.detail(projectId, customerId);
  }

  /** 修改客户资料；未填写的证件号码和电话保持不变 */
  @Put(":customerId")
  @Requires("customer:write")
  async update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() dto: SaveCustomerDto,
  ): Promise<CustomerDetailDto> {
    await this.updater.update(actor, projectId, customerId, dto);
    return this.queries.detail(projectId, customerId);
  }

  /** 保存客户的自定义资料 */
  @Put(":customerId/attributes")
  @Requires("customer:write")
  async setAttributes(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() dto: SaveAttributesDto,
  ): Promise<CustomerDetailDto> {
    await this.attributes.set(actor, projectId, customerId, dto);
    return this.queries.detail(projectId, customerId);
  }

  /** 已与客户核对资料，无变化 */
  @Post(":customerId/confirm")
  @HttpCode(200)
  @Requires("customer:write")
  async confirm(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
  ): Promise<CustomerDetailDto> {
    await this.updater.confirm(actor, projectId, customerId);
    return this.queries.detail(projectId, customerId);
  }

  /** 删除从未使用过的客户 */
  @Delete(":customerId")
  @HttpCode(204)
  @Requires("customer:write")
  async delete(@CurrentActor() actor: Actor, @Param() { projectId, customerId }: CustomerPath): Promise<void> {
    await this.remover.delete(actor, projectId, customerId);
  }

  /** 查看完整证件号码与电话，须说明原因并留下记录 */
  @Post(":customerId/unmask")
  @HttpCode(200)
  @Requires("customer:unmask")
  unmask(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() { reason }: UnmaskDto,
  ): Promise<UnmaskedDto> {
    return this.unmasker.unmask(actor, projectId, customerId, reason);
  }
}
