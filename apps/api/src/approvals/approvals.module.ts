import { Global, Module } from "@nestjs/common";
import { ApprovalsController } from "./approvals.controller.js";
import { ApprovalsService } from "./approvals.service.js";

/** 审批: what one person asks for and another decides (four eyes). Knows no domain; domains register their kinds. */
@Global()
@Module({ controllers: [ApprovalsController], providers: [ApprovalsService], exports: [ApprovalsService] })
export class ApprovalsModule {}
