import type { AttributeDto, ImportKind } from "@linli/contracts";
import type { FoundCustomer } from "../../customer/bulk-customers.service.js";
import { fieldsOf } from "../import-layout.js";
import { addIssue, type CustomerRecord, type ImportRecords, type Issue, type RoomRecord } from "../profiles/records.js";
import { type AttributeField, isAttributeField } from "../profiles/templates/attribute-fields.js";
import type { KnownProject } from "./known-project.js";

const MISSING = "ATTRIBUTE_MISSING";

/**
 * A new room or customer comes with its mandatory attributes, by import as by its form; what is there already stays as it
 * is. Files of other products have no columns for them: those are told what to add afterwards.
 */
export function checkMandatory(
  { rooms, customers }: ImportRecords,
  known: KnownProject,
  found: readonly (FoundCustomer | null)[],
  kind: ImportKind,
): void {
  const mandatory = known.attributes.filter((one) => one.mandatory && one.active);
  if (mandatory.length === 0) return;
  const newRooms = rooms.filter(({ code }) => !known.rooms.has(code));
  const newCustomers = customers.filter((customer, index) => isNew(customer, found[index]));
  if (kind === "COMMUNITY") {
    later(newRooms, mandatory, "ROOM");
    return later(newCustomers, mandatory, "CUSTOMER");
  }
  const columns = fieldsOf(kind, known.attributes).filter(isAttributeField);
  for (const column of columns.filter(({ attribute }) => attribute.mandatory)) {
    if (kind === "ROOMS") for (const room of newRooms) need(room, column, `房间 ${room.code}`, "新房间");
    if (kind === "CUSTOMERS") for (const customer of newCustomers) need(customer, column, customer.name, "新客户");
  }
}

/** Nobody is there, or only somebody else who has the same document. */
const isNew = ({ name }: CustomerRecord, found: FoundCustomer | null | undefined): boolean =>
  !found || (found.by === "ID_NUMBER" && found.name !== name);

/** A wrong value is no value either: leaving it out would not do. */
function need(
  record: RoomRecord | CustomerRecord,
  { key, label, attribute }: AttributeField,
  who: string,
  what: string,
) {
  if (record.attributes?.[attribute.id]) return;
  const wrong = record.issues.findIndex(({ field, code }) => field === key && code === "ATTRIBUTE_INVALID");
  if (wrong >= 0) record.issues[wrong] = { ...record.issues[wrong]!, code: MISSING };
  else addIssue(record, "REFUSE", key, MISSING, `${who}：缺少「${label}」，${what}必须填写`);
}

/** One sentence for all of them. */
function later(
  records: readonly (RoomRecord | CustomerRecord)[],
  mandatory: readonly AttributeDto[],
  of: AttributeDto["owner"],
): void {
  const names = mandatory.filter(({ owner }) => owner === of).map(({ name }) => `「${name}」`);
  if (names.length === 0) return;
  const message = `这类文件没有必填的自定义资料${names.join("、")}，导入后请补填`;
  const issue: Issue = Object.freeze({ severity: "NOTE", field: null, code: MISSING, message });
  for (const { issues } of records) issues.push(issue);
}
