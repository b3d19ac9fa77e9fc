import { Module } from "@nestjs/common";
import { BillingModule } from "./billing.module.js";
import { OpeningsController, PaymentHistoryController } from "./openings/openings.controller.js";
import { OpeningsQueries } from "./openings/openings.queries.js";
import { PaymentHistoryQueries } from "./openings/payment-history.queries.js";
import { PostOpeningService } from "./openings/post-opening.service.js";
import { ReverseOpeningService } from "./openings/reverse-opening.service.js";
import { SignOpeningService } from "./openings/sign-opening.service.js";
import { StageOpeningService } from "./openings/stage-opening.service.js";
import { TieOutQueries } from "./openings/tie-out.queries.js";

/** Opening balances and payment history of the time before this system (issue 4.13). */
@Module({
  imports: [BillingModule],
  controllers: [OpeningsController, PaymentHistoryController],
  providers: [
    OpeningsQueries,
    PaymentHistoryQueries,
    PostOpeningService,
    ReverseOpeningService,
    SignOpeningService,
    StageOpeningService,
    TieOutQueries,
  ],
  exports: [OpeningsQueries, StageOpeningService],
})
export class OpeningsModule {}
