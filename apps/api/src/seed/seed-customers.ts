import type { DataSource } from "typeorm";
import type { Actor } from "../common/actor.js";
import { dayBefore, maxDate } from "../common/calendar.js";
import type { BulkCustomer } from "../customer/bulk-customer.js";
import type { BulkCustomersService } from "../customer/bulk-customers.service.js";
import type { BulkPayer, BulkRelation, BulkRelationsService } from "../customer/bulk-relations.service.js";
import { Chance, inventCompany, type InventedPerson, inventPerson } from "./invented.js";
import type { SeededRoom } from "./seed-property.js";

interface Household {
  room: SeededRoom;
  people: { customer: BulkCustomer; relation: Omit<BulkRelation, "roomId" | "customerId">; pays: boolean }[];
}

interface Tools {
  db: DataSource;
  customers: BulkCustomersService;
  relations: BulkRelationsService;
  actor: Actor;
  chance: Chance;
  /** Today, YYYY-MM-DD. */
  today: string;
}

/** Owners, tenants and families; developer for what is not sold. Returns the developer's customer id. */
export async function seedCustomers(tools: Tools, projectId: string, rooms: SeededRoom[]): Promise<string> {
  const { db, customers, relations, actor } = tools;
  const sold = rooms.filter(({ state }) => state !== "UNSOLD");
  const households = sold.map((room, index) => withFormerOwner(householdOf(room, tools), index, tools));
  return db.transaction(async (tx) => {
    const people = households.flatMap((household) => household.people.map((person) => ({ household, person })));
    const written = await customers.upsertCustomers(tx, actor, projectId, [
      developer(),
      ...people.map(({ person }) => person.customer),
    ]);
    const [built, ...ids] = written.map(({ id }) => id);
    const rows: BulkRelation[] = people.map(({ household, person }, index) => ({
      ...person.relation,
      roomId: household.room.id,
      customerId: ids[index]!,
    }));
    const unsold = rooms.filter(({ state }) => state === "UNSOLD");
    const developers = unsold.map(({ id }) => ({
      roomId: id,
      customerId: built!,
      role: "DEVELOPER" as const,
      startsOn: "2021-01-01",
    }));
    await relations.ensureRelations(tx, actor, projectId, [...rows, ...developers]);
    const payers: BulkPayer[] = people.flatMap(({ household, person }, index) =>
      person.pays ? [{ roomId: household.room.id, customerId: ids[index]!, startsOn: person.relation.startsOn }] : [],
    );
    await relations.ensurePayers(tx, actor, projectId, payers);
    return built!;
  });
}

const developer = (): BulkCustomer => ({
  name: "江州云湖置业有限公司",
  kind: "COMPANY",
  idType: "CREDIT_CODE",
  idNumber: "99999999MADEVELOP1",
  contactName: "高原",
  registeredPlace: "江州市临江区",
  homePhone: "0999-8000000",
  emergencyName: "高原",
  emergencyPhone: "0999-8000001",
});

function householdOf(room: SeededRoom, { chance, today }: Tools): Household {
  const year = Number(today.slice(0, 4));
  const since = `${chance.int(2021, year - 2)}-${String(chance.int(1, 12)).padStart(2, "0")}-15`;
  if (room.kind === "COMMERCIAL") return shop(room, since, chance, year);
  const people: Household["people"] = [];
  const [first, second] = [inventPerson(chance, [30, 68], year), inventPerson(chance, [28, 66], year)];
  const shared = chance.happens(0.12);
  const owner = { role: "OWNER" as const, startsOn: since, isPrimaryContact: true };
  people.push({
    customer: asCustomer(first, second, chance),
    relation: { ...owner, share: shared ? "50" : "100" },
    pays: shared,
  });
  if (shared) {
    const relation = { role: "OWNER" as const, startsOn: since, share: "50" };
    people.push({ customer: asCustomer(second, first, chance), relation, pays: false });
  }
  if (room.kind === "RESIDENTIAL" && room.state === "OCCUPIED")
    people.push(...livingThere(chance, year, since, shared));
  return { room, people };
}

/** Every twentieth room was bought second-hand: who owned it before is still answered for (QRY-03). */
function withFormerOwner(household: Household, index: number, { today }: Tools): Household {
  const [owner] = household.people;
  if (!owner || index % 20 !== 3) return household;
  const chance = new Chance(7_000 + index);
  const year = Number(today.slice(0, 4));
  const person = inventPerson(chance, [35, 70], year);
  const { startsOn } = owner.relation;
  const former = { role: "OWNER" as const, share: "100", startsOn: "2019-06-15", endsOn: dayBefore(startsOn) };
  const customer = asCustomer(person, inventPerson(chance, [35, 70], year), chance);
  return { ...household, people: [...household.people, { customer, relation: former, pays: false }] };
}

/** A tenant who pays, or the owner's family. */
function livingThere(chance: Chance, year: number, since: string, shared: boolean): Household["people"] {
  if (!shared && chance.happens(0.12)) {
    const tenant = inventPerson(chance, [22, 45], year);
    const customer = asCustomer(tenant, inventPerson(chance, [45, 65], year), chance);
    const startsOn = `${year - 1}-0${chance.int(3, 9)}-01`;
    return [{ customer, relation: { role: "TENANT", startsOn }, pays: chance.happens(0.6) }];
  }
  const family: Household["people"] = [];
  if (!shared && chance.happens(0.55)) family.push(member(inventPerson(chance, [28, 66], year), "SPOUSE", since));
  if (chance.happens(0.45)) family.push(member(inventPerson(chance, [1, 22], year), "CHILD", since));
  if (chance.happens(0.08)) family.push(member(inventPerson(chance, [60, 85], year), "PARENT", since));
  return family;
}

function member(
  person: InventedPerson,
  kinship: "SPOUSE" | "CHILD" | "PARENT",
  startsOn: string,
): Household["people"][number] {
  const { name, sex, idNumber, birthday } = person;
  const customer: BulkCustomer = { name, kind: "PERSON", sex, idType: "ID_CARD", idNumber, birthday };
  // a child belongs to the household from its birth on
  const relation = { role: "FAMILY" as const, kinship, startsOn: maxDate(startsOn, birthday) };
  return { customer, relation, pays: false };
}

/** A shop owned by a person and let to a company that pays. */
function shop(room: SeededRoom, since: string, chance: Chance, year: number): Household {
  const landlord = inventPerson(chance, [35, 65], year);
  const people: Household["people"] = [
    {
      customer: asCustomer(landlord, inventPerson(chance, [35, 65], year), chance),
      relation: { role: "OWNER", startsOn: since, share: "100", isPrimaryContact: true },
      pays: false,
    },
  ];
  if (room.state === "LET") {
    const company = inventCompany(chance);
    const customer: BulkCustomer = {
      name: company.name,
      kind: "COMPANY",
      idType: "CREDIT_CODE",
      idNumber: company.creditCode,
      contactName: company.contactName,
      registeredPlace: "江州市临江区",
      mobile: inventPerson(chance, [25, 50], year).mobile,
      emergencyName: company.contactName,
      emergencyPhone: inventPerson(chance, [25, 50], year).mobile,
    };
    people.push({ customer, relation: { role: "TENANT", startsOn: `${year - 1}-01-01` }, pays: true });
  }
  return { room, people };
}

/** A few people have gaps in their data, as after every import. */
function asCustomer(person: InventedPerson, contact: InventedPerson, chance: Chance): BulkCustomer {
  const complete = !chance.happens(0.04);
  return {
    ...person,
    kind: "PERSON",
    idType: "ID_CARD",
    registeredPlace: complete ? person.registeredPlace : null,
    emergencyName: complete ? contact.name : null,
    emergencyPhone: complete ? contact.mobile : null,
  };
}
