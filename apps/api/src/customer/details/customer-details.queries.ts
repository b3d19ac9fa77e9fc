import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  AddressKind,
  ContactWay,
  CustomerDetailsDto,
  Language,
  PhoneCheck,
  PhoneKind,
  TitleKind,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { maskPhone } from "../../common/crypto.js";
import { notFound } from "../../common/rule-violation.js";
import { Customer } from "../customer.entity.js";
import { CustomerAddress } from "./customer-address.entity.js";
import { CustomerContact } from "./customer-contact.entity.js";
import { CustomerPhone } from "./customer-phone.entity.js";
import { InvoiceTitle } from "./invoice-title.entity.js";

/** Reads what belongs to a customer beside his own fields; every number masked. */
@Injectable()
export class CustomerDetailsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async of(projectId: string, customerId: string): Promise<CustomerDetailsDto> {
    const { manager } = this.db;
    const where = { projectId, customerId };
    const oldestFirst = { createdAt: "ASC", id: "ASC" } as const;
    const [customer, phones, addresses, titles, contacts] = await Promise.all([
      manager.findOneBy(Customer, { projectId, id: customerId }),
      manager.find(CustomerPhone, { where, order: { isMain: "DESC", ...oldestFirst } }),
      manager.find(CustomerAddress, { where, order: oldestFirst }),
      manager.find(InvoiceTitle, { where, order: { isDefault: "DESC", ...oldestFirst } }),
      manager.find(CustomerContact, { where, order: { isMain: "DESC", ...oldestFirst } }),
    ]);
    if (!customer) throw notFound("客户");
    return {
      phones: phones.map(toPhoneDto),
      addresses: addresses.map(({ id, kind, text }) => ({ id, kind: kind as AddressKind, text })),
      invoiceTitles: titles.map(toTitleDto),
      contacts: contacts.map(toContactDto),
      preferences: {
        contactWay: customer.contactWay as ContactWay | null,
        contactHours: customer.contactHours,
        language: customer.language as Language | null,
        noMarketing: customer.noMarketing,
      },
    };
  }
}

const toPhoneDto = ({ id, kind, number, label, isMain, verifiedOn, verifiedByName, verifiedHow }: CustomerPhone) => ({
  id,
  kind: kind as PhoneKind,
  numberMasked: maskPhone(number)!,
  label,
  isMain,
  verifiedOn,
  verifiedByName,
  verifiedHow: verifiedHow as PhoneCheck | null,
});

const toTitleDto = ({ id, kind, title, taxNumber, address, phone, bank, accountMasked, isDefault }: InvoiceTitle) => ({
  id,
  kind: kind as TitleKind,
  title,
  taxNumber,
  address,
  phone,
  bank,
  accountMasked,
  isDefault,
});

const toContactDto = (row: CustomerContact) => ({
  id: row.id,
  name: row.name,
  position: row.position,
  mobileMasked: maskPhone(row.mobile),
  officePhoneMasked: maskPhone(row.officePhone),
  email: row.email,
  isMain: row.isMain,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
});
