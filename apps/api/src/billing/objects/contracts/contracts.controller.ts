import { Body, Controller, Get, Param, Post, Put, Query } from "@nestjs/common";
import {
  ChargeContractDto,
  ChargeContractPageDto,
  ChargeContractPath,
  ChargeContractQueryDto,
  ProjectPath,
  SaveChargeContractDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../../common/actor.js";
import { Requires } from "../../../common/requires.js";
import { ChargeContractsService } from "./contracts.service.js";

/** 合同: what rates are bound to where a room pays under a contract (BIL-05). */
@Controller("projects/:projectId/charge-contracts")
export class ChargeContractsController {
  constructor(private readonly contracts: ChargeContractsService) {}

  /** 合同列表，按合同号 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: ChargeContractQueryDto): Promise<ChargeContractPageDto> {
    return this.contracts.list(projectId, query);
  }

  /** 登记合同 */
  @Post()
  @Requires("billing:bind")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveChargeContractDto,
  ): Promise<ChargeContractDto> {
    return this.contracts.one(projectId, await this.contracts.create(actor, projectId, dto));
  }

  /** 修改合同；已绑定的标准不能超出合同期 */
  @Put(":contractId")
  @Requires("billing:bind")
  async update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, contractId }: ChargeContractPath,
    @Body() dto: SaveChargeContractDto,
  ): Promise<ChargeContractDto> {
    await this.contracts.update(actor, projectId, contractId, dto);
    return this.contracts.one(projectId, contractId);
  }
}
