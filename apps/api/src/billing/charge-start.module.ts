import { Module } from "@nestjs/common";
import { PropertyModule } from "../property/property.module.js";
import { ChargeStartController } from "./charge-start/charge-start.controller.js";
import { ChargeStartQueries } from "./charge-start/charge-start.queries.js";
import { SetChargeStartService } from "./charge-start/set-charge-start.service.js";

/** 起算政策: from when owners bear the charges of their rooms (BIL-14). */
@Module({
  imports: [PropertyModule],
  controllers: [ChargeStartController],
  providers: [ChargeStartQueries, SetChargeStartService],
})
export class ChargeStartModule {}
