import { Module } from "@nestjs/common";
import { BillingModule } from "../billing/billing.module.js";
import { CustomerModule } from "../customer/customer.module.js";
import { FilesModule } from "../files/files.module.js";
import { CustomerReferences } from "../customer/merge/customer-references.js";
import { ParkingSpaceWriter } from "./parking-space-writer.service.js";
import { ParkingSpaceQueries } from "./parking-space.queries.js";
import { ParkingSpacesService } from "./parking-spaces.service.js";
import { ParkingSpacesController } from "./parking-spaces.controller.js";
import { SpaceCharges } from "./space-charges.js";
import { TransferVehicles } from "./vehicles/transfer-vehicles.service.js";
import { VehicleCharges } from "./vehicles/vehicle-charges.js";
import { VehicleFiles } from "./vehicles/vehicle-files.js";
import { VehicleHistory } from "./vehicles/vehicle-history.service.js";
import { VehicleRelationsService } from "./vehicles/vehicle-relations.service.js";
import { VehiclesController } from "./vehicles/vehicles.controller.js";
import { VehiclesQueries } from "./vehicles/vehicles.queries.js";
import { VehiclesService } from "./vehicles/vehicles.service.js";
import { VehicleWriter } from "./vehicles/vehicle-writer.service.js";

/** 车位: spaces, which imports write through the writer, and vehicles. */
@Module({
  imports: [BillingModule, CustomerModule, FilesModule],
  controllers: [ParkingSpacesController, VehiclesController],
  providers: [
    ParkingSpaceQueries,
    ParkingSpaceWriter,
    ParkingSpacesService,
    SpaceCharges,
    TransferVehicles,
    VehicleCharges,
    VehicleFiles,
    VehicleHistory,
    VehicleRelationsService,
    VehiclesQueries,
    VehiclesService,
    VehicleWriter,
  ],
  exports: [ParkingSpaceWriter, VehiclesQueries, VehicleWriter],
})
export class ParkingModule {
  constructor(references: CustomerReferences) {
    references.register({
      label: "车辆关系",
      table: "vehicle_relation",
      column: "customer_id",
      // as owner or user of the same vehicle for the same room, of the same kind and no higher rank, on no day beyond
      covers: (a, b) =>
        `${a}.vehicle_id = ${b}.vehicle_id AND ${a}.room_id IS NOT DISTINCT FROM ${b}.room_id
         AND ${a}.kind = ${b}.kind AND (${a}.rank = 'MAIN' OR ${b}.rank <> 'MAIN')
         AND (${a}.role = 'OWNER' OR ${b}.role <> 'OWNER') AND ${a}.starts_on <= ${b}.starts_on
         AND (${a}.ends_on IS NULL OR ${a}.ends_on >= ${b}.ends_on)
         AND (${b}.space_id IS NULL OR ${b}.space_id = ${a}.space_id)`,
    });
  }
}
