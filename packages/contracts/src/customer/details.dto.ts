import { Choice, Choices, DateOnly, Flag, Id, Ids, Text } from "../common/fields.js";
import { CustomerPath } from "./customer.dto.js";
import { type IdType, idTypeLabels } from "./customer.enums.js";
import {
  type AddressKind,
  addressKindLabels,
  type ContactWay,
  contactWayLabels,
  type Language,
  languageLabels,
  type NotCollected,
  notCollectedLabels,
  type PhoneCheck,
  phoneCheckLabels,
  type PhoneKind,
  phoneKindLabels,
  type TitleKind,
  titleKindLabels,
} from "./details.enums.js";

export class CustomerPartPath extends CustomerPath {
  @Id("记录编号") partId: string;
}

/** The key fields of a customer (SCN-06): changed only with a reason, and the history keeps both sides masked. */
export class ChangeKeyDataDto {
  @Text("客户名称", { max: 60 }) name: string;
  @Choice("证件名称", idTypeLabels) idType: IdType;
  /** Checked by its kind. Left out: unchanged. */
  @Text("证件号码", { max: 40, optional: true }) idNumber?: string | null;
  /** The main telephone. Left out: unchanged. */
  @Text("主要电话", { max: 30, optional: true }) mainPhone?: string | null;
  /** How it was made sure that the new main telephone is the customer's; needed when it changes. */
  @Choice("电话核实方式", phoneCheckLabels, { optional: true }) phoneCheck?: PhoneCheck | null;
  @Text("修改原因", { min: 2, max: 200 }) reason: string;
}

/** One telephone of a customer (SCN-06). */
export class SavePhoneDto {
  @Choice("电话类型", phoneKindLabels) kind: PhoneKind;
  /** Full-width digits and blanks are brought to half width. On a change: left out unchanged. */
  @Text("电话号码", { max: 30, optional: true }) number?: string | null;
  /** e.g. 工作日白天 */
  @Text("说明", { max: 40, optional: true }) label?: string | null;
  /** How it was made sure today that the number is the customer's; left out: not verified. */
  @Choice("核实方式", phoneCheckLabels, { optional: true }) verifiedHow?: PhoneCheck | null;
}

/** Another number becomes the main one; a key field, hence the reason. */
export class MainPhoneDto {
  @Choice("核实方式", phoneCheckLabels) verifiedHow: PhoneCheck;
  @Text("修改原因", { min: 2, max: 200 }) reason: string;
}

/** A telephone, masked. */
export class CustomerPhoneDto {
  id: string;
  kind: PhoneKind;
  numberMasked: string;
  label: string | null;
  isMain: boolean;
  verifiedOn: string | null;
  verifiedByName: string | null;
  verifiedHow: PhoneCheck | null;
}

/** A further address; the first postal and registered address stand among the customer's own fields. */
export class SaveAddressDto {
  @Choice("地址类型", addressKindLabels) kind: AddressKind;
  @Text("地址", { max: 200 }) text: string;
}

export class CustomerAddressDto {
  id: string;
  kind: AddressKind;
  text: string;
}

/** An invoice title (抬头). */
export class SaveInvoiceTitleDto {
  @Choice("抬头类型", titleKindLabels) kind: TitleKind;
  @Text("抬头名称", { max: 100 }) title: string;
  /** Needed for companies: a unified social credit code with its check character, or an older number of 15 or 20. */
  @Text("纳税人识别号", { max: 30, optional: true }) taxNumber?: string | null;
  @Text("地址", { max: 200, optional: true }) address?: string | null;
  @Text("电话", { max: 30, optional: true }) phone?: string | null;
  @Text("开户银行", { max: 100, optional: true }) bank?: string | null;
  /** Stored encrypted, shown by its last four digits. On a change: left out unchanged, null removes it. */
  @Text("银行账号", { max: 40, optional: true }) account?: string | null;
  @Flag("默认抬头", { optional: true }) isDefault?: boolean | null;
}

export class InvoiceTitleDto {
  id: string;
  kind: TitleKind;
  title: string;
  taxNumber: string | null;
  address: string | null;
  phone: string | null;
  bank: string | null;
  accountMasked: string | null;
  isDefault: boolean;
}

/** A person to talk to at a company. */
export class SaveContactDto {
  @Text("姓名", { max: 60 }) name: string;
  @Text("职务", { max: 40, optional: true }) position?: string | null;
  /** On a change: left out unchanged, null removes it. */
  @Text("手机", { max: 30, optional: true }) mobile?: string | null;
  /** On a change: left out unchanged, null removes it. */
  @Text("办公电话", { max: 30, optional: true }) officePhone?: string | null;
  @Text("电子邮箱", {
    max: 100,
    optional: true,
    pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    patternMessage: "电子邮箱格式不正确（如 name@example.com）",
  })
  email?: string | null;
  @Flag("主要联系人", { optional: true }) isMain?: boolean | null;
  /** First day. */
  @DateOnly("起始日期", { optional: true }) startsOn?: string | null;
  /** Last day. */
  @DateOnly("结束日期", { optional: true }) endsOn?: string | null;
}

export class CustomerContactDto {
  id: string;
  name: string;
  position: string | null;
  mobileMasked: string | null;
  officePhoneMasked: string | null;
  email: string | null;
  isMain: boolean;
  startsOn: string | null;
  endsOn: string | null;
}

/** How a customer wants to be spoken to. */
export class SavePreferencesDto {
  @Choice("联系方式", contactWayLabels, { optional: true }) contactWay?: ContactWay | null;
  /** e.g. 工作日 18:00 以后 */
  @Text("联系时间", { max: 60, optional: true }) contactHours?: string | null;
  @Choice("语言", languageLabels, { optional: true }) language?: Language | null;
  @Flag("不接收营销信息") noMarketing: boolean;
}

export class PreferencesDto {
  contactWay: ContactWay | null;
  contactHours: string | null;
  language: Language | null;
  noMarketing: boolean;
}

/** All tags a customer carries from now on. */
export class TagCustomerDto {
  @Ids("标签", { min: 0, max: 20 }) tagIds: string[];
}

/** The mandatory fields a project does not collect (GAP-16). */
export class NotCollectedDto {
  @Choices("不收集的字段", notCollectedLabels) fields: NotCollected[];
  @Text("原因", { min: 2, max: 200 }) reason: string;
}

export class CollectedFieldsDto {
  notCollected: NotCollected[];
}

/** What belongs to a customer beside his own fields. */
export class CustomerDetailsDto {
  phones: CustomerPhoneDto[];
  addresses: CustomerAddressDto[];
  invoiceTitles: InvoiceTitleDto[];
  contacts: CustomerContactDto[];
  preferences: PreferencesDto;
}

/** The unmasked bank account of an invoice title; the look is logged. */
export class UnmaskedAccountDto {
  account: string | null;
}
