import { Controller, Get, Param, Query } from "@nestjs/common";
import { PaidBeyondDto, PaidBeyondQueryDto, ProjectPath, TurnoverDto, TurnoverQueryDto } from "@linli/contracts";
import { Requires } from "../../common/requires.js";
import { LiabilityQueries } from "./liability.queries.js";

/** What is owed to those who paid ahead (BIL-60, BIL-65). */
@Controller("projects/:projectId/prepayment-reports")
export class LiabilityController {
  constructor(private readonly liability: LiabilityQueries) {}

  /** 预收款发生表：期初、存入、冲抵、退款、结转、期末 */
  @Get("turnover")
  @Requires("billing:read")
  turnover(@Param() { projectId }: ProjectPath, @Query() query: TurnoverQueryDto): Promise<TurnoverDto> {
    return this.liability.turnover(projectId, query);
  }

  /** 截止某日以后的预缴：没有用完的预收和已缴的以后的费用，合同终止时应退还业主 */
  @Get("paid-beyond")
  @Requires("billing:read")
  paidBeyond(@Param() { projectId }: ProjectPath, @Query() query: PaidBeyondQueryDto): Promise<PaidBeyondDto> {
    return this.liability.paidBeyond(projectId, query);
  }
}
