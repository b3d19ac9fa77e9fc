import { Choice, DateOnly, Fen, Flag, Id, Ids, Text } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import { type ConsentWay, consentWayLabels, type IdType, idTypeLabels } from "../../customer/customer.enums.js";
import { ProjectPath } from "../../property/property.dto.js";
import {
  type DebitAccountKind,
  debitAccountKindLabels,
  type DebitAgreementStatus,
  debitAgreementStatusLabels,
} from "./debit.enums.js";

export class DebitAgreementPath extends ProjectPath {
  @Id("划款协议") agreementId: string;
}

/** What an agreement to debit a bank account says (划款协议, BIL-100, MIN-06). */
export class SaveDebitAgreementDto {
  @Id("托收方案") schemeId: string;
  /** Number of the agreement with the bank. */
  @Text("协议号码", { max: 40, pattern: /^[\w\-./]+$/, patternMessage: "协议号码只能用半角字母、数字和 - . / _" })
  agreementNo: string;
  /** 客户名称: for whom the account pays. */
  @Id("客户") customerId: string;
  @Text("开户人", { max: 60 }) holder: string;
  /** Digits as on the card; left out when a saved agreement keeps its account. */
  @Text("银行账号", {
    optional: true,
    max: 40,
    pattern: /^\d(?:[ -]?\d){5,31}$/,
    patternMessage: "银行账号须为 6 至 32 位半角数字",
  })
  account?: string | null;
  @Choice("账户类型", debitAccountKindLabels) accountKind: DebitAccountKind;
  @Text("银行名称", { max: 60 }) bankName: string;
  @Text("银行代码", {
    optional: true,
    max: 20,
    pattern: /^[A-Za-z0-9]+$/,
    patternMessage: "银行代码只能用半角字母和数字",
  })
  bankCode?: string | null;
  @Choice("开户人证件类型", idTypeLabels, { optional: true }) idType?: IdType | null;
  /** The account holder's document; left out when a saved agreement keeps it. */
  @Text("开户人证件号码", { optional: true, max: 30 }) idNumber?: string | null;
  @Text("银行预留手机", { optional: true, max: 20, pattern: /^[\d\- ]+$/, patternMessage: "手机只能用半角数字" })
  mobile?: string | null;
  @Ids("房间", { max: 200 }) roomIds: string[];
  @Ids("收费项目", { max: 100 }) feeItemIds: string[];
  /** Most that may be taken in one debit; no limit when left out. */
  @Fen("每次限额", { optional: true, min: 1 }) limitFen?: number | null;
  @DateOnly("生效日期") validFrom: string;
  @DateOnly("失效日期", { optional: true }) validTo?: string | null;
  @Text("备注", { optional: true, max: 200 }) remark?: string | null;
}

/** The agreement was signed; who holds the account agrees that his account is used (LAW-31). */
export class SignDebitAgreementDto {
  @DateOnly("签约日期") signedOn: string;
  /** That the separate consent was given; not needed when the register of consents has it. */
  @Flag("已取得单独同意", { optional: true }) consented?: boolean;
  @Choice("同意方式", consentWayLabels, { optional: true }) consentWay?: ConsentWay;
}

export class DebitReasonDto {
  @Text("原因", { min: 2, max: 200 }) reason: string;
}

export class DebitAgreementQueryDto extends CursorQueryDto {
  /** Part of the agreement's number, the holder, the customer or a room; a whole account number finds its agreement. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Choice("状态", debitAgreementStatusLabels, { optional: true }) status?: DebitAgreementStatus;
  @Id("托收方案", { optional: true }) schemeId?: string;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("客户", { optional: true }) customerId?: string;
}

export class DebitRoomDto {
  id: string;
  code: string;
}

export class DebitItemDto {
  id: string;
  name: string;
}

export class DebitAgreementDto {
  id: string;
  agreementNo: string;
  status: DebitAgreementStatus;
  /** Why it was suspended, ended or sent back. */
  statusReason: string | null;
  schemeId: string;
  schemeName: string;
  customerId: string;
  customerName: string;
  holder: string;
  /** The last four digits. */
  accountMasked: string;
  accountKind: DebitAccountKind;
  bankName: string;
  bankCode: string | null;
  idType: IdType | null;
  idNumberMasked: string | null;
  mobileMasked: string | null;
  rooms: DebitRoomDto[];
  feeItems: DebitItemDto[];
  limitFen: number | null;
  signedOn: string | null;
  validFrom: string;
  validTo: string | null;
  remark: string | null;
  createdAt: string;
}

export class DebitAgreementPageDto extends CursorPageDto<DebitAgreementDto> {
  declare items: DebitAgreementDto[];
}

/** The whole numbers; each look is logged with its reason. */
export class DebitUnmaskedDto {
  account: string;
  idNumber: string | null;
  mobile: string | null;
}

/** Share of households on debit (FEE-11), of rooms in use that have an owner or somebody who pays. */
export class DebitPromotionRowDto {
  buildingId: string;
  buildingName: string;
  /** Rooms that have somebody who pays. */
  rooms: number;
  /** Of these: rooms with an agreement in force. */
  debited: number;
  /** Agreements that wait for a signature or are suspended. */
  waiting: number;
}

export class DebitPromotionDto {
  rows: DebitPromotionRowDto[];
  rooms: number;
  debited: number;
  waiting: number;
}

export class DebitHouseholdDto {
  /** Of the room. */
  id: string;
  roomCode: string;
  payerNames: string[];
  openFen: number;
}

export class DebitHouseholdQueryDto extends CursorQueryDto {
  @Id("楼栋", { optional: true }) buildingId?: string;
}

/** Households without an agreement, whom to ask. */
export class DebitHouseholdPageDto extends CursorPageDto<DebitHouseholdDto> {
  declare items: DebitHouseholdDto[];
}
