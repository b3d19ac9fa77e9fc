import { type IdType, idCardCheckDigit } from "@linli/contracts";
import type { TestApp } from "../../test/test-app.js";
import { maskIdNumber, PersonalData } from "../common/crypto.js";
import { newId } from "../common/ids.js";
import { NumberSeriesService } from "../numbering/number-series.service.js";
import { Customer } from "./customer.entity.js";
import { mainContactsNamed } from "./details/main-contacts.js";
import { phonesFromColumns } from "./details/customer-phones.js";
import { Payer } from "./payer.entity.js";
import { RoomRelation } from "./room-relation.entity.js";

type Columns<Row> = Omit<Row, "mergedInto" | "project" | "room" | "customer" | "head">;

/** A room as the factories need it: any row or DTO of a room. */
interface RoomKey {
  projectId: string;
  id: string;
}

let drawn = 0;

/** An ID card number with a right check digit that no other call of this process gets; born 1980-01-01. */
export function anIdNumber(birthday = "1980-01-01"): string {
  drawn += 1;
  const body = `440304${birthday.replaceAll("-", "")}${String(drawn % 1000).padStart(3, "0")}`;
  return body + idCardCheckDigit(body);
}

/**
 * A complete person without a room. `idNumber` is stored encrypted, hashed and masked as the API does; leave it out for
 * a customer without a document. `contactName`: the main contact of a company.
 */
export async function savedCustomer(
  app: TestApp,
  projectId: string,
  {
    idNumber,
    contactName,
    ...overrides
  }: Partial<Columns<Customer>> & { idNumber?: string; contactName?: string | null } = {},
): Promise<Columns<Customer>> {
  const idType = (overrides.idType ?? (overrides.kind === "COMPANY" ? "CREDIT_CODE" : "ID_CARD")) as IdType;
  const personal = app.app.get(PersonalData);
  return app.db.transaction(async (tx) => {
    const customer: Columns<Customer> = {
      projectId,
      id: newId(),
      number: overrides.number ?? (await app.app.get(NumberSeriesService).draw(tx, projectId, "customer")),
      name: "张伟",
      kind: "PERSON",
      sex: overrides.kind === "COMPANY" ? "NONE" : "MALE",
      idType,
      idNumberCipher: idNumber ? personal.encrypt(idNumber) : null,
      idNumberHash: idNumber ? personal.hash(idType, idNumber) : null,
      idNumberMasked: idNumber ? maskIdNumber(idNumber) : null,
      birthday: null,
      registeredPlace: "广东省深圳市",
      mobile: "13900000001",
      homePhone: null,
      otherPhones: [],
      emergencyName: "李娜",
      emergencyPhone: "13900000002",
      address: null,
      remark: null,
      incomplete: idNumber ? [] : ["证件号码"],
      confirmedOn: null,
      attributes: {},
      mergedIntoId: null,
      anonymisedAt: null,
      confirmedBy: null,
      confirmedByName: null,
      contactWay: null,
      contactHours: null,
      language: null,
      noMarketing: false,
      createdAt: app.clock.now(),
      ...overrides,
    };
    await tx.insert(Customer, customer);
    await phonesFromColumns(tx, projectId, [customer.id], customer.createdAt);
    if (contactName)
      await mainContactsNamed(tx, projectId, [{ customerId: customer.id, name: contactName }], customer.createdAt);
    return customer;
  });
}

/** A relation of a customer to a room, from 2020-01-01 on; OWNER of no stated share unless said otherwise. */
export async function savedRelation(
  app: TestApp,
  room: RoomKey,
  overrides: Partial<Columns<RoomRelation>> & { customerId: string },
): Promise<Columns<RoomRelation>> {
  const relation: Columns<RoomRelation> = {
    projectId: room.projectId,
    id: newId(),
    roomId: room.id,
    role: "OWNER",
    share: null,
    kinship: null,
    headId: null,
    authority: null,
    isPrimaryContact: false,
    startsOn: "2020-01-01",
    endsOn: null,
    endReason: null,
    previousId: null,
    correctedAt: null,
    createdAt: app.clock.now(),
    ...overrides,
  };
  await app.db.manager.insert(RoomRelation, relation);
  return relation;
}

/** A new customer who owns the room since 2020-01-01; `relation` overrides role, share and dates. */
export async function savedOwner(
  app: TestApp,
  room: RoomKey,
  overrides: Parameters<typeof savedCustomer>[2] = {},
  relation: Partial<Columns<RoomRelation>> = {},
): Promise<Columns<Customer>> {
  const customer = await savedCustomer(app, room.projectId, overrides);
  await savedRelation(app, room, { ...relation, customerId: customer.id });
  return customer;
}

/** Says who pays for the room, from 2020-01-01 on and for all fee items unless said otherwise. */
export async function savedPayer(
  app: TestApp,
  room: RoomKey,
  overrides: Partial<Columns<Payer>> & { customerId: string },
): Promise<Columns<Payer>> {
  const payer: Columns<Payer> = {
    projectId: room.projectId,
    id: newId(),
    roomId: room.id,
    feeItemId: null,
    startsOn: "2020-01-01",
    endsOn: null,
    createdAt: app.clock.now(),
    ...overrides,
  };
  await app.db.manager.insert(Payer, payer);
  return payer;
}

/** The body of a new customer: a complete person who owns the room from 2026-01-01 on. */
export const aCustomer = (room: { id: string }, overrides: object = {}) => ({
  name: "张伟",
  kind: "PERSON",
  sex: "MALE",
  idType: "ID_CARD",
  idNumber: anIdNumber(),
  registeredPlace: "广东省深圳市",
  mobile: "13900000001",
  emergencyName: "李娜",
  emergencyPhone: "13900000002",
  roomId: room.id,
  role: "OWNER",
  startsOn: "2026-01-01",
  ...overrides,
});
