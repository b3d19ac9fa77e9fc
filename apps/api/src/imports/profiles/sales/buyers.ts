import { type IdType, normaliseNumber, normalisePhone, phoneFault } from "@linli/contracts/enums";
import { Decimal } from "decimal.js";

/** One of the buyers a cell names. */
export interface Buyer {
  name: string;
  company: boolean;
  idNumber: string | null;
  mobile: string | null;
  homePhone: string | null;
  otherPhones: string[];
  /** Fraction, a decimal string; null when nothing was said. */
  share: string | null;
}

/** What a row says of its buyers, and what is wrong with it. */
export interface Buyers {
  buyers: Buyer[];
  faults: { field: "buyers" | "idNumber" | "phones" | "shares"; refuse: boolean; message: string }[];
}

const SEPARATORS = /[、,，;；\n\t|]+|(?<=[\u4e00-\u9fa5])\s*[/／&＆]\s*(?=[\u4e00-\u9fa5])/u;
const NUMBER_SEPARATORS = /[、,，;；\n\t|/／\s]+/u;
const COMPANY = /公司|集团|企业|中心|事务所|合作社|委员会|银行|学校|医院|研究院|协会|基金会$/u;
const SCIENTIFIC = /^\d(\.\d+)?E\+?\d+$/i;

const parts = (text: string | null, separators: RegExp): string[] =>
  text === null
    ? []
    : text
        .split(separators)
        .map((part) => part.trim())
        .filter(Boolean);

/**
 * Splits a row's cells into buyers: 张三、李四 with their documents, telephones and shares in the same order. One
 * telephone or share for several people is the first one's, or everybody's.
 */
export function splitBuyers(row: {
  names: string | null;
  ids: string | null;
  phones: string | null;
  shares: string | null;
  idType: IdType | null;
}): Buyers {
  const names = parts(row.names, SEPARATORS);
  const ids = parts(row.ids, NUMBER_SEPARATORS);
  const phones = parts(row.phones, NUMBER_SEPARATORS);
  const faults: Buyers["faults"] = [];
  if (new Set(names).size < names.length)
    faults.push({ field: "buyers", refuse: true, message: `买受人重复：${names.join("、")}` });
  if (ids.length > 0 && ids.length !== names.length)
    faults.push({
      field: "idNumber",
      refuse: true,
      message: `买受人 ${names.length} 位，证件号码 ${ids.length} 个，不能一一对应`,
    });
  for (const id of ids.filter((text) => SCIENTIFIC.test(text)))
    faults.push({
      field: "idNumber",
      refuse: true,
      message: `证件号码 ${id} 是科学计数法，原来的数字已经丢失，请在表格里设为文本后重填`,
    });
  const shares = splitShares(row.shares, names.length, faults);
  const perPerson = phones.length === names.length;
  if (phones.length > 0 && names.length > 1 && !perPerson)
    faults.push({
      field: "phones",
      refuse: false,
      message: `买受人 ${names.length} 位，电话 ${phones.length} 个，记在第一位 ${names[0]} 名下`,
    });
  const buyers = names.map((name, at) => ({
    name,
    company: row.idType === "CREDIT_CODE" || COMPANY.test(name),
    idNumber: ids.length === names.length ? normaliseNumber(ids[at] ?? "") : null,
    ...phonesOf(perPerson ? phones.slice(at, at + 1) : at === 0 ? phones : []),
    share: shares[at] ?? null,
  }));
  return { buyers, faults };
}

/** The first mobile, the first landline, and the rest. What is no telephone stays where its fault is found. */
function phonesOf(phones: readonly string[]): Pick<Buyer, "mobile" | "homePhone" | "otherPhones"> {
  const numbers = phones.map(normalisePhone);
  const mobile = numbers.find((number) => /^1\d{10}$/.test(number)) ?? null;
  const homePhone = numbers.find((number) => number !== mobile && !/^1\d/.test(number)) ?? null;
  const rest = numbers.filter((number) => number !== mobile && number !== homePhone);
  if (mobile === null && rest[0] !== undefined) return { mobile: rest[0], homePhone, otherPhones: rest.slice(1) };
  return { mobile, homePhone, otherPhones: rest.filter((number) => phoneFault(number) === null) };
}

/** 50%、50%, 0.5/0.5, 1/2 and 1/2, 50:50, 共同共有 (nothing said). */
function splitShares(text: string | null, count: number, faults: Buyers["faults"]): string[] {
  if (text === null || count === 0) return [];
  if (/共有|共同|平均|均等|单独|各/u.test(text) && !/\d/.test(text)) return [];
  const given = parts(text, /[、,，;；:：\n\t\s|]+/u).map(fractionOf);
  if (given.some((share) => share === null) || (given.length !== count && given.length > 1)) {
    faults.push({ field: "shares", refuse: true, message: `产权比例“${text}”与 ${count} 位买受人对不上` });
    return [];
  }
  const shares = given.filter((share) => share !== null);
  if (shares.length === 1 && count > 1) return Array.from({ length: count }, () => shares[0] ?? "0");
  return shares;
}

function fractionOf(text: string): string | null {
  if (text === "100%" || text === "1") return "1";
  const fraction = /^(\d+)\/(\d+)$/.exec(text);
  if (fraction && Number(fraction[2]) > 0)
    return new Decimal(fraction[1] ?? 0)
      .div(fraction[2] ?? 1)
      .toDecimalPlaces(6, Decimal.ROUND_DOWN)
      .toFixed();
  const number = /^(\d+(?:\.\d+)?)([%％]?)$/u.exec(text);
  if (!number) return null;
  const value = new Decimal(number[1] ?? 0);
  return (number[2] || value.gt(1) ? value.div(100) : value).toFixed();
}

/** The whole in equal parts of a hundredth of a per cent; what is left over goes to the first ones (BIL-31). */
export function equalShares(count: number): string[] {
  const units = 1_000_000;
  const each = Math.floor(units / count);
  return Array.from({ length: count }, (_, at) =>
    new Decimal(each + (at < units - each * count ? 1 : 0)).div(units).toFixed(),
  );
}
