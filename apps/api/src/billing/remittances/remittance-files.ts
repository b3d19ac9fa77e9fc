import { Injectable, type OnModuleInit } from "@nestjs/common";
import { remittanceFileLabels } from "@linli/contracts";
import { AttachmentOwners, rowOf } from "../../files/attachment-owners.js";

/** Slips and statements behind remittances (BIL-07). */
@Injectable()
export class RemittanceFiles implements OnModuleInit {
  constructor(private readonly owners: AttachmentOwners) {}

  onModuleInit(): void {
    this.owners.register("remittance", {
      label: "解缴登记",
      read: "billing:read",
      write: "billing:remit",
      kinds: remittanceFileLabels,
      find: rowOf("remittance", "remittance"),
    });
  }
}
