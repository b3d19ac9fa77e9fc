import type { IdType } from "../customer/customer.enums.js";

/**
 * Checks of document numbers, telephone numbers and number plates. Without any dependency, so that the console, the API
 * and the imports refuse the same things in the same words. Each `…Fault` answers a Chinese reason, or null when all is
 * well; it expects normalised text (`normaliseNumber`).
 */

/** The ID number other systems ask for when there is none. */
export const PLACEHOLDER_ID_NUMBER = "111111111111111111";
/** The telephone number other systems ask for when there is none. */
export const PLACEHOLDER_MOBILE = "18999999999";

/** As nearly every number is written already. */
const NORMAL_NUMBER = /^[0-9A-Z]*$/;

/** Full-width characters to half-width, blanks removed, letters in capitals: how a number is stored and compared. */
export function normaliseNumber(value: string): string {
  if (NORMAL_NUMBER.test(value)) return value;
  return value
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200f\ufeff]/gu, "")
    .toUpperCase();
}

const PROVINCES = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(" "),
);
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECK = "10X98765432";

/** The check character of an 18-digit ID number, from its first 17 digits (GB 11643). */
export function idCardCheckDigit(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return ID_CHECK[sum % 11] as string;
}

/** Whether the ID number says "there is none" (all ones, or one digit repeated). */
export const isPlaceholderIdNumber = (value: string): boolean => /^(\d)\1{14,17}$/.test(normaliseNumber(value));

/** Reason to refuse a resident ID number (居民身份证), 18 characters or the old 15 digits. */
export function idCardFault(value: string, today?: string): string | null {
  const number = normaliseNumber(value);
  if (isPlaceholderIdNumber(number)) return `身份证号 ${number} 是“没有”的占位号码，不是真实证件`;
  return number.length === 15 ? oldIdCardFault(number) : residentNumberFault(number, "身份证号", today);
}

function oldIdCardFault(number: string): string | null {
  if (!/^\d{15}$/.test(number)) return "15 位旧身份证号只能是数字";
  if (!PROVINCES.has(number.slice(0, 2))) return `身份证号前两位 ${number.slice(0, 2)} 不是有效的省份代码`;
  const birth = `19${number.slice(6, 8)}-${number.slice(8, 10)}-${number.slice(10, 12)}`;
  return isDay(birth) ? null : `身份证号中的出生日期 ${birth} 不存在`;
}

function residentNumberFault(number: string, label: string, today?: string): string | null {
  if (number.length !== 18) return `${label}应为 18 位，现在是 ${number.length} 位`;
  if (!/^\d{17}[\dX]$/.test(number)) return `${label}前 17 位只能是数字，最后一位是数字或 X`;
  if (!PROVINCES.has(number.slice(0, 2)) && !number.startsWith("9"))
    return `${label}前两位 ${number.slice(0, 2)} 不是有效的省份代码`;
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(birth) || birth < "1880-01-01") return `${label}中的出生日期 ${birth} 不存在`;
  if (today && birth > today) return `${label}中的出生日期 ${birth} 在将来`;
  const check = idCardCheckDigit(number);
  return number[17] === check ? null : `${label} ${number} 的校验位不对：最后一位应为 ${check}，现在是 ${number[17]}`;
}

/** Date of birth, `YYYY-MM-DD`, and sex that a valid ID number tells; null for anything else. */
export function readIdCard(value: string): { birthDate: string; sex: "MALE" | "FEMALE" } | null {
  const number = normaliseNumber(value);
  if (idCardFault(number) !== null) return null;
  const [birth, order] =
    number.length === 15 ? [`19${number.slice(6, 12)}`, number[14]] : [number.slice(6, 14), number[16]];
  const birthDate = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6, 8)}`;
  return { birthDate, sex: Number(order) % 2 === 1 ? "MALE" : "FEMALE" };
}

const CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** The check character of a unified social credit code, from its first 17 characters (GB 32100). */
export function creditCodeCheckDigit(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    sum += CREDIT_ALPHABET.indexOf(first17[i] ?? "") * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] as string;
}

/** Reason to refuse a unified social credit code (统一社会信用代码). */
export function creditCodeFault(value: string): string | null {
  const code = normaliseNumber(value);
  if (code.length !== 18) return `统一社会信用代码应为 18 位，现在是 ${code.length} 位`;
  const odd = [...code].find((c) => !CREDIT_ALPHABET.includes(c));
  if (odd) return `统一社会信用代码不能含 ${odd}（不使用 I、O、S、V、Z）`;
  if (!/^\d{6}$/.test(code.slice(2, 8))) return "统一社会信用代码第 3 至 8 位应为行政区划数字";
  const check = creditCodeCheckDigit(code);
  return code[17] === check ? null : `统一社会信用代码的校验位不对：最后一位应为 ${check}，现在是 ${code[17]}`;
}

/** Reason to refuse a taxpayer number (纳税人识别号): a credit code, or an older number of 15 or 20 characters. */
export function taxNumberFault(value: string): string | null {
  const number = normaliseNumber(value);
  if (number.length === 18) return creditCodeFault(number);
  if (/^[0-9A-Z]{15}$|^[0-9A-Z]{20}$/.test(number)) return null;
  return `纳税人识别号应为 15、18 或 20 位数字和大写字母，现在是 ${number.length} 位`;
}

const patternFault =
  (pattern: RegExp, reason: string) =>
  (value: string): string | null =>
    pattern.test(normaliseNumber(value)) ? null : reason;

/** Reason to refuse a passport number, Chinese or foreign. */
export const passportFault = patternFault(
  /^(?=.*\d)[A-Z0-9]{5,17}$/,
  "护照号码应为 5 至 17 位字母和数字，如 E12345678",
);
/** Reason to refuse a 港澳居民来往内地通行证 (回乡证). */
export const hkMacauPermitFault = patternFault(
  /^[HM]\d{8}(\d{2})?$/,
  "港澳居民来往内地通行证应为 H 或 M 加 8 位数字（旧证 10 位）",
);
/** Reason to refuse a 台湾居民来往大陆通行证 (台胞证). */
export const taiwanPermitFault = patternFault(
  /^\d{8}$|^\d{10}\(?[A-Z]?\)?$/,
  "台湾居民来往大陆通行证应为 8 位数字（旧证 10 位数字加字母）",
);

/** Reason to refuse a 港澳台居民居住证. */
export function hmtResidenceFault(value: string): string | null {
  const number = normaliseNumber(value);
  if (!/^8[123]/.test(number)) return "港澳台居民居住证号码应以 81、82 或 83 开头";
  return residentNumberFault(number, "港澳台居民居住证号码");
}

/** Reason to refuse a 外国人永久居留身份证, of 18 digits (from 2023) or the old 15 characters. */
export function foreignResidenceFault(value: string): string | null {
  const number = normaliseNumber(value);
  if (/^[A-Z]{3}\d{12}$/.test(number)) return null;
  if (!number.startsWith("9")) return "外国人永久居留身份证应为 9 开头的 18 位号码，或旧证 3 位字母加 12 位数字";
  return residentNumberFault(number, "外国人永久居留身份证号码");
}

const DOCUMENT_FAULTS: Record<IdType, (value: string) => string | null> = {
  ID_CARD: (value) => idCardFault(value),
  PASSPORT: passportFault,
  HK_MACAU_PERMIT: hkMacauPermitFault,
  TAIWAN_PERMIT: taiwanPermitFault,
  MILITARY: patternFault(/^[\p{Script=Han}]{0,6}\d{4,12}号?$/u, "军官证号应为“字”号加数字，如 军字第1234567号"),
  CREDIT_CODE: creditCodeFault,
  OTHER: patternFault(/^[\p{L}\p{N}\-()/]{1,40}$/u, "证件号码只能含文字、数字和 - / ( )，最多 40 位"),
};

/** Reason to refuse the number for this kind of document, or null. */
export const documentFault = (kind: IdType, value: string): string | null => DOCUMENT_FAULTS[kind](value);

/** Digits of a telephone number without blanks, dashes between groups and the country code 86; extensions stay (`-801`). */
export function normalisePhone(value: string): string {
  if (/^1[3-9]\d{9}$/.test(value)) return value;
  const text = normaliseNumber(value)
    .replace(/[—–－_]/gu, "-")
    .replace(/^(\+86|0086|86(?=1\d{10}$))-?/, "")
    .replace(/[()]/g, "");
  return /^1[\d-]+$/.test(text) ? text.replaceAll("-", "") : text;
}

/** Whether the mobile number stands for "there is none": 18999999999, one digit repeated, or a block of zeros. */
export const isPlaceholderMobile = (value: string): boolean =>
  normalisePhone(value) === PLACEHOLDER_MOBILE || /^(\d)\1{10}$|^1[3-9]0{9}$/.test(normalisePhone(value));

/** Reason to refuse a mobile number of mainland China: 11 digits beginning with 13 to 19. */
export function mobileFault(value: string): string | null {
  const number = normalisePhone(value);
  if (!/^\d+$/.test(number)) return `手机号 ${value} 含有数字以外的字符`;
  if (number.length !== 11) return `手机号应为 11 位数字，现在是 ${number.length} 位`;
  if (!/^1[3-9]/.test(number)) return "手机号应以 13 至 19 开头";
  return isPlaceholderMobile(number) ? `手机号 ${number} 是“没有”的占位号码` : null;
}

/** Reason to refuse a landline: with or without area code, with or without extension, or 400/800. */
export const landlineFault = (value: string): string | null =>
  /^((0\d{2,3}-?)?[2-9]\d{6,7}|[48]00-?\d{3}-?\d{4})(-\d{1,6})?$/.test(normalisePhone(value))
    ? null
    : "固定电话应为 7 至 8 位号码，可加区号和分机，如 0755-82345678-801";

/** Reason to refuse a telephone number of either kind. */
export function phoneFault(value: string): string | null {
  const number = normalisePhone(value);
  if (/^1\d/.test(number)) return mobileFault(number);
  return landlineFault(number) === null ? null : "电话应为 11 位手机号，或固定电话（如 0755-12345678）";
}

const PLATE_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
const PLATES = [
  new RegExp(`^[${PLATE_PROVINCES}][A-HJ-NP-Z](?=.*\\d)[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9学警港澳挂]$`),
  new RegExp(`^[${PLATE_PROVINCES}][A-HJ-NP-Z]([A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])$`),
  new RegExp(`^[${PLATE_PROVINCES}][A-HJ-NP-Z]\\d{4}领$`),
  /^使\d{6}$|^\d{6}使$/,
  new RegExp(`^WJ[${PLATE_PROVINCES}]?\\d{4}[\\dA-Z]$`),
  /^[A-Z]{2}\d{5}$/,
];

/** A number plate as stored: capitals, no blanks, no dot or dash. */
export const normalisePlate = (value: string): string => normaliseNumber(value).replace(/[·•・.-]/gu, "");

/** Reason to refuse a number plate (车牌号): 7 characters, 8 for new-energy cars, and the special series. */
export function plateFault(value: string): string | null {
  const plate = normalisePlate(value);
  if (PLATES.some((pattern) => pattern.test(plate))) return null;
  if (/^\p{Script=Han}?[A-Z0-9]*[IO]/u.test(plate)) return `车牌号 ${plate} 不能含字母 I 或 O`;
  return `车牌号 ${plate} 格式不对：应为省份简称、字母加 5 位，新能源车 6 位，如 粤B12345、粤BD12345`;
}

/** Whether `YYYY-MM-DD` is a day of the calendar. */
function isDay(date: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= length;
}
