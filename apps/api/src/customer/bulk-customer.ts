import { type CustomerKind, type IdType, normalisePhone, readIdCard, type Sex } from "@linli/contracts";
import { maskIdNumber, maskPhone, type PersonalData } from "../common/crypto.js";
import { idHashOf } from "./customer-columns.js";
import { canonicalIdNumber, canonicalPhone } from "./customer-data.js";
import type { Customer } from "./customer.entity.js";

/** A customer as an import or the demonstration data know him; what they do not know is left out. */
export interface BulkCustomer {
  name: string;
  /** 客户编号; the customer of this number is meant, whatever else the row says. */
  number?: string | null;
  kind?: CustomerKind;
  sex?: Sex | null;
  idType?: IdType | null;
  /** Plain text; must have been checked. */
  idNumber?: string | null;
  birthday?: string | null;
  registeredPlace?: string | null;
  mobile?: string | null;
  homePhone?: string | null;
  otherPhones?: string[];
  emergencyName?: string | null;
  emergencyPhone?: string | null;
  contactName?: string | null;
  address?: string | null;
  remark?: string | null;
}

/** The columns a bulk write fills. */
export type BulkColumns = Omit<
  Customer,
  | "project"
  | "projectId"
  | "id"
  | "number"
  | "incomplete"
  | "confirmedOn"
  | "confirmedBy"
  | "confirmedByName"
  | "attributes"
  | "contactWay"
  | "contactHours"
  | "language"
  | "noMarketing"
  | "mergedIntoId"
  | "mergedInto"
  | "anonymisedAt"
  | "createdAt"
> & {
  /** Companies: the name of the main contact. */
  contactName: string | null;
};

/**
 * The columns of a row; fields it does not know are null. A valid ID card tells sex and birthday. The document is
 * encrypted only when it is written (`sealed`): a dry run never needs it.
 */
export function columnsOf(personal: PersonalData, row: BulkCustomer): BulkColumns {
  const kind = row.kind ?? "PERSON";
  const idNumber = row.idNumber ? canonicalIdNumber(row.idNumber) : null;
  const idType = row.idType ?? (idNumber ? (kind === "COMPANY" ? "CREDIT_CODE" : "ID_CARD") : null);
  const card = idType === "ID_CARD" && idNumber ? readIdCard(idNumber) : null;
  return {
    name: row.name.trim(),
    kind,
    sex: kind === "COMPANY" ? "NONE" : (row.sex ?? card?.sex ?? null),
    idType,
    idNumberCipher: null,
    idNumberHash: idNumber && idType && idHashOf(personal, idType, idNumber),
    idNumberMasked: idNumber && maskIdNumber(idNumber),
    birthday: kind === "COMPANY" ? null : (row.birthday ?? card?.birthDate ?? null),
    registeredPlace: row.registeredPlace ?? null,
    mobile: canonicalPhone(row.mobile),
    homePhone: canonicalPhone(row.homePhone),
    otherPhones: (row.otherPhones ?? []).map(normalisePhone),
    emergencyName: row.emergencyName ?? null,
    emergencyPhone: canonicalPhone(row.emergencyPhone),
    contactName: row.contactName ?? null,
    address: row.address ?? null,
    remark: row.remark ?? null,
  };
}

/** The columns with the document encrypted, where a row brings a new one; `numbers` by hash, in plain text. */
export function sealed(
  personal: PersonalData,
  columns: BulkColumns,
  numbers: ReadonlyMap<string, string>,
): BulkColumns {
  const number =
    columns.idNumberCipher === null && columns.idNumberHash ? numbers.get(columns.idNumberHash) : undefined;
  return number === undefined ? columns : { ...columns, idNumberCipher: personal.encrypt(number) };
}

/** The stored columns with what a row knows better; a row never empties a field, nor changes a document it does not name. */
export function mergeColumns(stored: BulkColumns, row: BulkColumns, given: BulkCustomer): BulkColumns {
  const merged: Record<string, unknown> = { ...stored };
  const sameDocument = row.idNumberHash !== null && row.idNumberHash === stored.idNumberHash;
  for (const [field, value] of Object.entries(row) as [keyof BulkColumns, unknown][]) {
    if (value === null || field.startsWith("idNumber") || field === "idType" || field === "kind") continue;
    if (field === "otherPhones" && row.otherPhones.length === 0) continue;
    // What only follows from a document that is known already says nothing new.
    if (sameDocument && (field === "birthday" || field === "sex") && !given[field]) continue;
    merged[field] = value;
  }
  if (given.kind) merged["kind"] = given.kind;
  if (row.idNumberHash && row.idNumberHash !== stored.idNumberHash) {
    const { idType, idNumberCipher, idNumberHash, idNumberMasked } = row;
    Object.assign(merged, { idType, idNumberCipher, idNumberHash, idNumberMasked });
  }
  merged["idType"] ??= row.idType;
  return merged as unknown as BulkColumns;
}

/** What the audit log keeps of the columns: every number masked. */
export function auditColumns({
  idNumberCipher: _cipher,
  idNumberHash: _hash,
  idNumberMasked,
  ...columns
}: BulkColumns): object {
  return {
    ...columns,
    idNumber: idNumberMasked,
    mobile: maskPhone(columns.mobile),
    homePhone: maskPhone(columns.homePhone),
    otherPhones: columns.otherPhones.map(maskPhone),
    emergencyPhone: maskPhone(columns.emergencyPhone),
  };
}

/** Who somebody is without a document: the name with a telephone, or the bare name when there is none. */
export const nameKey = ({ name, mobile, homePhone }: Pick<BulkColumns, "name" | "mobile" | "homePhone">): string =>
  `${name}\n${mobile ?? homePhone ?? ""}`;
