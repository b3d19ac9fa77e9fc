import { Injectable, type OnModuleInit } from "@nestjs/common";
import { rateFileLabels } from "@linli/contracts";
import { AttachmentOwners, rowOf } from "../../files/attachment-owners.js";

/** The papers a price rests on (定价依据, BIL-04, LAW-14): contract, filed price, resolution of the owners. */
@Injectable()
export class RateFiles implements OnModuleInit {
  constructor(private readonly owners: AttachmentOwners) {}

  onModuleInit(): void {
    this.owners.register("rate", {
      label: "收费标准",
      read: "billing:read",
      write: "billing:rates",
      kinds: rateFileLabels,
      find: rowOf("rate", "rate"),
    });
  }
}
