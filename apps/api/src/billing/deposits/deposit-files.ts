import { Injectable, type OnModuleInit } from "@nestjs/common";
import { depositFileLabels } from "@linli/contracts";
import { AttachmentOwners, rowOf } from "../../files/attachment-owners.js";

/** The files of a deposit: what proves a deduction, the declaration of a lost receipt. */
@Injectable()
export class HeldDepositFiles implements OnModuleInit {
  constructor(private readonly owners: AttachmentOwners) {}

  onModuleInit(): void {
    this.owners.register("deposit", {
      label: "押金",
      read: "billing:read",
      write: "billing:deposit",
      kinds: depositFileLabels,
      find: rowOf("deposit", "deposit"),
    });
  }
}
