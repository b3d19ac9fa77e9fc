import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import { ProjectPath, ReceiptReviewQueryDto, ReviewedReceiptPageDto, ReviewReceiptsDto } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { ReceiptReviewsQueries } from "./receipt-reviews.queries.js";
import { ReviewReceiptsService } from "./review-receipts.service.js";

/** 收款审核: receipts of the desk that somebody else looks at. */
@Controller("projects/:projectId/receipt-reviews")
export class ReceiptReviewsController {
  constructor(
    private readonly reviews: ReceiptReviewsQueries,
    private readonly reviewer: ReviewReceiptsService,
  ) {}

  /** 收银台收据及其审核情况，早的在前 */
  @Get()
  @Requires("billing:read")
  list(
    @Param() { projectId }: ProjectPath,
    @Query() query: ReceiptReviewQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<ReviewedReceiptPageDto> {
    return this.reviews.page(projectId, actor.userId, query);
  }

  /** 审核收款：一次一批，经手人不能审核自己的收据 */
  @Post()
  @HttpCode(204)
  @Requires("billing:review")
  review(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() { receiptIds }: ReviewReceiptsDto,
  ): Promise<void> {
    return this.reviewer.review(actor, projectId, receiptIds);
  }
}
