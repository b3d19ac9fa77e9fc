import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import {
  ChangeKeyDataDto,
  CustomerDetailDto,
  CustomerDetailsDto,
  CustomerPartPath,
  CustomerPath,
  MainPhoneDto,
  SaveAddressDto,
  SavePhoneDto,
  SavePreferencesDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { CustomerQueries } from "../customer.queries.js";
import { AddressesService } from "./addresses.service.js";
import { ChangeKeyDataService } from "./change-key-data.service.js";
import { CustomerDetailsQueries } from "./customer-details.queries.js";
import { PhonesService } from "./phones.service.js";
import { PreferencesService } from "./preferences.service.js";

/** Key data, telephones, addresses and preferences of a customer (SCN-06). Every answer is masked. */
@Controller("projects/:projectId/customers/:customerId")
export class CustomerDetailsController {
  constructor(
    private readonly queries: CustomerDetailsQueries,
    private readonly customers: CustomerQueries,
    private readonly keyData: ChangeKeyDataService,
    private readonly phones: PhonesService,
    private readonly addresses: AddressesService,
    private readonly preferences: PreferencesService,
  ) {}

  /** 客户的电话、地址、发票抬头、联系人和联系偏好 */
  @Get("details")
  @Requires("customer:read")
  details(@Param() { projectId, customerId }: CustomerPath): Promise<CustomerDetailsDto> {
    return this.queries.of(projectId, customerId);
  }

  /** 修改关键信息（名称、证件、主要电话），须说明原因 */
  @Put("key-data")
  @Requires("customer:key-data")
  async changeKeyData(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() dto: ChangeKeyDataDto,
  ): Promise<CustomerDetailDto> {
    await this.keyData.change(actor, projectId, customerId, dto);
    return this.customers.detail(projectId, customerId);
  }

  /** 登记电话 */
  @Post("phones")
  @Requires("customer:write")
  async addPhone(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() dto: SavePhoneDto,
  ): Promise<CustomerDetailsDto> {
    await this.phones.add(actor, projectId, customerId, dto);
    return this.queries.of(projectId, customerId);
  }

  /** 修改电话；主要电话的号码属于关键信息 */
  @Put("phones/:partId")
  @Requires("customer:write")
  async updatePhone(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId, partId }: CustomerPartPath,
    @Body() dto: SavePhoneDto,
  ): Promise<CustomerDetailsDto> {
    await this.phones.update(actor, projectId, customerId, partId, dto);
    return this.queries.of(projectId, customerId);
  }

  /** 删除电话；主要电话不能删除 */
  @Delete("phones/:partId")
  @Requires("customer:write")
  async removePhone(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId, partId }: CustomerPartPath,
  ): Promise<CustomerDetailsDto> {
    await this.phones.remove(actor, projectId, customerId, partId);
    return this.queries.of(projectId, customerId);
  }

  /** 设为主要电话，须说明原因和核实方式 */
  @Post("phones/:partId/main")
  @HttpCode(200)
  @Requires("customer:key-data")
  async makeMainPhone(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId, partId }: CustomerPartPath,
    @Body() dto: MainPhoneDto,
  ): Promise<CustomerDetailsDto> {
    await this.phones.makeMain(actor, projectId, customerId, partId, dto);
    return this.queries.of(projectId, customerId);
  }

  /** 登记地址 */
  @Post("addresses")
  @Requires("customer:write")
  async addAddress(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() dto: SaveAddressDto,
  ): Promise<CustomerDetailsDto> {
    await this.addresses.add(actor, projectId, customerId, dto);
    return this.queries.of(projectId, customerId);
  }

  /** 修改地址 */
  @Put("addresses/:partId")
  @Requires("customer:write")
  async updateAddress(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId, partId }: CustomerPartPath,
    @Body() dto: SaveAddressDto,
  ): Promise<CustomerDetailsDto> {
    await this.addresses.update(actor, projectId, customerId, partId, dto);
    return this.queries.of(projectId, customerId);
  }

  /** 删除地址 */
  @Delete("addresses/:partId")
  @Requires("customer:write")
  async removeAddress(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId, partId }: CustomerPartPath,
  ): Promise<CustomerDetailsDto> {
    await this.addresses.remove(actor, projectId, customerId, partId);
    return this.queries.of(projectId, customerId);
  }

  /** 联系偏好 */
  @Put("preferences")
  @Requires("customer:write")
  async savePreferences(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() dto: SavePreferencesDto,
  ): Promise<CustomerDetailsDto> {
    await this.preferences.save(actor, projectId, customerId, dto);
    return this.queries.of(projectId, customerId);
  }
}
