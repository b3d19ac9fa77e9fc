import { Module } from "@nestjs/common";
import { CustomerModule } from "../customer/customer.module.js";
import { FilesModule } from "../files/files.module.js";
import { CustomerReferences } from "../customer/merge/customer-references.js";
import { ParkingSpaceWriter } from "./parking-space-writer.service.js";
import { ParkingSpaceQueries } from "./parking-space.queries.js";
import { ParkingSpacesService } from "./parking-spaces.service.js";
import { ParkingSpacesController } from "./parking-spaces.controller.js";
import { TransferVehicles } from "./vehicles/transfer-vehicles.service.js";
import { VehicleFiles } from "./vehicles/vehicle-files.js";
import { VehicleHistory } from "./vehicles/vehicle-history.service.js";
import { VehicleRelationsService } from "./vehicles/vehicle-relations.service.js";
import { VehiclesController } from "./vehicles/vehicles.controller.js";
import { VehiclesQueries } from "./vehicles/vehicles.queries.js";
import { VehiclesService } from "./vehicles/vehicles.service.js";

/** 车位: spaces, which imports write through the writer, and vehicles. */
@Module({
  imports: [CustomerModule, FilesModule],
  controllers: [ParkingSpacesController, VehiclesController],
  providers: [
    ParkingSpaceQueries,
    ParkingSpaceWriter,
    ParkingSpacesService,
    TransferVehicles,
    VehicleFiles,
    VehicleHistory,
    VehicleRelationsService,
    VehiclesQueries,
    VehiclesService,
  ],
  exports: [ParkingSpaceWriter, VehiclesQueries],
})
export class ParkingModule {
  constructor(references: CustomerReferences) {
    references.register({ label: "车辆关系", table: "vehicle_relation", column: "customer_id" });
  }
}
