import { Injectable, type OnModuleInit } from "@nestjs/common";
import { publicEntryFileLabels } from "@linli/contracts";
import { AttachmentOwners, rowOf } from "../../files/attachment-owners.js";

/** Vouchers and decisions behind costs and uses of public income (LAW-21). */
@Injectable()
export class PublicIncomeFiles implements OnModuleInit {
  constructor(private readonly owners: AttachmentOwners) {}

  onModuleInit(): void {
    this.owners.register("public-income", {
      label: "公共收益登记",
      read: "billing:read",
      write: "billing:public-income",
      kinds: publicEntryFileLabels,
      find: rowOf("public_income_entry", "public-income"),
    });
  }
}
