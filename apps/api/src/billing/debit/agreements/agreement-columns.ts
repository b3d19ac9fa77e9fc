import { documentFault, idCardFault, normaliseNumber, type SaveDebitAgreementDto } from "@linli/contracts";
import { maskAccount, maskIdNumber, maskPhone, type PersonalData } from "../../../common/crypto.js";
import { InvalidInput } from "../../../common/rule-violation.js";
import type { DebitAgreement } from "./debit-agreement.entity.js";

/** The kind of the keyed hash by which an account is found and recognised again. */
export const ACCOUNT = "bank-account";

export const digitsOf = (account: string): string => account.replaceAll(/[ -]/g, "");

/**
 * The columns of an agreement as a form says, over what is saved: numbers it leaves out stay as they are, null removes the
 * document and the telephone.
 * @throws INVALID_INPUT
 */
export function columnsOf(dto: SaveDebitAgreementDto, personal: PersonalData, today: string, known?: DebitAgreement) {
  const faults: Record<string, string[]> = {};
  const account = dto.account ? digitsOf(dto.account) : known ? personal.decrypt(known.accountCipher) : null;
  if (!account) faults.account = ["请填写银行账号"];
  if (dto.validTo && dto.validTo < dto.validFrom) faults.validTo = ["失效日期不能早于生效日期"];
  const idNumber = kept(dto.idNumber && normaliseNumber(dto.idNumber), known?.idNumberCipher, personal);
  const idType = idNumber ? (dto.idType ?? null) : null;
  if (idNumber && !idType) faults.idType = ["请选择开户人证件类型"];
  const idFault =
    dto.idNumber && idType
      ? idType === "ID_CARD"
        ? idCardFault(idNumber!, today)
        : documentFault(idType, idNumber!)
      : null;
  if (idFault) faults.idNumber = [idFault];
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
  const mobile = kept(dto.mobile && digitsOf(dto.mobile), known?.mobileCipher, personal);
  return {
    schemeId: dto.schemeId,
    agreementNo: dto.agreementNo,
    customerId: dto.customerId,
    holder: dto.holder,
    accountCipher: known && !dto.account ? known.accountCipher : personal.encrypt(account!),
    accountHash: personal.hash(ACCOUNT, account!),
    accountMasked: maskAccount(account!),
    accountKind: dto.accountKind,
    bankName: dto.bankName,
    bankCode: dto.bankCode ?? null,
    idType,
    idNumberCipher: idNumber && personal.encrypt(idNumber),
    idNumberMasked: idNumber && maskIdNumber(idNumber),
    mobileCipher: mobile && personal.encrypt(mobile),
    mobileMasked: maskPhone(mobile),
    limitFen: dto.limitFen ?? null,
    validFrom: dto.validFrom,
    validTo: dto.validTo ?? null,
    remark: dto.remark ?? null,
  };
}

function kept(given: string | null | undefined, cipher: string | null | undefined, personal: PersonalData) {
  if (given === undefined) return cipher ? personal.decrypt(cipher) : null;
  return given || null;
}

/** What the audit log keeps of an agreement: nothing that is encrypted. */
export function auditedAgreement(
  row: Partial<DebitAgreement>,
  rooms: readonly string[],
  items: readonly string[],
): object {
  const { accountCipher: _a, accountHash: _h, idNumberCipher: _i, mobileCipher: _m, ...shown } = row;
  return { ...shown, rooms, items };
}
