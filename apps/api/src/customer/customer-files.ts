import { Injectable, type OnModuleInit } from "@nestjs/common";
import { customerFileLabels } from "@linli/contracts";
import { AttachmentOwners, rowOf } from "../files/attachment-owners.js";

/** The papers of a customer. A copy of a document shows its whole number: reading needs the right to see those (LAW-30). */
@Injectable()
export class CustomerFiles implements OnModuleInit {
  constructor(private readonly owners: AttachmentOwners) {}

  onModuleInit(): void {
    this.owners.register("customer", {
      label: "客户",
      read: "customer:unmask",
      write: "customer:write",
      kinds: customerFileLabels,
      find: rowOf("customer", "customer"),
    });
  }
}
