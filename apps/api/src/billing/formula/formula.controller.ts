import { Body, Controller, HttpCode, Param, Post } from "@nestjs/common";
import { CheckFormulaDto, FormulaCheckDto, ProjectPath } from "@linli/contracts";
import { Requires } from "../../common/requires.js";
import { CheckFormulaService } from "./check-formula.service.js";

/** Formulas of rates (BIL-03): checked while they are typed. */
@Controller("projects/:projectId/formula-checks")
export class FormulaController {
  constructor(private readonly service: CheckFormulaService) {}

  /** 检查计费公式并以一间房试算 */
  @Post()
  @HttpCode(200)
  @Requires("billing:rates")
  check(@Param() { projectId }: ProjectPath, @Body() dto: CheckFormulaDto): Promise<FormulaCheckDto> {
    return this.service.check(projectId, dto);
  }
}
