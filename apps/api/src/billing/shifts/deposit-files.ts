import { Injectable, type OnModuleInit } from "@nestjs/common";
import { bankDepositFileLabels } from "@linli/contracts";
import { AttachmentOwners, rowOf } from "../../files/attachment-owners.js";

/** The bank's slip as a picture (解款单). */
@Injectable()
export class DepositFiles implements OnModuleInit {
  constructor(private readonly owners: AttachmentOwners) {}

  onModuleInit(): void {
    this.owners.register("bank-deposit", {
      label: "解款单",
      read: "billing:read",
      write: "billing:collect",
      kinds: bankDepositFileLabels,
      find: rowOf("bank_deposit", "bank-deposit"),
    });
  }
}
