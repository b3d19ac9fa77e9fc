import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { AttributeValueDto, CreateCustomerDto, CreateRelationDto, SaveCustomerDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { PersonalData } from "../common/crypto.js";
import { newId } from "../common/ids.js";
import { InvalidInput } from "../common/rule-violation.js";
import { NumberSeriesService } from "../numbering/number-series.service.js";
import { auditView, toColumns } from "./customer-columns.js";
import { type CustomerData, faultsOf, mergeCustomer } from "./customer-data.js";
import { Customer } from "./customer.entity.js";
import { mainContactsNamed } from "./details/main-contacts.js";
import { phonesFromColumns } from "./details/customer-phones.js";
import { notCollectedBy } from "./not-collected.js";
import { AttributesQueries } from "../property/attributes/attributes.queries.js";
import { projectToday } from "../property/project-today.js";
import { RelationsService } from "./relations.service.js";
import { lockRoom } from "./room-lock.js";
import { SameCustomer } from "./same-customer.js";

/** A new customer with what he is to a room (CUS-03, CUS-05…07). */
@Injectable()
export class CreateCustomerService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly relations: RelationsService,
    private readonly numbers: NumberSeriesService,
    private readonly personal: PersonalData,
    private readonly same: SameCustomer,
    private readonly attributes: AttributesQueries,
    private readonly clock: Clock,
  ) {}

  /** Returns the customer's id. @throws CUSTOMER_EXISTS when somebody has the same document; `details.customerId` is he */
  create(actor: Actor, projectId: string, dto: CreateCustomerDto): Promise<string> {
    return this.same.guard(projectId, (tx) => this.createIn(tx, actor, projectId, dto));
  }

  private async createIn(tx: EntityManager, actor: Actor, projectId: string, dto: CreateCustomerDto): Promise<string> {
    const room = await lockRoom(tx, projectId, dto.roomId);
    const id = await this.registerIn(tx, actor, projectId, dto, { family: dto.role === "FAMILY" });
    await this.relations.addIn(tx, actor, room, relationOf(dto, id));
    return id;
  }

  /**
   * Enters a customer who gets his relation to a room later in the same flow (a transfer); returns his id. Run it inside
   * `SameCustomer.guard`. @throws CUSTOMER_EXISTS, INVALID_INPUT
   */
  async registerIn(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    dto: SaveCustomerDto & { contactName?: string | null; attributes?: AttributeValueDto[] | null },
    { family }: { family: boolean },
  ): Promise<string> {
    const data = mergeCustomer(dto);
    const today = await projectToday(tx, this.clock, projectId);
    const notCollected = await notCollectedBy(tx, projectId);
    const faults = faultsOf(data, { family, today, notCollected });
    if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
    const attributes = await this.attributes.ofNew(tx, projectId, "CUSTOMER", dto.attributes ?? []);

    const id = newId();
    const columns = toColumns(this.personal, data);
    await this.same.refuse(tx, projectId, columns.idNumberHash);
    const number = await this.numbers.draw(tx, projectId, "customer");
    const createdAt = this.clock.now();
    await tx.insert(Customer, {
      projectId,
      id,
      number,
      ...columns,
      attributes,
      incomplete: [],
      ...(dto.confirmed && { confirmedOn: today, confirmedBy: actor.userId, confirmedByName: actor.name }),
      createdAt,
    });
    await phonesFromColumns(tx, projectId, [id], createdAt);
    if (dto.kind === "COMPANY" && dto.contactName)
      await mainContactsNamed(tx, projectId, [{ customerId: id, name: dto.contactName }], createdAt);
    await this.record(tx, actor, projectId, id, number, data);
    return id;
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    id: string,
    number: string,
    data: CustomerData,
  ): Promise<void> {
    const summary = `新建客户 ${data.name}（${number}）`;
    return this.audit.record(tx, actor, {
      projectId,
      action: "customer.create",
      entity: "customer",
      entityId: id,
      summary,
      after: auditView(data),
    });
  }
}

const relationOf = (dto: CreateCustomerDto, customerId: string): CreateRelationDto => ({
  customerId,
  role: dto.role,
  startsOn: dto.startsOn,
  endsOn: dto.endsOn ?? null,
  share: dto.share ?? null,
  kinship: dto.kinship ?? null,
  headId: dto.headId ?? null,
  authority: dto.authority ?? null,
  guardianConsent: dto.guardianConsent ?? null,
  isPrimaryContact: dto.isPrimaryContact ?? false,
  asPayer: dto.asPayer ?? false,
  payerCustomerId: dto.payerCustomerId ?? null,
});
