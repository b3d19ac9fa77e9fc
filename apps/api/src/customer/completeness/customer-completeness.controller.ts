import { Controller, Get, Param, Query } from "@nestjs/common";
import {
  CustomerCompletenessDto,
  IncompleteCustomerPageDto,
  IncompleteCustomerQueryDto,
  ProjectPath,
} from "@linli/contracts";
import { Requires } from "../../common/requires.js";
import { CustomerCompletenessQueries } from "./customer-completeness.queries.js";

/** 客户资料完整性（CUS-05…07） */
@Controller("projects/:projectId/customer-completeness")
export class CustomerCompletenessController {
  constructor(private readonly completeness: CustomerCompletenessQueries) {}

  /** 业主、租户、家庭成员的必填资料：总数与各项缺少的人数 */
  @Get()
  @Requires("customer:read")
  figures(@Param() { projectId }: ProjectPath): Promise<CustomerCompletenessDto> {
    return this.completeness.figures(projectId);
  }

  /** 逐间房列出资料不全的人 */
  @Get("rooms")
  @Requires("customer:read")
  list(
    @Param() { projectId }: ProjectPath,
    @Query() query: IncompleteCustomerQueryDto,
  ): Promise<IncompleteCustomerPageDto> {
    return this.completeness.list(projectId, query);
  }
}
