import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from "@nestjs/common";
import { FundStatementCheckDto, FundStatementQueryDto, FundSummaryDto, ProjectPath } from "@linli/contracts";
import { FundStatementsService, type StatementFile } from "../../billing/maintenance-fund/fund-statements.service.js";
import { MaintenanceFundQueries } from "../../billing/maintenance-fund/maintenance-fund.queries.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { xlsxAnswer } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { Upload, UploadedFile } from "../../files/uploaded-file.js";
import { asViolation } from "../import.errors.js";
import { fundWorkbook } from "./fund-statement-workbook.js";
import { readFundStatement } from "./read-fund-statement.js";

const MAX_BYTES = 10 * 1024 * 1024;

/** 维修资金对账单的导出、检查和登记。 */
@Controller("projects/:projectId/maintenance-fund/statements")
export class FundStatementsController {
  constructor(
    private readonly statements: FundStatementsService,
    private readonly queries: MaintenanceFundQueries,
  ) {}

  /** 导出全部在用房间的分户账（Excel），可填写后作为对账单上传 */
  @Get("workbook")
  @Requires("billing:read")
  async workbook(@Param() { projectId }: ProjectPath): Promise<StreamableFile> {
    const rows = await this.queries.statement(projectId);
    return xlsxAnswer("维修资金分户账.xlsx", await fundWorkbook(rows));
  }

  /** 检查对账单（multipart 字段 file，最大 10 MB）：列出有误的行和会变动的金额，不登记 */
  @Post("check")
  @HttpCode(200)
  @Requires("billing:maintenance-fund")
  async check(
    @Param() { projectId }: ProjectPath,
    @UploadedFile(MAX_BYTES) upload: Upload,
  ): Promise<FundStatementCheckDto> {
    return this.statements.check(projectId, await read(upload));
  }

  /** 登记对账单（multipart 字段 file，最大 10 MB）：按与分户账的差额入账，有一行有误就都不登记 */
  @Post()
  @Requires("billing:maintenance-fund")
  async record(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Query() query: FundStatementQueryDto,
    @UploadedFile(MAX_BYTES) upload: Upload,
  ): Promise<FundSummaryDto> {
    await this.statements.record(actor, projectId, query, await read(upload));
    return this.queries.summary(projectId);
  }
}

const read = (upload: Upload): Promise<StatementFile> =>
  readFundStatement(upload).catch((error: unknown) => {
    throw asViolation(error);
  });
