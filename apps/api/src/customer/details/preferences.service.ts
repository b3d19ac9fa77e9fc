import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { SavePreferencesDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Customer } from "../customer.entity.js";
import { changeOfCustomer } from "./customer-change.js";

/** How a customer wants to be spoken to (SCN-06). */
@Injectable()
export class PreferencesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
  ) {}

  save(actor: Actor, projectId: string, customerId: string, dto: SavePreferencesDto): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx, customer) => {
      const after = {
        contactWay: dto.contactWay ?? null,
        contactHours: dto.contactHours ?? null,
        language: dto.language ?? null,
        noMarketing: dto.noMarketing,
      };
      const { contactWay, contactHours, language, noMarketing } = customer;
      await tx.update(Customer, { projectId, id: customerId }, after);
      const before = { contactWay, contactHours, language, noMarketing };
      return { action: "customer.update", summary: "修改联系偏好", before, after };
    });
  }
}
