import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { FundStatementCheckDto, FundStatementQueryDto, FundSummaryDto, ProjectPath } from "@linli/contracts";
import { DataSource } from "typeorm";
import { FundStatementsService, type StatementFile } from "../../billing/maintenance-fund/fund-statements.service.js";
import { MaintenanceFundQueries } from "../../billing/maintenance-fund/maintenance-fund.queries.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { xlsxAnswer } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { NATURAL } from "../../database/natural-order.js";
import { Upload, UploadedFile } from "../../files/uploaded-file.js";
import { asViolation } from "../import.errors.js";
import { type FundSheetRow, fundWorkbook } from "./fund-statement-workbook.js";
import { readFundStatement } from "./read-fund-statement.js";

const MAX_BYTES = 10 * 1024 * 1024;

/** 维修资金对账单的导出、检查和登记。 */
@Controller("projects/:projectId/maintenance-fund/statements")
export class FundStatementsController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly statements: FundStatementsService,
    private readonly queries: MaintenanceFundQueries,
  ) {}

  /** 导出全部在用房间的分户账（Excel），可填写后作为对账单上传 */
  @Get("workbook")
  @Requires("billing:read")
  async workbook(@Param() { projectId }: ProjectPath): Promise<StreamableFile> {
    const rows = await this.db.query<FundSheetRow[]>(
      `SELECT r.code AS room, a.first_deposit_fen AS "FIRST_DEPOSIT", a.top_up_fen AS "TOP_UP", a.interest_fen AS "INTEREST",
              a.moved_fen AS "MOVED", a.used_fen AS "USE", a.balance_fen AS balance
         FROM room r LEFT JOIN fund_account a ON a.project_id = r.project_id AND a.room_id = r.id
        WHERE r.project_id = $1 AND (a.id IS NOT NULL OR r.active AND r.ended_on IS NULL) ORDER BY r.code ${NATURAL}, r.id`,
      [projectId],
    );
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
