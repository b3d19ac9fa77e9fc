import { Decimal } from "decimal.js";
import { readIdCard, relationRoleLabels } from "@linli/contracts";
import { maskIdNumber } from "../../common/crypto.js";
import type { BulkCustomer } from "../../customer/bulk-customer.js";
import type { FoundCustomer } from "../../customer/bulk-customers.service.js";
import { highestShare, overlaps } from "../profiles/draft.js";
import { plainText } from "../workbook/values.js";
import { addIssue, type CustomerRecord, type ImportRecords, type RelationRecord } from "../profiles/records.js";
import { checkRelationUpdate, sameRelation } from "./relation-changes.js";
import type { KnownProject, KnownRelation } from "./known-project.js";

/** A customer as the customer domain takes him; a kind or document nobody stated changes nothing. */
export const toBulkCustomer = (customer: CustomerRecord): BulkCustomer => ({
  name: customer.name,
  ...(customer.kind === "COMPANY" ? { kind: "COMPANY" as const } : {}),
  sex: customer.sex,
  idType: customer.idType,
  idNumber: customer.idNumber,
  registeredPlace: customer.registeredResidence,
  mobile: customer.mobile,
  homePhone: customer.homePhone,
  emergencyName: customer.emergencyName,
  emergencyPhone: customer.emergencyPhone,
  ...(customer.number ? { number: customer.number } : {}),
  ...(customer.birthday ? { birthday: customer.birthday } : {}),
  ...(customer.otherPhones?.length ? { otherPhones: customer.otherPhones } : {}),
  ...(customer.contactName ? { contactName: customer.contactName } : {}),
  ...(customer.address ? { address: customer.address } : {}),
  ...(customer.remark ? { remark: customer.remark } : {}),
});

/** A document of somebody else in the project, by the same question as a document several people of the file share. */
export function checkCustomers(
  { customers }: ImportRecords,
  found: readonly (FoundCustomer | null)[],
  today: string,
): void {
  customers.forEach((customer, index) => {
    checkBirthday(customer, today);
    const holder = found[index];
    if (holder) adoptSpelling(customer, holder.before);
    checkNumber(customer, holder ?? null);
    if (holder?.by !== "ID_NUMBER" || holder.name === customer.name || customer.idNumber === null) return;
    const number = maskIdNumber(customer.idNumber);
    const message = `${customer.name}：证件号码 ${number} 在系统中属于客户 ${holder.name}（${holder.number}），一个号码只能属于一个人`;
    addIssue(customer, "REFUSE", "idNumber", "ID_SHARED", message);
  });
}

/** A birthday lies in the past and is the one of the ID card. */
function checkBirthday(customer: CustomerRecord, today: string): void {
  const { birthday, idNumber, idType, kind, name } = customer;
  const refuse = (field: string, code: string, message: string) =>
    addIssue(customer, "REFUSE", field, code, `${name}：${message}`);
  const card =
    idNumber !== null && (idType ?? "ID_CARD") === "ID_CARD" && kind === "PERSON" ? readIdCard(idNumber) : null;
  if (card && card.birthDate > today)
    refuse("idNumber", "ID_INVALID", `身份证号码中的出生日期 ${card.birthDate} 晚于今天`);
  if (!birthday) return;
  if (birthday > today) refuse("birthday", "BIRTHDAY_INVALID", `出生日期 ${birthday} 晚于今天`);
  else if (card && card.birthDate !== birthday)
    refuse("birthday", "BIRTHDAY_INVALID", `出生日期 ${birthday} 与身份证号码中的 ${card.birthDate} 不一致`);
}

/** A customer named by his number: he must be the same person, and masked numbers say that nothing changed. */
function checkNumber(customer: CustomerRecord, found: FoundCustomer | null): void {
  const byNumber = found?.by === "NUMBER";
  if (customer.masked?.length && !byNumber) {
    const message = `${customer.name}：${customer.masked.join("、")}是打码的号码，只有写明系统中已有的客户编号时才表示“不变”；新客户请填写完整号码`;
    addIssue(customer, "REFUSE", "masked", "MASKED_NUMBER", message);
  }
  if (customer.number && !byNumber) {
    const message = `客户编号 ${customer.number} 在本管理区没有，按证件号码或姓名电话查找，新客户重新编号`;
    addIssue(customer, "NOTE", "number", "NUMBER_UNKNOWN", message);
  }
  if (found && byNumber && found.documentOf) {
    const { name, number } = found.documentOf;
    const message = `${customer.name}：证件号码在系统中属于客户 ${name}（${number}），一个号码只能属于一个人`;
    addIssue(customer, "REFUSE", "idNumber", "ID_SHARED", message);
  }
}

/** What differs only in full-width letters or blanks is no change: the stored spelling stays. */
function adoptSpelling(customer: CustomerRecord, stored: object): void {
  const before = stored as Record<string, unknown>;
  for (const [field, column] of SPELLED) {
    const was = before[column];
    if (typeof was === "string" && was !== customer[field] && plainText(was) === customer[field])
      Object.assign(customer, { [field]: was });
  }
}

const SPELLED = [
  ["name", "name"],
  ["registeredResidence", "registeredPlace"],
  ["emergencyName", "emergencyName"],
  ["contactName", "contactName"],
  ["address", "address"],
  ["remark", "remark"],
] as const;

/** Fills in where relations begin, and refuses unknown rooms and shares over the whole. */
export function checkRelations(
  records: ImportRecords,
  known: KnownProject,
  codeOf: (roomKey: string) => string,
  found: readonly (FoundCustomer | null)[],
): void {
  const ids = new Map(records.customers.map(({ key }, index) => [key, found[index]?.id ?? null]));
  const rooms = new Set(records.rooms.map(({ code }) => code));
  const firstFees = new Map<string, string>();
  for (const { roomKey, from } of records.bindings)
    if (from && from < (firstFees.get(roomKey) ?? "9999")) firstFees.set(roomKey, from);
  const owners = ownersOf(records, codeOf, ids);
  for (const relation of records.relations) {
    const code = codeOf(relation.roomKey);
    const room = known.rooms.get(code);
    if (!room && !rooms.has(code)) {
      addIssue(relation, "REFUSE", "roomKey", "ROOM_UNKNOWN", `房间 ${code} 不存在，请先导入房产`);
      continue;
    }
    const existing = room ? (known.relations.get(room.id) ?? []) : [];
    const there = sameRelation(relation, existing, ids.get(relation.customerKey) ?? null);
    if (there) checkRelationUpdate(relation, code, there);
    assumeStart(relation, code, firstFees.get(relation.roomKey), known.firstDay);
    if (relation.role !== "OWNER") continue;
    const others = existing.filter(
      (other) =>
        other.role === "OWNER" &&
        overlaps({ from: other.startsOn, to: other.endsOn }, relation) &&
        !owners.get(code)?.some(({ id, name }) => (id ? id === other.customerId : name === other.customerName)),
    );
    if (others.length > 0) {
      const who = others.map(({ customerName }) => customerName).join("、");
      addIssue(relation, "NOTE", null, "OTHER_OWNER", `房间 ${code} 已有业主 ${who}，导入后为共有；请指定收费对象`);
    }
    refuseShares(relation, code, others, owners.get(code) ?? []);
  }
}

/** The owners the file names, by room code. */
function ownersOf(
  { customers, relations }: ImportRecords,
  codeOf: (roomKey: string) => string,
  ids: ReadonlyMap<string, string | null>,
) {
  const names = new Map(customers.map(({ key, name }) => [key, name]));
  const owners = relations
    .filter(({ role }) => role === "OWNER")
    .map((relation) => ({
      relation,
      name: names.get(relation.customerKey),
      id: ids.get(relation.customerKey) ?? null,
    }));
  return Map.groupBy(owners, ({ relation }) => codeOf(relation.roomKey));
}

function assumeStart(relation: RelationRecord, code: string, firstFee: string | undefined, firstDay: string): void {
  if (relation.from !== null) return;
  const start = firstFee ?? firstDay;
  relation.from = relation.to !== null && relation.to < start ? relation.to : start;
  const why = firstFee ? "该房间最早的费用开始时间" : "本管理区开始计费之日";
  addIssue(
    relation,
    "NOTE",
    "from",
    "FROM_ASSUMED",
    `房间 ${code} 的${relationRoleLabels[relation.role]}关系没有开始日期，按${why} ${relation.from} 起`,
  );
}

/** Refuses a share with which those of the file and those that stay pass the whole on some day. */
function refuseShares(
  relation: RelationRecord,
  code: string,
  others: readonly KnownRelation[],
  owners: readonly { relation: RelationRecord }[],
): void {
  if (relation.share === null) return;
  if (others.length === 0 && owners.length === 1 && Number(relation.share) <= 1) return;
  const there = others.map(({ startsOn, endsOn, share }) => ({
    from: startsOn,
    to: endsOn,
    share: share === null ? null : new Decimal(share).div(100).toFixed(),
  }));
  const here = owners.map((owner) => owner.relation).filter((owner) => overlaps(owner, relation));
  const highest = highestShare([...there, ...here]);
  if (highest.lte(1)) return;
  const message = `房间 ${code} 的业主份额连同系统中已有的合计 ${highest.times(100).toFixed()}%，超过 100%`;
  addIssue(relation, "REFUSE", "share", "SHARES_EXCEED", message);
}
