import {
  customerKindLabels,
  idTypeLabels,
  kinshipLabels,
  normaliseNumber,
  normalisePhone,
  phoneFault,
  readIdCard,
  relationRoleLabels,
  sexLabels,
  type CustomerKind,
  type IdType,
  type Kinship,
  type RelationRole,
  type Sex,
} from "@linli/contracts/enums";
import { Decimal } from "decimal.js";
import type { TableRow } from "../../workbook/read-table.js";
import { decimalOf } from "../../workbook/values.js";
import type { Draft } from "../draft.js";
import { checkIdNumber, checkPhone } from "../people.js";
import { addIssue, type CustomerRecord, type GivenAttributes, type RelationRecord } from "../records.js";
import { RowReader } from "../row-reader.js";
import type { AttributeField } from "./attribute-fields.js";
import { readAttributes } from "./read-attributes.js";
import { customersTemplate, type CustomersKey } from "./customers-template.js";

type Reader = RowReader<CustomersKey>;

/** A row of 客户与客房关系: a customer, once however many rooms he has, and his relation to one room. */
export function readCustomerRow(
  row: TableRow<CustomersKey>,
  draft: Draft,
  columns: readonly AttributeField[] = [],
): void {
  const reader: Reader = new RowReader(row, customersTemplate.fields);
  const attributes = readAttributes(row, columns, reader.issues);
  if (isCustomerOnly(reader)) {
    const alone = readCustomer(reader, "OWNER", row.rowNo, attributes);
    if (alone) addCustomer(alone, draft);
    else draft.refused.push(reader.source());
    return;
  }
  const roomCode = reader.need("roomCode", reader.code("roomCode"));
  const role = reader.need("role", reader.choice<RelationRole>("role", relationRoleLabels));
  const customer = readCustomer(reader, role ?? "OWNER", row.rowNo, attributes);
  const share = reader.take("share", decimalOf(reader.cell("share"), { places: 6, percent: true, max: "100" }));
  const [from, to] = [reader.date("from"), reader.date("to")];
  const kinship = reader.choice<Kinship>("kinship", kinshipLabels);
  const isPrimaryContact = reader.yesNo("primary");
  if (share !== null && (new Decimal(share).gt(1) || new Decimal(share).isZero())) {
    reader.issue("REFUSE", "share", "INVALID_VALUE", `份额：${share} 应大于 0 且不超过 1（或 100%）`);
  }
  if (from && to && from > to) reader.issue("REFUSE", "to", "DATES_REVERSED", `结束日期 ${to} 早于起始日期 ${from}`);
  if (roomCode === null || role === null || customer === null) {
    draft.refused.push(reader.source());
    return;
  }
  const known = addCustomer(customer, draft);
  const relation: RelationRecord = {
    ...reader.further(),
    roomKey: roomCode,
    customerKey: customer.key,
    role,
    share,
    from,
    to,
    kinship,
    isPrimaryContact,
  };
  // The row's own issues stay with the customer it introduces; a further row keeps them on the relation.
  if (known) relation.issues = reader.issues;
  if (role === "FAMILY" && kinship === null)
    addIssue(
      relation,
      "INCOMPLETE",
      "kinship",
      "MISSING_FIELD",
      `${customer.name}：缺少与业主关系，导入后标记为资料不完整`,
    );
  const twice = draft.relate(relation);
  if (twice)
    addIssue(
      relation,
      "REFUSE",
      null,
      "DUPLICATE",
      `${customer.name} 与房间 ${roomCode} 的关系与第 ${twice.rowNo} 行重复`,
    );
  draft.share(relation);
}

/** A customer without any room: known by his number. */
const isCustomerOnly = (reader: Reader): boolean =>
  reader.has("number") && !reader.has("roomCode") && !reader.has("role");

/** Adds a customer once; answers the one of an earlier row, filled up from this one. */
function addCustomer(customer: CustomerRecord, draft: Draft): CustomerRecord | undefined {
  const known = draft.customers.get(customer.key);
  if (known) enrich(known, customer);
  else draft.customers.add(customer);
  return known;
}

function readCustomer(
  reader: Reader,
  role: RelationRole,
  rowNo: number,
  attributes: GivenAttributes | undefined,
): CustomerRecord | null {
  const name = reader.need("name", reader.text("name", 100));
  const kind = reader.choice<CustomerKind>("kind", customerKindLabels) ?? "PERSON";
  const sex = reader.choice<Sex>("sex", sexLabels);
  const idNumber = reader.text("idNumber", 40);
  const idType = reader.choice<IdType>("idType", idTypeLabels) ?? guessIdType(idNumber, kind);
  const rest = {
    number: reader.text("number", 40),
    birthday: reader.date("birthday"),
    otherPhones: splitPhones(reader.text("otherPhones", 160)),
    contactName: reader.text("contactName", 60),
    address: reader.text("address", 200),
    remark: reader.lines("remark", 500),
    registeredResidence: reader.text("registeredResidence", 200),
    emergencyName: reader.text("emergencyName", 50),
    emergencyPhone: reader.text("emergencyPhone", 30),
    homePhone: reader.text("homePhone", 30),
    mobile: reader.text("mobile", 30),
  };
  if (name === null) return null;
  const customer: CustomerRecord = {
    ...reader.source(),
    key: "",
    name,
    kind,
    sex,
    age: null,
    idType,
    idNumber,
    role,
    ...rest,
    ...(attributes && { attributes }),
  };
  dropMasked(customer);
  checkIdNumber(customer);
  checkPhone(customer, "mobile", "手机");
  checkPhone(customer, "homePhone", "家庭电话");
  checkPhone(customer, "emergencyPhone", "紧急联络人电话");
  checkOtherPhones(customer);
  checkSex(customer);
  if (customer.number) {
    customer.key = `编号${customer.number}`;
    return customer;
  }
  // The same person in several rows: the same name with the same document or, lacking one, the same telephone.
  customer.key = `${name}/${customer.idNumber ?? customer.mobile ?? customer.homePhone ?? `第${rowNo}行`}`;
  return customer;
}

const NUMBERS = {
  idNumber: "证件号码",
  mobile: "手机",
  homePhone: "家庭电话",
  emergencyPhone: "紧急联络人电话",
} as const;

/** A masked number (110105********002X) says nothing of the number itself. */
function dropMasked(customer: CustomerRecord): void {
  const masked: string[] = [];
  for (const [field, label] of Object.entries(NUMBERS) as [keyof typeof NUMBERS, string][]) {
    if (!customer[field]?.includes("*")) continue;
    customer[field] = null;
    masked.push(label);
  }
  if (customer.otherPhones?.some((phone) => phone.includes("*"))) {
    customer.otherPhones = null;
    masked.push("其他电话");
  }
  customer.masked = masked;
}

const splitPhones = (text: string | null): string[] | null =>
  text === null
    ? null
    : text
        .split(/[、,，;；/]/u)
        .map((phone) => phone.trim())
        .filter(Boolean);

function checkOtherPhones(customer: CustomerRecord): void {
  customer.otherPhones = customer.otherPhones?.map(normalisePhone) ?? null;
  for (const phone of customer.otherPhones ?? []) {
    const fault = phoneFault(phone);
    if (fault)
      addIssue(
        customer,
        "REFUSE",
        "otherPhones",
        "PHONE_INVALID",
        `${customer.name}：其他电话 ${phone} 有误：${fault}`,
      );
  }
}

/** Without a kind of document: a company shows its credit code, anybody with 18 digits an ID card. */
function guessIdType(idNumber: string | null, kind: CustomerKind): IdType | null {
  if (idNumber === null) return null;
  if (kind === "COMPANY") return "CREDIT_CODE";
  return /^\d{15}$|^\d{17}[\dX]$/.test(normaliseNumber(idNumber)) ? "ID_CARD" : null;
}

function checkSex(customer: CustomerRecord): void {
  const told = customer.idType === "ID_CARD" && customer.idNumber !== null ? readIdCard(customer.idNumber) : null;
  if (told && customer.sex !== null && told.sex !== customer.sex) {
    addIssue(
      customer,
      "NOTE",
      "sex",
      "SEX_DIFFERS",
      `${customer.name}：性别与身份证号不符，身份证号为${sexLabels[told.sex]}`,
    );
  }
}

function enrich(known: CustomerRecord, again: CustomerRecord): void {
  for (const [key, value] of Object.entries(again)) {
    const property = key as keyof CustomerRecord;
    if (known[property] === null && value !== null) Object.assign(known, { [property]: value });
  }
  if (again.attributes) known.attributes = { ...again.attributes, ...known.attributes };
  if (known.role === "FAMILY" && again.role !== "FAMILY") known.role = again.role;
}
