import { Injectable, type OnModuleInit } from "@nestjs/common";
import { fundFileLabels } from "@linli/contracts";
import { AttachmentOwners, rowOf } from "../../files/attachment-owners.js";

/** Decisions, approvals and statements behind what is written down of the maintenance fund (BIL-130). */
@Injectable()
export class FundFiles implements OnModuleInit {
  constructor(private readonly owners: AttachmentOwners) {}

  onModuleInit(): void {
    this.owners.register("fund-document", {
      label: "维修资金登记",
      read: "billing:read",
      write: "billing:maintenance-fund",
      kinds: fundFileLabels,
      find: rowOf("fund_document", "fund-document"),
    });
  }
}
