import type { TableRow } from "../../workbook/read-table.js";
import { missingCustomerFields } from "../completeness.js";
import { checkIdNumber, checkPhone, findSharedNumbers, noteAge } from "../people.js";
import type { Draft } from "../draft.js";
import { addIssue, type CustomerRecord, type ImportRecords, type RelationRecord, type Sourced } from "../records.js";
import { RowReader } from "../row-reader.js";
import { OWNER_TYPES, ownerTypeLabels, SEXES } from "./codes.js";
import { OWNER_FIELDS, type OwnerKey } from "./fields.js";

/** Members of a household by the number of the owner they belong to; their rooms are the owner's. */
export type Households = Map<string, { member: CustomerRecord; source: Sourced }[]>;

/** 业主信息: owners, and members who name the number of their owner. */
export function readOwner(row: TableRow<OwnerKey>, draft: Draft, households: Households): void {
  const reader = new RowReader(row, OWNER_FIELDS);
  const name = reader.need("name", reader.text("name", 50));
  const type = reader.choice("type", ownerTypeLabels) ?? 1001;
  const role = OWNER_TYPES[type] ?? "OWNER";
  const ownerNumber = reader.code("owner");
  const ownNumber = reader.code("number");
  const number = role === "OWNER" ? (ownerNumber ?? ownNumber) : ownNumber;
  const sex = reader.choice("sex", SEXES);
  const age = reader.integer("age", { max: 150 });
  const mobile = reader.text("mobile", 30);
  const idNumber = reader.text("idNumber", 40);
  if (role === "OWNER" && ownNumber !== null && ownerNumber !== null && ownNumber !== ownerNumber) {
    reader.issue(
      "NOTE",
      "owner",
      "NUMBERS_DIFFER",
      `编号 ${ownNumber} 与业主编号 ${ownerNumber} 不同，按业主编号 ${ownerNumber} 关联房屋`,
    );
  }
  if (role === "OWNER") reader.need("owner", number);
  else reader.need("owner", ownerNumber);
  if (name === null || (role === "OWNER" && number === null) || (role !== "OWNER" && ownerNumber === null)) {
    draft.refused.push(reader.source());
    return;
  }
  const key = role === "OWNER" ? `业主${number}` : `业主${ownerNumber}/${row.rowNo}`;
  const customer: CustomerRecord = {
    ...reader.source(),
    key,
    name,
    kind: "PERSON",
    role,
    sex,
    age,
    mobile,
    idNumber,
    idType: idNumber === null ? null : "ID_CARD",
    registeredResidence: null,
    emergencyName: null,
    emergencyPhone: null,
    homePhone: null,
  };
  const earlier = draft.customers.get(key);
  if (earlier)
    addIssue(
      customer,
      "REFUSE",
      "key",
      "DUPLICATE",
      `业主编号 ${number} 与第 ${earlier.rowNo} 行（${earlier.name}）重复`,
    );
  noteAge(customer);
  checkPhone(customer, "mobile", "手机");
  checkIdNumber(customer);
  draft.customers.add(customer);
  if (role !== "OWNER" && ownerNumber !== null) {
    const members = households.get(ownerNumber) ?? [];
    households.set(ownerNumber, [...members, { member: customer, source: reader.further() }]);
  }
}

/** After all rows: shared numbers, then what is missing. */
export function finishCustomers(records: ImportRecords): void {
  findSharedNumbers(records);
  records.customers.forEach(missingCustomerFields);
}

/** After all rooms: members of a household are related to the rooms of its owner. */
export function relateHouseholds(draft: Draft, households: Households): void {
  const owned = Map.groupBy(draft.relations, ({ customerKey }) => customerKey);
  for (const [owner, members] of households) {
    const rooms = owned.get(`业主${owner}`) ?? [];
    const known = draft.customers.get(`业主${owner}`) !== undefined;
    for (const { member, source } of members) {
      if (!known) {
        addIssue(
          member,
          "REFUSE",
          "key",
          "HOUSEHOLD_UNKNOWN",
          `${member.name}：所属业主编号 ${owner} 在业主信息表中不存在`,
        );
      } else if (rooms.length === 0) {
        addIssue(
          member,
          "NOTE",
          null,
          "HOUSEHOLD_WITHOUT_ROOM",
          `${member.name}：所属业主 ${owner} 没有房屋，暂不建立客房关系`,
        );
      }
      for (const { roomKey } of rooms) draft.relations.push(relation(source, roomKey, member));
    }
  }
}

const relation = (source: Sourced, roomKey: string, member: CustomerRecord): RelationRecord => ({
  ...source,
  issues: [],
  roomKey,
  customerKey: member.key,
  role: member.role,
  share: null,
  from: null,
  to: null,
  kinship: null,
});
