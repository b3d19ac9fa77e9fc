import {
  type EInvoiceBuyerDto,
  type EInvoiceLeaseDto,
  normaliseNumber,
  normalisePhone,
  phoneFault,
  taxNumberFault,
} from "@linli/contracts";
import { maskAccount, maskPhone, type PersonalData } from "../../common/crypto.js";
import { InvalidInput } from "../../common/rule-violation.js";
import type { EInvoice } from "./e-invoice.entity.js";

type BuyerColumns = Pick<
  EInvoice,
  | "buyerKind"
  | "buyerName"
  | "buyerTaxNumber"
  | "buyerAddress"
  | "buyerPhone"
  | "buyerBank"
  | "accountCipher"
  | "accountMasked"
  | "emailCipher"
  | "emailMasked"
  | "mobileCipher"
  | "mobileMasked"
>;

/** The buyer as he is stored: numbers checked, those of a person encrypted (LAW-31). @throws INVALID_INPUT */
export function buyerColumns(dto: EInvoiceBuyerDto, personal: PersonalData): BuyerColumns {
  const taxNumber = dto.taxNumber ? normaliseNumber(dto.taxNumber) : null;
  const phone = dto.phone ? normalisePhone(dto.phone) : null;
  const mobile = dto.mobile ? normalisePhone(dto.mobile) : null;
  const account = dto.account ? normaliseNumber(dto.account).replaceAll("-", "") : null;
  const fields: Record<string, string[]> = {};
  const say = (field: string, fault: string | null) => {
    if (fault) fields[`buyer.${field}`] = [fault];
  };
  if (dto.kind === "COMPANY") say("taxNumber", taxNumber ? taxNumberFault(taxNumber) : "企业抬头请填写纳税人识别号");
  else if (taxNumber) say("taxNumber", "个人抬头不填写纳税人识别号");
  if (phone) say("phone", phoneFault(phone));
  if (mobile && !/^1[3-9]\d{9}$/.test(mobile)) say("mobile", "手机应为 11 位手机号");
  if (account && !/^\d{6,30}$/.test(account)) say("account", "银行账号应为 6 至 30 位数字");
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
  return {
    buyerKind: dto.kind,
    buyerName: dto.name,
    buyerTaxNumber: taxNumber,
    buyerAddress: dto.address ?? null,
    buyerPhone: phone,
    buyerBank: dto.bank ?? null,
    accountCipher: account && personal.encrypt(account),
    accountMasked: account && maskAccount(account),
    emailCipher: dto.email ? personal.encrypt(dto.email) : null,
    emailMasked: dto.email ? maskEmail(dto.email) : null,
    mobileCipher: mobile && personal.encrypt(mobile),
    mobileMasked: maskPhone(mobile),
  };
}

/** The first letter and the domain. */
const maskEmail = (email: string): string => email.replace(/^(.).*@/, "$1***@");

/** What is wrong with the data of a lease, by field. */
export function refuseLease(lease: EInvoiceLeaseDto | null | undefined, isLease: boolean): void {
  if (isLease && !lease)
    throw new InvalidInput({ lease: ["租赁项目请填写不动产租赁信息：地址、租赁期、产权证书号等"] });
  if (!isLease && lease) throw new InvalidInput({ lease: ["没有租赁项目，不用填写不动产租赁信息"] });
  if (lease && lease.leaseTo < lease.leaseFrom)
    throw new InvalidInput({ "lease.leaseTo": ["租赁期止不能早于租赁期起"] });
}
