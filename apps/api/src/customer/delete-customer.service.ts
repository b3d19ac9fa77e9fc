import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { PersonalData } from "../common/crypto.js";
import { FileArchive } from "../files/file-archive.js";
import { auditView, readCustomer } from "./customer-columns.js";
import { lockCustomer } from "./customer-lock.js";
import { customerInUse } from "./customer.errors.js";
import { Customer } from "./customer.entity.js";
import { CustomerAddress } from "./details/customer-address.entity.js";
import { CustomerContact } from "./details/customer-contact.entity.js";
import { CustomerPhone } from "./details/customer-phone.entity.js";
import { InvoiceTitle } from "./details/invoice-title.entity.js";
import { TaggedCustomer } from "./tags/tagged-customer.entity.js";

/** Where a customer may stand, and how that is called. */
const USES: [what: string, query: string][] = [
  ["客房关系", "SELECT 1 FROM room_relation WHERE project_id = $1 AND customer_id = $2 LIMIT 1"],
  ["收费对象记录", "SELECT 1 FROM payer WHERE project_id = $1 AND customer_id = $2 LIMIT 1"],
  ["车辆", "SELECT 1 FROM vehicle_relation WHERE project_id = $1 AND customer_id = $2 LIMIT 1"],
  ["应收", "SELECT 1 FROM charge WHERE project_id = $1 AND payer_id = $2 LIMIT 1"],
  ["收据", "SELECT 1 FROM receipt WHERE project_id = $1 AND payer_id = $2 LIMIT 1"],
  ["划款协议", "SELECT 1 FROM debit_agreement WHERE project_id = $1 AND customer_id = $2 LIMIT 1"],
  ["合并记录", "SELECT 1 FROM customer_merge WHERE project_id = $1 AND $2 IN (survivor_id, merged_id) LIMIT 1"],
  ["建设单位身份", "SELECT 1 FROM project WHERE id = $1 AND developer_id = $2 LIMIT 1"],
];

/** Removes a customer who was never used, such as one imported by mistake. Everybody else stays for good. */
@Injectable()
export class DeleteCustomerService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly personal: PersonalData,
    private readonly archive: FileArchive,
  ) {}

  /** @throws CUSTOMER_IN_USE */
  async delete(actor: Actor, projectId: string, customerId: string): Promise<void> {
    const erased = await this.db.transaction(async (tx) => {
      const row = await lockCustomer(tx, projectId, customerId);
      for (const [what, query] of USES) {
        const [used] = await tx.query<object[]>(query, [projectId, customerId]);
        if (used) throw customerInUse(what);
      }
      for (const part of [CustomerPhone, CustomerAddress, CustomerContact, InvoiceTitle, TaggedCustomer])
        await tx.delete(part, { projectId, customerId });
      const files = await this.archive.erase(tx, { projectId, ownerType: "customer", ownerIds: [customerId] });
      await tx.delete(Customer, { projectId, id: customerId });
      const entry = { projectId, action: "customer.delete", entity: "customer", entityId: customerId };
      await this.audit.record(tx, actor, {
        ...entry,
        summary: `删除客户 ${row.name}（${row.number}）`,
        before: auditView(readCustomer(this.personal, row)),
      });
      return files;
    });
    await this.archive.discard(projectId, erased);
  }
}
