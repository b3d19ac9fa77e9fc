import { Body, Controller, Get, Param, Put } from "@nestjs/common";
import {
  PaymentMethodDto,
  PaymentMethodPath,
  PaymentMethodsDto,
  ProjectPath,
  SavePaymentMethodDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { PaymentMethods } from "./payment-methods.service.js";

/** 收款方式 (BIL-70) */
@Controller("projects/:projectId/payment-methods")
export class PaymentMethodsController {
  constructor(private readonly methods: PaymentMethods) {}

  /** 收款方式及其设置 */
  @Get()
  @Requires("billing:read")
  async list(@Param() { projectId }: ProjectPath): Promise<PaymentMethodsDto> {
    return { items: await this.methods.list(projectId) };
  }

  /** 修改一种收款方式的设置 */
  @Put(":method")
  @Requires("project:settings")
  save(
    @CurrentActor() actor: Actor,
    @Param() { projectId, method }: PaymentMethodPath,
    @Body() dto: SavePaymentMethodDto,
  ): Promise<PaymentMethodDto> {
    return this.methods.save(actor, projectId, method, dto);
  }
}
