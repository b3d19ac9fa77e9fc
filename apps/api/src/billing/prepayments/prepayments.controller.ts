import { Controller, Get, Param, Query } from "@nestjs/common";
import {
  PrepaymentMovementPageDto,
  PrepaymentMovementQueryDto,
  PrepaymentPageDto,
  PrepaymentPath,
  PrepaymentQueryDto,
  ProjectPath,
} from "@linli/contracts";
import { Requires } from "../../common/requires.js";
import { PrepaymentsQueries } from "./prepayments.queries.js";

/** Prepayments (预收款). */
@Controller("projects/:projectId/prepayments")
export class PrepaymentsController {
  constructor(private readonly prepayments: PrepaymentsQueries) {}

  /** 预收账户及余额 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: PrepaymentQueryDto): Promise<PrepaymentPageDto> {
    return this.prepayments.page(projectId, query);
  }

  /** 预收账户的变动，新的在前 */
  @Get(":accountId/movements")
  @Requires("billing:read")
  movements(
    @Param() { projectId, accountId }: PrepaymentPath,
    @Query() query: PrepaymentMovementQueryDto,
  ): Promise<PrepaymentMovementPageDto> {
    return this.prepayments.movements(projectId, accountId, query);
  }
}
