import type { CustomerRecord, ImportRecords, Issue, RoomRecord } from "./records.js";

const OWNER_FIELDS: [keyof CustomerRecord, string][] = [
  ["sex", "性别"],
  ["idType", "证件名称"],
  ["idNumber", "证件号码"],
  ["registeredResidence", "户口所在地"],
  ["emergencyName", "紧急联络人"],
  ["emergencyPhone", "紧急联络人电话"],
];
const FAMILY_FIELDS: [keyof CustomerRecord, string][] = [
  ["sex", "性别"],
  ["idType", "证件名称"],
  ["idNumber", "证件号码"],
];
/** A company has no sex, no household registration. */
const COMPANY_FIELDS: [keyof CustomerRecord, string][] = OWNER_FIELDS.filter(
  ([key]) => key !== "sex" && key !== "registeredResidence",
);

const ROOM_FIELDS: [keyof RoomRecord, string][] = [
  ["name", "房间名称"],
  ["buildingArea", "建筑面积"],
  ["chargeArea", "收费面积"],
  ["layout", "户型"],
  ["orientation", "朝向"],
];

/** Marks the compulsory fields a customer lacks (CUS-05 to CUS-07). A field already refused is not counted twice. */
export function missingCustomerFields(customer: CustomerRecord): void {
  const fields =
    customer.role === "FAMILY" ? FAMILY_FIELDS : customer.kind === "COMPANY" ? COMPANY_FIELDS : OWNER_FIELDS;
  for (const [key, label] of fields) if (customer[key] === null) incomplete(customer, key, label);
  if (customer.role !== "FAMILY" && customer.homePhone === null && customer.mobile === null)
    incomplete(customer, "mobile", "家庭电话或手机（至少一项）");
}

/** Marks the compulsory fields a room lacks (PRP-08). */
export function missingRoomFields(room: RoomRecord): void {
  for (const [key, label] of ROOM_FIELDS) if (room[key] === null) incomplete(room, key, label);
}

function incomplete(record: CustomerRecord | RoomRecord, field: string, label: string): void {
  if (record.issues.some((issue) => issue.field === field && (issue.severity === "REFUSE" || issue.code === CODE)))
    return;
  record.issues.push(lackOf(field, label));
}

const CODE = "MISSING_FIELD";
const lacks = new Map<string, Issue>();

/** What nearly every row of a file says is said once for all: half a million sentences of a large file are one each. */
function lackOf(field: string, label: string): Issue {
  const key = `${field} ${label}`;
  const known = lacks.get(key);
  if (known) return known;
  const issue: Issue = {
    severity: "INCOMPLETE",
    field,
    code: CODE,
    message: `缺少${label}，导入后标记为资料不完整`,
  };
  lacks.set(key, Object.freeze(issue));
  return issue;
}

/** How many records of a kind lack each field: label-free, by property. */
export function countIncomplete(records: ImportRecords): {
  rooms: number;
  customers: number;
  fields: Record<string, number>;
} {
  const isIncomplete = (record: RoomRecord | CustomerRecord) =>
    record.issues.some(({ severity }) => severity === "INCOMPLETE");
  const fields: Record<string, number> = {};
  for (const record of [...records.rooms, ...records.customers]) {
    for (const { severity, field } of record.issues)
      if (severity === "INCOMPLETE" && field) fields[field] = (fields[field] ?? 0) + 1;
  }
  return {
    rooms: records.rooms.filter(isIncomplete).length,
    customers: records.customers.filter(isIncomplete).length,
    fields,
  };
}
