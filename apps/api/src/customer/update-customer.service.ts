import { Injectable } from "@nestjs/common";
import type { SaveCustomerDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { PersonalData } from "../common/crypto.js";
import { InvalidInput } from "../common/rule-violation.js";
import { auditChange, readCustomer, toColumns } from "./customer-columns.js";
import { changedKeyFields, type CustomerData, faultsOf, mergeCustomer } from "./customer-data.js";
import { lockCustomer } from "./customer-lock.js";
import { Customer } from "./customer.entity.js";
import { keyDataLocked } from "./customer.errors.js";
import { phonesFromColumns } from "./details/customer-phones.js";
import { notCollectedBy } from "./not-collected.js";
import { refreshIncomplete } from "./incomplete.js";
import { projectToday } from "../property/project-today.js";
import { SameCustomer } from "./same-customer.js";

/** Brings a customer's data up to date (CUS-08). */
@Injectable()
export class UpdateCustomerService {
  constructor(
    private readonly audit: AuditService,
    private readonly personal: PersonalData,
    private readonly same: SameCustomer,
    private readonly clock: Clock,
  ) {}

  /**
   * Numbers that are left out stay as they are; key fields may be filled in where they are empty, not changed.
   *
   * @throws CUSTOMER_EXISTS when the new document is another customer's
   */
  update(actor: Actor, projectId: string, customerId: string, dto: SaveCustomerDto): Promise<void> {
    return this.same.guard(projectId, async (tx) => {
      const row = await lockCustomer(tx, projectId, customerId);
      const known = readCustomer(this.personal, row);
      const data = mergeCustomer(dto, known);
      const today = await projectToday(tx, this.clock, projectId);
      const changed = changedKeyFields(known, data, await mainPhoneOf(tx, projectId, customerId));
      if (changed.length > 0) throw keyDataLocked(changed);
      const family = await isOnlyFamily(tx, projectId, customerId, today);
      const notCollected = await notCollectedBy(tx, projectId);
      const faults = faultsOf(data, { family, today, known, notCollected });
      if (Object.keys(faults).length > 0) throw new InvalidInput(faults);

      const columns = toColumns(this.personal, data);
      await this.same.refuse(tx, projectId, columns.idNumberHash, customerId);
      const confirmedOn = dto.confirmed ? today : row.confirmedOn;
      const confirmed = dto.confirmed && { confirmedOn, confirmedBy: actor.userId, confirmedByName: actor.name };
      await tx.update(Customer, { projectId, id: customerId }, { ...columns, ...confirmed });
      await phonesFromColumns(tx, projectId, [customerId], this.clock.now());
      await refreshIncomplete(tx, projectId, [customerId], today);
      const [before, after] = [
        { ...known, confirmedOn: row.confirmedOn },
        { ...data, confirmedOn },
      ];
      await this.record(tx, actor, row, { before, after });
    });
  }

  /** The customer was asked and nothing has changed (CUS-08). */
  confirm(actor: Actor, projectId: string, customerId: string): Promise<void> {
    return this.same.guard(projectId, async (tx) => {
      const { name, number, confirmedOn: before } = await lockCustomer(tx, projectId, customerId);
      const confirmedOn = await projectToday(tx, this.clock, projectId);
      const confirmed = { confirmedOn, confirmedBy: actor.userId, confirmedByName: actor.name };
      await tx.update(Customer, { projectId, id: customerId }, confirmed);
      await this.audit.record(tx, actor, {
        projectId,
        action: "customer.confirm",
        entity: "customer",
        entityId: customerId,
        summary: `与客户 ${name}（${number}）核对资料，无变化`,
        before: { confirmedOn: before },
        after: { confirmedOn },
      });
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id, number }: Customer,
    { before, after }: { before: CustomerData; after: CustomerData },
  ): Promise<void> {
    const entry = {
      projectId,
      action: "customer.update",
      entity: "customer",
      entityId: id,
      summary: `修改客户 ${after.name}（${number}）`,
    };
    return this.audit.record(tx, actor, { ...entry, ...auditChange(before, after) });
  }
}

/** Whether somebody is only a family member today; then CUS-07 demands less of him. */
async function isOnlyFamily(tx: EntityManager, projectId: string, customerId: string, today: string): Promise<boolean> {
  const [{ family } = { family: false }] = await tx.query<{ family: boolean }[]>(
    `SELECT COALESCE(bool_and(role = 'FAMILY'), false) AS family FROM room_relation
      WHERE project_id = $1 AND customer_id = $2 AND (ends_on IS NULL OR ends_on >= $3)`,
    [projectId, customerId, today],
  );
  return family;
}

async function mainPhoneOf(tx: EntityManager, projectId: string, customerId: string): Promise<string | null> {
  const [main] = await tx.query<{ number: string }[]>(
    "SELECT number FROM customer_phone WHERE project_id = $1 AND customer_id = $2 AND is_main",
    [projectId, customerId],
  );
  return main?.number ?? null;
}
