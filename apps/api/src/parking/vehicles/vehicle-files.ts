import { Injectable, type OnModuleInit } from "@nestjs/common";
import { vehicleFileLabels } from "@linli/contracts";
import { AttachmentOwners, rowOf } from "../../files/attachment-owners.js";

/** The pictures of a vehicle and its papers. */
@Injectable()
export class VehicleFiles implements OnModuleInit {
  constructor(private readonly owners: AttachmentOwners) {}

  onModuleInit(): void {
    this.owners.register("vehicle", {
      label: "车辆",
      read: "parking:read",
      write: "parking:write",
      kinds: vehicleFileLabels,
      find: rowOf("vehicle", "vehicle"),
    });
  }
}
