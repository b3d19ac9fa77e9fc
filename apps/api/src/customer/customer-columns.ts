import type { IdType } from "@linli/contracts";
import { maskIdNumber, maskPhone, type PersonalData } from "../common/crypto.js";
import type { Customer } from "./customer.entity.js";
import type { CustomerData } from "./customer-data.js";

type Stored = Omit<CustomerData, "idNumber"> & Pick<Customer, "idNumberCipher" | "idNumberHash" | "idNumberMasked">;

/** The hash a document is found by. */
export const idHashOf = (personal: PersonalData, idType: IdType, idNumber: string): string =>
  personal.hash(idType, idNumber);

/** A customer's data as columns: the ID number encrypted, hashed and masked. */
export function toColumns(personal: PersonalData, { idNumber, ...data }: CustomerData): Stored {
  if (!idNumber) return { ...data, idNumberCipher: null, idNumberHash: null, idNumberMasked: null };
  return {
    ...data,
    idNumberCipher: personal.encrypt(idNumber),
    idNumberHash: idHashOf(personal, (data.idType ?? "OTHER") as IdType, idNumber),
    idNumberMasked: maskIdNumber(idNumber),
  };
}

/** A stored customer with his ID number in plain text, for use inside a transaction; never to be logged or returned. */
export function readCustomer(personal: PersonalData, row: Omit<Customer, "project">): CustomerData {
  return {
    name: row.name,
    kind: row.kind,
    sex: row.sex,
    idType: row.idType,
    idNumber: row.idNumberCipher ? personal.decrypt(row.idNumberCipher) : null,
    birthday: row.birthday,
    registeredPlace: row.registeredPlace,
    mobile: row.mobile,
    homePhone: row.homePhone,
    otherPhones: row.otherPhones,
    emergencyName: row.emergencyName,
    emergencyPhone: row.emergencyPhone,
    address: row.address,
    remark: row.remark,
  };
}

/** What the audit log keeps of a customer: every number masked (LAW-30). */
export function auditView(data: CustomerData): Record<string, unknown> {
  return {
    ...data,
    idNumber: data.idNumber && maskIdNumber(data.idNumber),
    mobile: maskPhone(data.mobile),
    homePhone: maskPhone(data.homePhone),
    otherPhones: data.otherPhones.map(maskPhone),
    emergencyPhone: maskPhone(data.emergencyPhone),
  };
}

/** Before and after for the audit log. A number that changed where the mask hides it says so. */
export function auditChange(before: CustomerData, after: CustomerData): { before: object; after: object } {
  const [old, now] = [auditView(before), auditView(after)];
  for (const field of ["idNumber", "mobile", "homePhone", "emergencyPhone"] as const) {
    if (before[field] !== after[field] && old[field] === now[field]) now[field] = `${String(now[field])}（已变更）`;
  }
  const others = (data: CustomerData) => data.otherPhones.join();
  if (others(before) !== others(after) && JSON.stringify(old["otherPhones"]) === JSON.stringify(now["otherPhones"])) {
    now["otherPhones"] = [...(now["otherPhones"] as string[]), "（已变更）"];
  }
  return { before: old, after: now };
}
