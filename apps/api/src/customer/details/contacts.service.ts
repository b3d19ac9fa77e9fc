import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { SaveContactDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { maskPhone } from "../../common/crypto.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { contactsOfPerson } from "../customer.errors.js";
import { changeOfCustomer } from "./customer-change.js";
import { CustomerContact } from "./customer-contact.entity.js";
import { checkedNumber } from "./phones.service.js";

const MAX_CONTACTS = 50;

type Columns = Omit<CustomerContact, "projectId" | "id" | "createdAt" | "customerId" | "customer">;

/** The people to talk to at a company. One of them is the main one. */
@Injectable()
export class ContactsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws CONTACTS_OF_PERSON */
  add(actor: Actor, projectId: string, customerId: string, dto: SaveContactDto): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx, customer) => {
      if (customer.kind !== "COMPANY") throw contactsOfPerson();
      const count = await tx.countBy(CustomerContact, { projectId, customerId });
      if (count >= MAX_CONTACTS) throw new InvalidInput({ name: [`一个客户最多登记 ${MAX_CONTACTS} 个联系人`] });
      const columns = columnsOf({ ...dto, isMain: count === 0 || dto.isMain });
      if (columns.isMain) await noMain(tx, projectId, customerId);
      await tx.insert(CustomerContact, { projectId, id: newId(), createdAt: this.clock.now(), customerId, ...columns });
      return { action: "customer-contact.add", summary: `登记联系人 ${dto.name}`, after: auditOf(columns) };
    });
  }

  update(actor: Actor, projectId: string, customerId: string, id: string, dto: SaveContactDto): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      const contact = await tx.findOneBy(CustomerContact, { projectId, customerId, id });
      if (!contact) throw notFound("联系人");
      const columns = columnsOf({ ...dto, isMain: contact.isMain || dto.isMain }, contact);
      if (columns.isMain && !contact.isMain) await noMain(tx, projectId, customerId);
      await tx.update(CustomerContact, { projectId, id }, columns);
      const [before, after] = [auditOf(contact), auditOf(columns)];
      return { action: "customer-contact.update", summary: `修改联系人 ${dto.name}`, before, after };
    });
  }

  remove(actor: Actor, projectId: string, customerId: string, id: string): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      const contact = await tx.findOneBy(CustomerContact, { projectId, customerId, id });
      if (!contact) throw notFound("联系人");
      await tx.delete(CustomerContact, { projectId, id });
      const next = await tx.findOne(CustomerContact, {
        where: { projectId, customerId },
        order: { createdAt: "ASC", id: "ASC" },
      });
      if (contact.isMain && next) await tx.update(CustomerContact, { projectId, id: next.id }, { isMain: true });
      const summary = `删除联系人 ${contact.name}`;
      return { action: "customer-contact.remove", summary, before: auditOf(contact) };
    });
  }
}

const noMain = (tx: EntityManager, projectId: string, customerId: string) =>
  tx.update(CustomerContact, { projectId, customerId, isMain: true }, { isMain: false });

function columnsOf(dto: SaveContactDto, known?: CustomerContact): Columns {
  const [startsOn, endsOn] = [dto.startsOn ?? null, dto.endsOn ?? null];
  if (startsOn && endsOn && endsOn < startsOn) throw new InvalidInput({ endsOn: ["结束日期不能早于起始日期"] });
  const phone = (given: string | null | undefined, kept: string | null | undefined, field: string) => {
    if (given === undefined) return kept ?? null;
    return given && checkedNumber(field === "mobile" ? "MOBILE" : "OFFICE", given, field);
  };
  return {
    name: dto.name,
    position: dto.position ?? null,
    mobile: phone(dto.mobile, known?.mobile, "mobile"),
    officePhone: phone(dto.officePhone, known?.officePhone, "officePhone"),
    email: dto.email ?? null,
    isMain: dto.isMain ?? false,
    startsOn,
    endsOn,
  };
}

const auditOf = ({ name, position, mobile, officePhone, email, isMain, startsOn, endsOn }: Columns) => ({
  contactName: name,
  position,
  mobile: maskPhone(mobile),
  officePhone: maskPhone(officePhone),
  email,
  isMain,
  startsOn,
  endsOn,
});
