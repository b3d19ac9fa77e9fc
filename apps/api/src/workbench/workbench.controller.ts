import { Controller, Get, Param } from "@nestjs/common";
import { ProjectPath, WorkbenchDto } from "@linli/contracts";
import type { Access } from "../auth/access.service.js";
import { CurrentAccess } from "../auth/current-access.js";
import { Requires } from "../common/requires.js";
import { WorkbenchQueries } from "./workbench.queries.js";

/** The workbench (工作台) of a project. */
@Controller("projects/:projectId/workbench")
export class WorkbenchController {
  constructor(private readonly workbench: WorkbenchQueries) {}

  /** 工作台：按权限给出房产、客户与收费的主要数字 */
  @Get()
  @Requires("property:read")
  one(@Param() { projectId }: ProjectPath, @CurrentAccess() access: Access): Promise<WorkbenchDto> {
    return this.workbench.of(projectId, access);
  }
}
