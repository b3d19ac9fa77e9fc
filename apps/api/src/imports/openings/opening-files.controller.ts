import { Controller, Get, Param, Post, Query, StreamableFile } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { OpeningDto, openingKindLabels, OpeningKindDto, OpeningPath, ProjectPath } from "@linli/contracts";
import { DataSource } from "typeorm";
import { OpeningsQueries } from "../../billing/openings/openings.queries.js";
import { cutOverOf, StageOpeningService } from "../../billing/openings/stage-opening.service.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { xlsxAnswer } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { Upload, UploadedFile } from "../../files/uploaded-file.js";
import { asViolation } from "../import.errors.js";
import { pagesOfList } from "../../common/rows-workbook.js";
import { faultsWorkbook } from "./opening-faults.js";
import { openingTemplate } from "./opening-template.js";
import { readOpening } from "./read-opening.js";

const MAX_BYTES = 20 * 1024 * 1024;

/** 期初余额与历史缴费的模板、上传和有误的行。 */
@Controller("projects/:projectId/openings")
export class OpeningFilesController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly staging: StageOpeningService,
    private readonly queries: OpeningsQueries,
  ) {}

  /** 下载模板（.xlsx，带填写说明） */
  @Get("template")
  @Requires("billing:openings")
  async template(@Param() { projectId }: ProjectPath, @Query() { kind }: OpeningKindDto): Promise<StreamableFile> {
    const content = await openingTemplate(kind, await cutOverOf(this.db, projectId));
    return xlsxAnswer(`${openingKindLabels[kind]}导入模板.xlsx`, content);
  }

  /** 上传并检查（multipart 字段 file，最大 20 MB）；有误的行逐行列出，不改动任何账目 */
  @Post()
  @Requires("billing:openings")
  async upload(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Query() { kind }: OpeningKindDto,
    @UploadedFile(MAX_BYTES) upload: Upload,
  ): Promise<OpeningDto> {
    const file = await readOpening(kind, upload).catch((error: unknown) => {
      throw asViolation(error);
    });
    return this.queries.one(projectId, await this.staging.stage(actor, projectId, file));
  }

  /** 下载有误的行及原因（.xlsx） */
  @Get(":openingId/faults")
  @Requires("billing:openings")
  async faults(@Param() { projectId, openingId }: OpeningPath): Promise<StreamableFile> {
    const { fileName } = await this.queries.one(projectId, openingId);
    const rows = pagesOfList((page) => this.queries.rows(projectId, openingId, { ...page, faulty: true }));
    const name = `有误的行-${fileName.replace(/\.[^.]*$/, "")}.xlsx`;
    return xlsxAnswer(name, faultsWorkbook(rows));
  }
}
