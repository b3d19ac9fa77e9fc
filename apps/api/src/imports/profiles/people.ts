import {
  documentFault,
  idCardFault,
  isPlaceholderIdNumber,
  isPlaceholderMobile,
  normaliseNumber,
  normalisePhone,
  phoneFault,
  type IdType,
} from "@linli/contracts/enums";
import { addIssue, type CustomerRecord, type ImportRecords } from "./records.js";

/** Checks a document number; placeholders are dropped with a note, faults are kept for the operator to decide. */
export function checkIdNumber(customer: CustomerRecord, type: IdType = customer.idType ?? "ID_CARD"): void {
  if (customer.idNumber === null) return;
  const number = normaliseNumber(customer.idNumber);
  customer.idNumber = number;
  if (isPlaceholderIdNumber(number)) {
    customer.idNumber = null;
    addIssue(customer, "NOTE", "idNumber", "ID_PLACEHOLDER", `证件号码 ${number} 是“没有”的占位号码，不导入`);
    return;
  }
  const fault = type === "ID_CARD" ? idCardFault(number) : documentFault(type, number);
  if (fault) addIssue(customer, "REFUSE", "idNumber", "ID_INVALID", `${customer.name}：${fault}`);
}

/** Checks a telephone number; placeholders are dropped with a note. */
export function checkPhone(
  customer: CustomerRecord,
  field: "mobile" | "homePhone" | "emergencyPhone",
  label: string,
): void {
  const given = customer[field];
  if (given === null) return;
  const number = normalisePhone(given);
  customer[field] = number;
  if (isPlaceholderMobile(number)) {
    customer[field] = null;
    addIssue(customer, "NOTE", field, "PHONE_PLACEHOLDER", `${label} ${number} 是“没有”的占位号码，不导入`);
    return;
  }
  const fault = phoneFault(number);
  if (fault) addIssue(customer, "REFUSE", field, "PHONE_INVALID", `${customer.name}：${label} ${given} 有误：${fault}`);
}

/** Ages other systems ask for when the age is not known. */
export function noteAge(customer: CustomerRecord): void {
  if (customer.age === 1 || customer.age === 18) {
    addIssue(
      customer,
      "NOTE",
      "age",
      "AGE_PLACEHOLDER",
      `年龄 ${customer.age} 可能是占位数字（没有年龄时的默认填法），不导入`,
    );
  }
}

/**
 * Finds document numbers that several people share: with different names each is told of the others (ID_SHARED); with
 * the same name it is the same person, who becomes one customer. Telephone numbers of several people are only noted.
 */
export function findSharedNumbers(records: ImportRecords): void {
  for (const group of sharing(records.customers, ({ idNumber }) => idNumber)) {
    if (new Set(group.map(({ name }) => name)).size === 1) {
      mergePeople(records, group);
      continue;
    }
    const who = group.map(({ name, rowNo }) => `第 ${rowNo} 行 ${name}`).join("、");
    for (const customer of group) {
      const message = `${customer.name}：证件号码 ${customer.idNumber} 由 ${group.length} 人共用（${who}），一个号码只能属于一个人`;
      addIssue(customer, "REFUSE", "idNumber", "ID_SHARED", message);
    }
  }
  for (const group of sharing(records.customers, ({ mobile }) => mobile)) {
    const who = group.map(({ name, rowNo }) => `第 ${rowNo} 行 ${name}`).join("、");
    for (const customer of group)
      addIssue(customer, "NOTE", "mobile", "PHONE_SHARED", `手机 ${customer.mobile} 由多人共用（${who}）`);
  }
}

function sharing(
  customers: CustomerRecord[],
  numberOf: (customer: CustomerRecord) => string | null,
): CustomerRecord[][] {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const customer of customers) {
    const number = numberOf(customer);
    if (!number) continue;
    if (seen.has(number)) shared.add(number);
    else seen.add(number);
  }
  if (shared.size === 0) return [];
  const sharing = customers.filter((customer) => shared.has(numberOf(customer) ?? ""));
  return [...Map.groupBy(sharing, (customer) => numberOf(customer) ?? "").values()];
}

/** Keeps the first of several records of one person, filled up from the others, and points everything to it. */
export function mergePeople(records: ImportRecords, group: readonly CustomerRecord[]): void {
  const [kept, ...others] = group;
  if (!kept) return;
  for (const other of others) {
    for (const [key, value] of Object.entries(other)) {
      if (kept[key as keyof CustomerRecord] === null && value !== null) Object.assign(kept, { [key]: value });
    }
    kept.issues = kept.issues.filter((issue) => issue.severity !== "INCOMPLETE");
    for (const issue of other.issues)
      if (issue.severity !== "INCOMPLETE") addIssue(kept, issue.severity, issue.field, issue.code, issue.message);
    addIssue(
      kept,
      "NOTE",
      null,
      "SAME_PERSON",
      `第 ${group.map(({ rowNo }) => rowNo).join("、")} 行是同一人 ${kept.name}，只建立一个客户`,
    );
    if (other.role !== "FAMILY" && kept.role === "FAMILY") kept.role = other.role;
  }
  const aliases = new Set(others.map(({ key }) => key));
  for (const link of [...records.relations, ...records.spaces])
    if (link.customerKey && aliases.has(link.customerKey)) link.customerKey = kept.key;
  records.customers = records.customers.filter((customer) => !aliases.has(customer.key) || customer === kept);
}
