import { Controller, Get, Param, StreamableFile } from "@nestjs/common";
import { ImportTemplatePath } from "@linli/contracts";
import { xlsxAnswer } from "../common/download.js";
import { AttributesQueries } from "../property/attributes/attributes.queries.js";
import { Requires } from "../common/requires.js";
import { templateOf } from "./profiles/templates/attribute-fields.js";
import { writeTemplate } from "./profiles/templates/write-template.js";

/** 导入模板 */
@Controller("projects/:projectId/import-templates")
export class ImportTemplatesController {
  constructor(private readonly attributes: AttributesQueries) {}

  /** 下载模板（.xlsx，带下拉选项和说明） */
  @Get(":kind")
  @Requires("imports:run")
  async download(@Param() { projectId, kind }: ImportTemplatePath): Promise<StreamableFile> {
    const template = templateOf(kind, await this.attributes.list(projectId));
    return xlsxAnswer(`${template.title}导入模板.xlsx`, await writeTemplate(template));
  }
}
