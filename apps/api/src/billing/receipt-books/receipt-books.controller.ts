import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  BookLayoutDto,
  BookNumberPageDto,
  BookNumbersQueryDto,
  CheckReceiptBookDto,
  CreateReceiptBookDto,
  NextPaperDto,
  ProjectPath,
  ReceiptBookDto,
  ReceiptBookPageDto,
  ReceiptBookPath,
  ReceiptBookQueryDto,
  SpoilNumberDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { PaperNumbers } from "./paper-numbers.js";
import { ReceiptBooksQueries } from "./receipt-books.queries.js";
import { ReceiptBooksService } from "./receipt-books.service.js";

/** 票据本 (BIL-72): numbered papers, who has them, what became of them. */
@Controller("projects/:projectId/receipt-books")
export class ReceiptBooksController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: ReceiptBooksQueries,
    private readonly books: ReceiptBooksService,
    private readonly papers: PaperNumbers,
  ) {}

  /** 票据使用表：票据本及已用、作废、剩余张数 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: ReceiptBookQueryDto): Promise<ReceiptBookPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 我的下一张收据号 */
  @Get("next")
  @Requires("billing:read")
  next(@CurrentActor() actor: Actor, @Param() { projectId }: ProjectPath): Promise<NextPaperDto> {
    return this.papers.next(this.db.manager, actor, projectId);
  }

  /** 一本票据 */
  @Get(":bookId")
  @Requires("billing:read")
  one(@Param() { projectId, bookId }: ReceiptBookPath): Promise<ReceiptBookDto> {
    return this.queries.one(projectId, bookId);
  }

  /** 一本票据的号码去向 */
  @Get(":bookId/numbers")
  @Requires("billing:read")
  numbers(
    @Param() { projectId, bookId }: ReceiptBookPath,
    @Query() query: BookNumbersQueryDto,
  ): Promise<BookNumberPageDto> {
    return this.queries.numbers(projectId, bookId, query);
  }

  /** 登记票据本并领用 */
  @Post()
  @Requires("billing:books")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateReceiptBookDto,
  ): Promise<ReceiptBookDto> {
    return this.queries.one(projectId, await this.books.create(actor, projectId, dto));
  }

  /** 更改票据本的打印版式 */
  @Put(":bookId/layout")
  @Requires("billing:books")
  async layout(
    @CurrentActor() actor: Actor,
    @Param() { projectId, bookId }: ReceiptBookPath,
    @Body() dto: BookLayoutDto,
  ): Promise<ReceiptBookDto> {
    await this.books.setLayout(actor, projectId, bookId, dto);
    return this.queries.one(projectId, bookId);
  }

  /** 下一张空白票据作废 */
  @Post(":bookId/spoil")
  @HttpCode(200)
  @Requires("billing:collect")
  async spoil(
    @CurrentActor() actor: Actor,
    @Param() { projectId, bookId }: ReceiptBookPath,
    @Body() dto: SpoilNumberDto,
  ): Promise<ReceiptBookDto> {
    await this.books.spoil(actor, projectId, bookId, dto);
    return this.queries.one(projectId, bookId);
  }

  /** 交回没有用完的票据本 */
  @Post(":bookId/return")
  @HttpCode(200)
  @Requires("billing:books")
  async return(@CurrentActor() actor: Actor, @Param() { projectId, bookId }: ReceiptBookPath): Promise<ReceiptBookDto> {
    await this.books.return(actor, projectId, bookId);
    return this.queries.one(projectId, bookId);
  }

  /** 核销用完或交回的票据本 */
  @Post(":bookId/check")
  @HttpCode(200)
  @Requires("billing:books")
  async check(
    @CurrentActor() actor: Actor,
    @Param() { projectId, bookId }: ReceiptBookPath,
    @Body() { note = null }: CheckReceiptBookDto,
  ): Promise<ReceiptBookDto> {
    await this.books.check(actor, projectId, bookId, note);
    return this.queries.one(projectId, bookId);
  }
}
