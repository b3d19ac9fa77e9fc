import {
  documentFault,
  type IdType,
  landlineFault,
  mobileFault,
  normaliseNumber,
  normalisePhone,
  phoneFault,
  readIdCard,
  type SaveCustomerDto,
} from "@linli/contracts";
import type { Customer } from "./customer.entity.js";

/** The mandatory fields of a customer with their names (CUS-05); one of the telephones is enough. */
const mandatory: Record<string, (customer: Partial<Customer>) => unknown> = {
  性别: ({ sex, kind }) => sex ?? kind === "COMPANY",
  证件名称: ({ idType }) => idType,
  证件号码: ({ idNumberHash }) => idNumberHash,
  户口所在地: ({ registeredPlace }) => registeredPlace,
  紧急联络人: ({ emergencyName }) => emergencyName,
  紧急联络人电话: ({ emergencyPhone }) => emergencyPhone,
  "手机或家庭电话": ({ mobile, homePhone }) => mobile ?? homePhone,
};

/** Names of the mandatory fields that are empty. */
export const missingFields = (customer: Partial<Customer>): string[] =>
  Object.entries(mandatory)
    .filter(([, read]) => !read(customer))
    .map(([name]) => name);

/** What is wrong with the fields together, by field: documents, telephones, what one kind of customer must have. */
export function faultsOf(dto: SaveCustomerDto, hasIdNumber: boolean): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  const say = (field: string, fault: string | null) => {
    if (fault) faults[field] = [fault];
  };
  if (dto.idNumber) say("idNumber", documentFault(dto.idType, dto.idNumber));
  else if (!hasIdNumber) say("idNumber", "请填写证件号码");
  if (dto.kind === "PERSON" && dto.sex === "NONE") say("sex", "个人客户请选择性别");
  if (dto.kind === "PERSON" && dto.idType === "CREDIT_CODE") say("idType", "统一社会信用代码只用于公司客户");
  if (!dto.mobile && !dto.homePhone) say("mobile", "手机和家庭电话至少填一项");
  if (dto.mobile) say("mobile", mobileFault(dto.mobile));
  if (dto.homePhone) say("homePhone", landlineFault(dto.homePhone) && mobileFault(dto.homePhone) ? landlineFault(dto.homePhone) : null);
  say("emergencyPhone", phoneFault(dto.emergencyPhone));
  const wrong = dto.otherPhones?.map(phoneFault).find(Boolean);
  if (wrong) say("otherPhones", wrong);
  return faults;
}

/** The number of a document as it is stored and compared: half width, capitals, no spaces. */
export const canonicalIdNumber = (idNumber: string): string => normaliseNumber(idNumber);

/** The telephone as it is stored: digits only. */
export const canonicalPhone = (phone: string | null | undefined): string | null => (phone ? normalisePhone(phone) : null);

/** The birthday: as entered, otherwise from the ID card. */
export function birthdayOf(idType: IdType, idNumber: string | null | undefined, entered: string | null | undefined): string | null {
  if (entered) return entered;
  return idType === "ID_CARD" && idNumber ? (readIdCard(idNumber)?.birthDate ?? null) : null;
}
