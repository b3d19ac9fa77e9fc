import { Body, Controller, Delete, HttpCode, Param, Post, Put } from "@nestjs/common";
import {
  CustomerDetailsDto,
  CustomerPartPath,
  CustomerPath,
  SaveContactDto,
  SaveInvoiceTitleDto,
  UnmaskDto,
  UnmaskedAccountDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { ContactsService } from "./contacts.service.js";
import { CustomerDetailsQueries } from "./customer-details.queries.js";
import { InvoiceTitlesService } from "./invoice-titles.service.js";

/** Invoice titles, and the contacts of companies (SCN-06). */
@Controller("projects/:projectId/customers/:customerId")
export class TitlesContactsController {
  constructor(
    private readonly queries: CustomerDetailsQueries,
    private readonly titles: InvoiceTitlesService,
    private readonly contacts: ContactsService,
  ) {}

  /** 登记发票抬头 */
  @Post("invoice-titles")
  @Requires("customer:write")
  async addTitle(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() dto: SaveInvoiceTitleDto,
  ): Promise<CustomerDetailsDto> {
    await this.titles.add(actor, projectId, customerId, dto);
    return this.queries.of(projectId, customerId);
  }

  /** 修改发票抬头；未填写的账号保持不变 */
  @Put("invoice-titles/:partId")
  @Requires("customer:write")
  async updateTitle(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId, partId }: CustomerPartPath,
    @Body() dto: SaveInvoiceTitleDto,
  ): Promise<CustomerDetailsDto> {
    await this.titles.update(actor, projectId, customerId, partId, dto);
    return this.queries.of(projectId, customerId);
  }

  /** 删除发票抬头 */
  @Delete("invoice-titles/:partId")
  @Requires("customer:write")
  async removeTitle(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId, partId }: CustomerPartPath,
  ): Promise<CustomerDetailsDto> {
    await this.titles.remove(actor, projectId, customerId, partId);
    return this.queries.of(projectId, customerId);
  }

  /** 查看发票抬头的完整银行账号，须说明原因并留下记录 */
  @Post("invoice-titles/:partId/unmask")
  @HttpCode(200)
  @Requires("customer:unmask")
  async unmaskTitle(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId, partId }: CustomerPartPath,
    @Body() { reason }: UnmaskDto,
  ): Promise<UnmaskedAccountDto> {
    return { account: await this.titles.unmask(actor, projectId, customerId, partId, reason) };
  }

  /** 登记公司联系人 */
  @Post("contacts")
  @Requires("customer:write")
  async addContact(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() dto: SaveContactDto,
  ): Promise<CustomerDetailsDto> {
    await this.contacts.add(actor, projectId, customerId, dto);
    return this.queries.of(projectId, customerId);
  }

  /** 修改公司联系人；未填写的电话保持不变 */
  @Put("contacts/:partId")
  @Requires("customer:write")
  async updateContact(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId, partId }: CustomerPartPath,
    @Body() dto: SaveContactDto,
  ): Promise<CustomerDetailsDto> {
    await this.contacts.update(actor, projectId, customerId, partId, dto);
    return this.queries.of(projectId, customerId);
  }

  /** 删除公司联系人 */
  @Delete("contacts/:partId")
  @Requires("customer:write")
  async removeContact(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId, partId }: CustomerPartPath,
  ): Promise<CustomerDetailsDto> {
    await this.contacts.remove(actor, projectId, customerId, partId);
    return this.queries.of(projectId, customerId);
  }
}
