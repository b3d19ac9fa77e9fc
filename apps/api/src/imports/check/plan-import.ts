import type { AttributeDto, ImportKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { ChargeObjects } from "../../billing/objects/charge-objects.js";
import type { BulkCustomer } from "../../customer/bulk-customer.js";
import type { BulkCustomersService, FoundCustomer } from "../../customer/bulk-customers.service.js";
import { applyDecisions, blockingIssues, type Decision, decisionsFor, noteGaps } from "../profiles/decisions.js";
import { allRecords, type BindingRecord, type FeeRecord, type ImportRecords } from "../profiles/records.js";
import { checkBindings, existingOf, objectOf, sameBinding } from "./check-bindings.js";
import { checkFees, rateOf } from "./check-fees.js";
import { differencesOf } from "./note-differences.js";
import { checkCustomers, checkRelations, toBulkCustomer } from "./check-people.js";
import { checkOwners } from "./check-owners.js";
import { checkMandatory } from "./check-mandatory.js";
import { checkPayers, fateOfPayer, type FoundPayer } from "./check-payers.js";
import { checkRooms, checkSpaces, roomCodes } from "./check-rooms.js";
import { checkVehicles, fateOfVehicle, type FoundVehicle } from "./check-vehicles.js";
import { type KnownProject, type KnownRate, loadKnown } from "./known-project.js";
import { notCollectedBy } from "../../customer/not-collected.js";
import { keyDataDecision } from "./key-data.js";
import { dropKnownGaps, dropNotCollected } from "./known-gaps.js";
import { planAttributes } from "./plan-attributes.js";
import { fatesOfCustomers } from "./plan-people.js";
import { fateOfRelation } from "./relation-changes.js";
import { fateOfRoom, fateOfSpace, fateOfUnit } from "./plan-property.js";
import type { Fate } from "./planned-row.js";

/** An import checked against the project, with every decision taken. */
export interface ImportPlan {
  known: KnownProject;
  /** As the file has them, with everything that is to be said. */
  records: ImportRecords;
  /** After every possible decision: what would be written. */
  final: ImportRecords;
  decisions: Decision[];
  /** Issues that block until corrected or decided. */
  blocking: number;
  /** Issues no decision settles. */
  unsettled: number;
  codeOf: (roomKey: string) => string;
  /** The final customers as they are written, in their order. */
  people: readonly BulkCustomer[];
  /** Customers of the project by the key of the record. */
  customerIds: ReadonlyMap<string, string | null>;
  /** Rates of the project by the number of the binding. */
  rates: ReadonlyMap<number, KnownRate>;
  /** Whom and what the payers mean, by the number of the record. */
  payers: ReadonlyMap<number, FoundPayer>;
  /** Which vehicles and relations the rows mean, by the number of the record. */
  vehicles: ReadonlyMap<number, FoundVehicle>;
  /** What becomes of the final records, by number. */
  fates: ReadonlyMap<number, Fate>;
  /** Buildings of the file and whether they are new. */
  buildings: ReadonlyMap<string, boolean>;
}

/** What a check goes by, beside the records and the project. */
export interface ImportGround {
  today: string;
  definitions: readonly AttributeDto[];
  kind: ImportKind;
  objects: ChargeObjects;
}

/** Checks records against the project, set by set, and decides what would become of each. Reads only. */
export async function planImport(
  db: Pick<EntityManager, "query">,
  customers: BulkCustomersService,
  projectId: string,
  records: ImportRecords,
  { today, definitions, kind, objects }: ImportGround,
): Promise<ImportPlan> {
  const named = await objects.named(
    db,
    projectId,
    records.bindings.map(({ object }) => object),
  );
  const known = await loadKnown(db, projectId, records, definitions, named);
  checkRooms(records, known, today);
  const codeOf = roomCodes(records);
  checkFees(records, known);
  const rates = checkBindings(records, known, codeOf);
  const payers = checkPayers(records, known, codeOf);
  checkSpaces(records, known);
  const vehicles = checkVehicles(records, known, codeOf);
  const people = records.customers.map(toBulkCustomer);
  const found = await customers.find(db, projectId, people);
  checkCustomers(records, found, today);
  checkMandatory(records, known, found, kind);
  checkRelations(records, known, codeOf, found);
  checkOwners(
    records,
    known,
    codeOf,
    new Map(records.customers.map(({ key }, index) => [key, found[index]?.id ?? null])),
  );

  const decisions = decisionsFor(records);
  const blocking = blockingIssues(records).length;
  const final = afterDecisions(records, decisions);
  // Where nothing is left out and nobody is there yet, the same question gets the same answer.
  const same = final === records && found.every((one) => one === null);
  const finalPeople = same ? people : final.customers.map(toBulkCustomer);
  const willBe = same ? found : await customers.find(db, projectId, finalPeople);
  const fates = fatesOf(final, known, willBe, codeOf, rates);
  for (const payer of final.payers) {
    const fate = fateOfPayer(payer, codeOf(payer.roomKey), payers.get(payer.uid ?? 0));
    if (fate) fates.set(payer.uid ?? 0, fate);
  }
  for (const vehicle of final.vehicles) {
    const fate = fateOfVehicle(vehicle, vehicles.get(vehicle.uid ?? 0));
    if (fate) fates.set(vehicle.uid ?? 0, fate);
  }
  await planAttributes(db, projectId, final, { known, found: willBe, fates });
  const keyData = keyDataDecision(final.customers, willBe, fates);
  if (keyData) decisions.push(keyData);
  dropKnownGaps(final, records, known, willBe);
  dropNotCollected([final, records], await notCollectedBy(db, projectId));
  const buildings = new Map(final.units.map(({ building }) => [building, !known.buildings.has(building)]));
  return {
    customerIds: new Map(final.customers.map(({ key }, index) => [key, willBe[index]?.id ?? null])),
    known,
    records,
    final,
    decisions,
    blocking,
    unsettled: final === records ? 0 : blockingIssues(final).length,
    codeOf,
    people: finalPeople,
    rates,
    payers,
    vehicles,
    fates,
    buildings,
  };
}

/** What is left when every question was answered with yes; the records themselves where there is none. */
function afterDecisions(records: ImportRecords, decisions: readonly Decision[]): ImportRecords {
  if (decisions.length > 0)
    return applyDecisions(
      records,
      decisions.map(({ code }) => code),
    );
  noteGaps(records);
  return records;
}

function fatesOf(
  final: ImportRecords,
  known: KnownProject,
  found: readonly (FoundCustomer | null)[],
  codeOf: (roomKey: string) => string,
  rates: ReadonlyMap<number, KnownRate>,
): Map<number, Fate> {
  const people = fatesOfCustomers(final.customers, found);
  const names = new Map(final.customers.map(({ key, name }) => [key, name]));
  const fees = new Map(final.fees.map((fee) => [fee.key, fee]));
  const fates = new Map<number, Fate>();
  for (const unit of final.units) fates.set(unit.uid ?? 0, fateOfUnit(unit, known));
  for (const room of final.rooms) fates.set(room.uid ?? 0, fateOfRoom(room, known));
  for (const customer of final.customers) {
    const fate = people.get(customer.key);
    if (fate) fates.set(customer.uid ?? 0, fate);
  }
  for (const relation of final.relations) {
    const code = codeOf(relation.roomKey);
    const existing = known.relations.get(known.rooms.get(code)?.id ?? "") ?? [];
    const name = names.get(relation.customerKey) ?? relation.customerKey;
    const id = people.get(relation.customerKey)?.id ?? null;
    fates.set(relation.uid ?? 0, fateOfRelation(relation, code, name, existing, id));
  }
  for (const fee of final.fees) fates.set(fee.uid ?? 0, fateOfFee(fee, known));
  for (const binding of final.bindings)
    fates.set(
      binding.uid ?? 0,
      fateOfBinding(binding, codeOf(binding.roomKey), fees.get(binding.feeKey), known, rates),
    );
  for (const space of final.spaces) fates.set(space.uid ?? 0, fateOfSpace(space, known));
  return fates;
}

function fateOfFee(fee: FeeRecord, known: KnownProject): Fate {
  const item = known.items.get(fee.name);
  const base = { entity: "fee" as const, key: fee.name };
  if (!item) return { ...base, outcome: "CREATE", changes: [] };
  if (!fee.recurring || rateOf(fee, item)) return { ...base, outcome: "SAME", changes: [] };
  return { ...base, outcome: "UPDATE", changes: [{ label: "收费标准", before: null, after: fee.name }] };
}

function fateOfBinding(
  binding: BindingRecord,
  code: string,
  fee: FeeRecord | undefined,
  known: KnownProject,
  rates: ReadonlyMap<number, KnownRate>,
): Fate {
  const name = fee?.name ?? binding.feeKey;
  const object = objectOf(binding, known);
  const what = object ? `${name}（${object.label}）` : name;
  const base = { entity: "binding" as const, key: `${code} ${what}`, changes: [] };
  if (fee && !fee.recurring) return { ...base, outcome: "LEFT_OUT" };
  const existing = existingOf(binding, code, name, known);
  const there = sameBinding(binding, code, existing, rates.get(binding.uid ?? 0));
  if (!there) return { ...base, outcome: "CREATE" };
  const changes = differencesOf(binding, there);
  return { ...base, outcome: changes.length > 0 ? "LEFT_OUT" : "SAME", changes };
}

/** How many records there are to write or to leave as they are. */
export const recordCount = (records: ImportRecords): number => allRecords(records).length;
