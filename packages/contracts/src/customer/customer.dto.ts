import {
  MAX_FEN,
  Choice,
  DateOnly,
  Decimal,
  Flag,
  Id,
  Part,
  Parts,
  QueryFlag,
  QueryInt,
  Text,
  Texts,
  When,
} from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { AttributeFilter, AttributeValueDto } from "../property/attributes.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import {
  type CustomerKind,
  customerKindLabels,
  type IdType,
  idTypeLabels,
  type Kinship,
  kinshipLabels,
  type RelationRole,
  relationRoleLabels,
  type Sex,
  sexLabels,
} from "./customer.enums.js";
import { GuardianConsentDto, SaveGuardianConsentDto } from "./relations.dto.js";
import { CustomerTagDto } from "./tags.dto.js";
import { PayerDto, RelationDto } from "./room-customers.dto.js";

export class CustomerPath extends ProjectPath {
  @Id("客户编号") customerId: string;
}

/**
 * What a form sends of a customer. On an update name, document and main telephone may be filled in where they are empty;
 * changing them is a matter of the key data (SCN-06). CUS-05/06 demand all of them of owners and tenants; of family members only name, sex,
 * document and number (CUS-07), so the API demands the rest according to what the customer is to his rooms.
 */
export class SaveCustomerDto {
  @Text("客户名称", { max: 60 }) name: string;
  @Choice("客户类型", customerKindLabels) kind: CustomerKind;
  /** Companies: NONE. */
  @Choice("性别", sexLabels) sex: Sex;
  @Choice("证件名称", idTypeLabels) idType: IdType;
  /** Checked by its kind: the ID card's check digit, the credit code's. Left out on an update: unchanged. */
  @Text("证件号码", { max: 40, optional: true }) idNumber?: string | null;
  /** Left out for an ID card: read from its number. */
  @DateOnly("出生日期", { optional: true }) birthday?: string | null;
  /** Companies: the registered address. */
  @Text("户口所在地", { max: 200, optional: true }) registeredPlace?: string | null;
  /** At least one of mobile and home phone. On an update: left out unchanged, null removes it. */
  @Text("手机", { max: 30, optional: true }) mobile?: string | null;
  /** On an update: left out unchanged, null removes it. */
  @Text("家庭电话", { max: 30, optional: true }) homePhone?: string | null;
  /** On an update: left out unchanged. */
  @Texts("其他电话", { max: 30, maxItems: 5, optional: true }) otherPhones?: string[];
  @Text("紧急联络人", { max: 60, optional: true }) emergencyName?: string | null;
  /** On an update: left out unchanged, null removes it. */
  @Text("紧急联络人电话", { max: 30, optional: true }) emergencyPhone?: string | null;
  @Text("通讯地址", { max: 200, optional: true }) address?: string | null;
  @Text("备注", { max: 500, optional: true, multiline: true }) remark?: string | null;
  /** The data was confirmed with the customer today (CUS-08). */
  @Flag("已与客户核对", { optional: true }) confirmed?: boolean | null;
}

/** A new customer together with what he is to a room: the room is chosen first (CUS-03). */
export class CreateCustomerDto extends SaveCustomerDto {
  /** What the project keeps of its customers in addition; mandatory attributes are demanded. */
  @Parts("自定义资料", () => AttributeValueDto, { max: 100, optional: true }) attributes?: AttributeValueDto[] | null;
  /** Companies only: the first person to talk to. */
  @Text("联系人", { max: 60, optional: true }) contactName?: string | null;
  @Id("房间") roomId: string;
  @Choice("与房间的关系", relationRoleLabels) role: RelationRole;
  /** First day. */
  @DateOnly("起始日期") startsOn: string;
  /** Last day, e.g. of a tenancy or an authority. */
  @DateOnly("结束日期", { optional: true }) endsOn?: string | null;
  /** Per cent; owners only. */
  @Decimal("产权份额", { places: 4, max: "100", positive: true, optional: true }) share?: string | null;
  @When((dto: CreateCustomerDto) => dto.role === "FAMILY")
  @Choice("与业主关系", kinshipLabels)
  kinship?: Kinship | null;
  /** Family members: the owner or tenant of the room whose household they belong to (CUS-04). */
  @Id("户主", { optional: true }) headId?: string | null;
  /** Agents: what they may do, for whom. */
  @When((dto: CreateCustomerDto) => dto.role === "AGENT")
  @Text("代理权限", { max: 500, multiline: true })
  authority?: string | null;
  /** Children under 14 who do not own the room: a guardian's consent, unless one is recorded already (LAW-33). */
  @Part("监护人同意", () => SaveGuardianConsentDto, { optional: true }) guardianConsent?: SaveGuardianConsentDto | null;
  @Flag("首要联系人", { optional: true }) isPrimaryContact?: boolean | null;
  /** Makes the customer the payer of the room for all fee items from that day on. */
  @Flag("作为收费对象", { optional: true }) asPayer?: boolean | null;
  /** Somebody else of the room pays from that day on; for company owners and several owners (CUS-09). */
  @Id("收费对象", { optional: true }) payerCustomerId?: string | null;
}

export class UnmaskDto {
  @Text("查看原因", { max: 200, min: 2 }) reason: string;
}

export class CustomerQueryDto extends CursorQueryDto {
  /** Part of the name or number, a whole telephone or ID number, or the last four digits of a telephone. */
  @Text("关键字", { max: 60, optional: true }) q?: string;
  @Choice("客户类型", customerKindLabels, { optional: true }) kind?: CustomerKind;
  @Choice("与房间的关系", relationRoleLabels, { optional: true }) role?: RelationRole;
  @Id("楼栋", { optional: true }) buildingId?: string;
  /** Relation, building and dates may also be those of relations that have ended. */
  @QueryFlag("含以前的关系") ever?: boolean;
  /** First day of a relation lies in this period, both ends included. */
  @DateOnly("关系起始日期起", { optional: true }) startedFrom?: string;
  @DateOnly("关系起始日期止", { optional: true }) startedTo?: string;
  /** Last day of a relation lies in this period; ended relations count then. */
  @DateOnly("关系结束日期起", { optional: true }) endedFrom?: string;
  @DateOnly("关系结束日期止", { optional: true }) endedTo?: string;
  /** Day the room was moved into. */
  @DateOnly("入住日期起", { optional: true }) movedInFrom?: string;
  @DateOnly("入住日期止", { optional: true }) movedInTo?: string;
  /** Full years today. */
  @QueryInt("年龄不小于", { optional: true, max: 150 }) minAge?: number;
  /** Full years today. */
  @QueryInt("年龄不大于", { optional: true, max: 150 }) maxAge?: number;
  @QueryInt("生日月份", { optional: true, min: 1, max: 12 }) birthdayMonth?: number;
  @QueryFlag("未满 14 周岁") under14?: boolean;
  @QueryFlag("有欠费") owing?: boolean;
  /** Owes at least so much over all rooms, in fen. */
  @QueryInt("欠费不少于（分）", { optional: true, min: 1, max: MAX_FEN }) owedFen?: number;
  @QueryFlag("有预收余额") prepaid?: boolean;
  /** Only customers with mandatory fields missing. */
  @QueryFlag("资料不全") incomplete?: boolean;
  /** Whose data was not confirmed since that day, or never (CUS-08). */
  @DateOnly("未核对起始日期", { optional: true }) unconfirmedSince?: string;
  /** User-defined attributes, each `id:value`; see AttributeValueDto for the values. */
  @AttributeFilter() attribute?: string[];
  /** Only customers who carry the tag. */
  @Id("标签", { optional: true }) tagId?: string;
}

/** Asked in a body, never in an address: addresses end up in logs and histories. */
export class FindMatchesDto {
  @Choice("证件名称", idTypeLabels, { optional: true }) idType?: IdType | null;
  @Text("证件号码", { max: 40, optional: true }) idNumber?: string | null;
  @Text("手机", { max: 30, optional: true }) mobile?: string | null;
}

/** A customer in a list; telephone and ID number masked. */
export class CustomerDto {
  id: string;
  number: string;
  name: string;
  kind: CustomerKind;
  sex: Sex | null;
  idType: IdType | null;
  idNumberMasked: string | null;
  mobileMasked: string | null;
  /** Codes of the rooms he has to do with today, at most three. */
  roomCodes: string[];
  roomCount: number;
  /** Names of mandatory fields that are missing. */
  incomplete: string[];
  /** Younger than 14: personal data need a guardian's consent (LAW-33). */
  under14: boolean;
  /** User-defined values, those of attributes switched off as well. */
  attributes: AttributeValueDto[];
  tags: CustomerTagDto[];
}

export class CustomerPageDto extends CursorPageDto<CustomerDto> {
  declare items: CustomerDto[];
}

/** Found again instead of entered twice. */
export class CustomerMatchDto {
  id: string;
  number: string;
  name: string;
  kind: CustomerKind;
  idNumberMasked: string | null;
  mobileMasked: string | null;
  /** What was the same. */
  by: "ID_NUMBER" | "MOBILE";
  roomCodes: string[];
  /** A child under 14 for whom no guardian has consented yet (LAW-33). */
  needsConsent: boolean;
}

/** Customers found again; at most ten, by ID number first. */
export class CustomerMatchesDto {
  items: CustomerMatchDto[];
}

/** A customer's page. */
export class CustomerDetailDto extends CustomerDto {
  birthday: string | null;
  registeredPlace: string | null;
  homePhoneMasked: string | null;
  otherPhonesMasked: string[];
  emergencyName: string | null;
  emergencyPhoneMasked: string | null;
  address: string | null;
  remark: string | null;
  confirmedOn: string | null;
  confirmedByName: string | null;
  /** The customer this entry was merged into; its page leads there. */
  mergedIntoId: string | null;
  relations: RelationDto[];
  payers: PayerDto[];
  /** Consents of guardians to keeping this child's data, the latest first (LAW-33). */
  guardianConsents: GuardianConsentDto[];
  /** Still owed over all rooms, fen. */
  openFen: number;
}

/** The unmasked numbers; every look is logged with its reason. */
export class UnmaskedDto {
  idNumber: string | null;
  mobile: string | null;
  homePhone: string | null;
  otherPhones: string[];
  emergencyPhone: string | null;
}
