import { Module } from "@nestjs/common";
import { PropertyModule } from "../property.module.js";
import { DefectQueries } from "./defect.queries.js";
import { DefectsController } from "./defects.controller.js";
import { DefectsService } from "./defects.service.js";
import { HandoverReadings } from "./handover-readings.js";
import { CompleteInspectionService } from "./complete-inspection.service.js";
import { InspectionPrints } from "./inspection-prints.service.js";
import { InspectionTemplatesController } from "./inspection-templates.controller.js";
import { InspectionTemplatesService } from "./inspection-templates.service.js";
import { InspectionQueries } from "./inspection.queries.js";
import { InspectionsController } from "./inspections.controller.js";
import { InspectionsService } from "./inspections.service.js";
import { SignInspectionService } from "./sign-inspection.service.js";

/** 房产验收 (PRP-09). Other domains read the start readings of a room's meters. */
@Module({
  imports: [PropertyModule],
  controllers: [InspectionTemplatesController, InspectionsController, DefectsController],
  providers: [
    CompleteInspectionService,
    DefectQueries,
    DefectsService,
    HandoverReadings,
    InspectionPrints,
    InspectionQueries,
    InspectionsService,
    InspectionTemplatesService,
    SignInspectionService,
  ],
  exports: [HandoverReadings, InspectionQueries],
})
export class InspectionsModule {}
