import {
  documentFault,
  type IdType,
  idCardFault,
  isPlaceholderIdNumber,
  landlineFault,
  mobileFault,
  normaliseNumber,
  normalisePhone,
  phoneFault,
  readIdCard,
  type SaveCustomerDto,
} from "@linli/contracts";

/** What is known of a customer, numbers in plain text and as they are stored: half width, no blanks. */
export interface CustomerData {
  name: string;
  kind: string;
  sex: string | null;
  idType: string | null;
  idNumber: string | null;
  birthday: string | null;
  registeredPlace: string | null;
  mobile: string | null;
  homePhone: string | null;
  otherPhones: string[];
  emergencyName: string | null;
  emergencyPhone: string | null;
  address: string | null;
  remark: string | null;
}

/** The number of a document as it is stored and compared: half width, capitals, no blanks. */
export const canonicalIdNumber = (idNumber: string): string => normaliseNumber(idNumber);

/** The telephone as it is stored: half width, no blanks; a mobile digits only. */
export const canonicalPhone = (phone: string | null | undefined): string | null =>
  phone ? normalisePhone(phone) : null;

/**
 * What a form says, over what is known: the form never sees whole numbers, so an ID number or telephone it leaves out
 * stays as it is; null removes a telephone.
 */
export function mergeCustomer(dto: SaveCustomerDto, known?: CustomerData): CustomerData {
  const phone = (given: string | null | undefined, kept: string | null | undefined) =>
    given === undefined ? (kept ?? null) : canonicalPhone(given);
  const company = dto.kind === "COMPANY";
  const idNumber = dto.idNumber ? canonicalIdNumber(dto.idNumber) : (known?.idNumber ?? null);
  return {
    name: dto.name,
    kind: dto.kind,
    sex: company ? "NONE" : dto.sex,
    idType: dto.idType,
    idNumber,
    birthday: company ? null : birthdayOf(dto.idType, idNumber, dto.birthday),
    registeredPlace: dto.registeredPlace ?? null,
    mobile: phone(dto.mobile, known?.mobile),
    homePhone: phone(dto.homePhone, known?.homePhone),
    otherPhones: dto.otherPhones ? dto.otherPhones.map(normalisePhone) : (known?.otherPhones ?? []),
    emergencyName: dto.emergencyName ?? null,
    emergencyPhone: phone(dto.emergencyPhone, known?.emergencyPhone),
    address: dto.address ?? null,
    remark: dto.remark ?? null,
  };
}

/** The birthday: as entered, otherwise from the ID card. */
export function birthdayOf(
  idType: string | null,
  idNumber: string | null,
  entered: string | null | undefined,
): string | null {
  if (entered) return entered;
  return idType === "ID_CARD" && idNumber ? (readIdCard(idNumber)?.birthDate ?? null) : null;
}

type Faults = Record<string, string[]>;

/**
 * What is wrong with a customer's data, by field. Mandatory fields are demanded as CUS-05/06 do; of somebody who is only
 * a family member as CUS-07 does; what the project does not collect is not demanded (GAP-16). Numbers that stay as they
 * were are not judged again.
 */
export function faultsOf(
  data: CustomerData,
  {
    family,
    today,
    known,
    notCollected = [],
  }: { family: boolean; today: string; known?: CustomerData; notCollected?: readonly string[] },
): Faults {
  const faults: Faults = {};
  const say = (field: string, fault: string | null) => {
    if (fault) faults[field] ??= [fault];
  };
  sayMissing(data, family, (field, fault) => !notCollected.includes(field) && say(field, fault));
  sayDocument(data, { today, known }, say);
  if (data.mobile && data.mobile !== known?.mobile) say("mobile", mobileFault(data.mobile));
  if (data.homePhone && data.homePhone !== known?.homePhone && phoneFault(data.homePhone))
    say("homePhone", landlineFault(data.homePhone));
  if (data.emergencyPhone && data.emergencyPhone !== known?.emergencyPhone)
    say("emergencyPhone", phoneFault(data.emergencyPhone));
  for (const phone of data.otherPhones) if (!known?.otherPhones.includes(phone)) say("otherPhones", phoneFault(phone));
  return faults;
}

/** What is wrong with the document alone, by field. */
export function documentFaults(data: CustomerData, when: { today: string; known?: CustomerData }): Faults {
  const faults: Faults = {};
  sayDocument(data, when, (field, fault) => {
    if (fault) faults[field] ??= [fault];
  });
  return faults;
}

/** The key fields (SCN-06) that a form would change; filling in what is empty is no change. */
export function changedKeyFields(known: CustomerData, data: CustomerData, mainPhone: string | null): string[] {
  const changed: string[] = (["name", "idType", "idNumber"] as const).filter(
    (field) => known[field] !== null && known[field] !== data[field],
  );
  const numbers = [data.mobile, data.homePhone, ...data.otherPhones];
  if (mainPhone && !numbers.includes(mainPhone)) changed.push(known.homePhone === mainPhone ? "homePhone" : "mobile");
  return changed;
}

type Say = (field: string, fault: string | null) => void | false;

function sayMissing(data: CustomerData, family: boolean, say: Say): void {
  if (!data.idNumber) say("idNumber", "请填写证件号码");
  if (data.kind === "PERSON" && data.sex === "NONE") say("sex", "个人客户的性别只能是男或女");
  if (family) return;
  if (!data.registeredPlace) say("registeredPlace", data.kind === "COMPANY" ? "请填写注册地址" : "请填写户口所在地");
  if (!data.emergencyName) say("emergencyName", "请填写紧急联络人");
  if (!data.emergencyPhone) say("emergencyPhone", "请填写紧急联络人电话");
  if (!data.mobile && !data.homePhone) say("mobile", "手机和家庭电话至少填一项");
}

function sayDocument(data: CustomerData, { today, known }: { today: string; known?: CustomerData }, say: Say): void {
  if (data.kind === "PERSON" && data.idType === "CREDIT_CODE") say("idType", "统一社会信用代码只用于公司客户");
  if (data.kind === "COMPANY" && data.idType !== "CREDIT_CODE" && data.idType !== "OTHER") {
    say("idType", "公司客户的证件只能是统一社会信用代码或其他证件");
  }
  if (data.birthday && data.birthday > today) say("birthday", "出生日期不能晚于今天");
  if (!data.idNumber) return;
  if (data.idNumber !== known?.idNumber || data.idType !== known.idType) {
    if (isPlaceholderIdNumber(data.idNumber)) say("idNumber", "这是“没有证件”的占位号码，不是真实证件号码");
    else if (data.idType === "ID_CARD") say("idNumber", idCardFault(data.idNumber, today));
    else if (data.idType) say("idNumber", documentFault(data.idType as IdType, data.idNumber));
  }
  const onCard = data.idType === "ID_CARD" ? readIdCard(data.idNumber)?.birthDate : undefined;
  if (onCard && data.birthday && onCard !== data.birthday) say("birthday", `出生日期与身份证号码中的 ${onCard} 不一致`);
}
