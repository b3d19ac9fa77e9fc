import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { UnmaskedDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { PersonalData } from "../common/crypto.js";
import { notFound } from "../common/rule-violation.js";
import { readCustomer } from "./customer-columns.js";
import { Customer } from "./customer.entity.js";

/** Shows whole numbers to those who may see them; each look is logged with its reason (LAW-30). */
@Injectable()
export class UnmaskCustomerService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly personal: PersonalData,
  ) {}

  unmask(actor: Actor, projectId: string, customerId: string, reason: string): Promise<UnmaskedDto> {
    return this.db.transaction(async (tx) => {
      const row = await tx.findOneBy(Customer, { projectId, id: customerId });
      if (!row) throw notFound("客户");
      await this.audit.record(tx, actor, {
        projectId,
        action: "customer.unmask",
        entity: "customer",
        entityId: customerId,
        summary: `查看客户 ${row.name}（${row.number}）的完整证件与电话，原因：${reason}`,
      });
      const { idNumber, mobile, homePhone, otherPhones, emergencyPhone } = readCustomer(this.personal, row);
      return { idNumber, mobile, homePhone, otherPhones, emergencyPhone };
    });
  }
}
