import { Choice, DateOnly, Id, QueryFlag, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import { type ConsentWay, consentWayLabels } from "./customer.enums.js";
import {
  type ConsentAction,
  consentActionLabels,
  type ConsentPurpose,
  consentPurposeLabels,
  type PersonFile,
  personFileLabels,
  type Requester,
  requesterLabels,
  type RequestKind,
  requestKindLabels,
  type RequestState,
  requestStateLabels,
  type RequestWay,
  requestWayLabels,
} from "./privacy.enums.js";

export class PrivacyRequestPath extends ProjectPath {
  @Id("请求编号") requestId: string;
}

/** A new version of the project's privacy notice (LAW-32); versions never change. */
export class PublishNoticeDto {
  /** e.g. 2026-01 */
  @Text("版本", { max: 20 }) version: string;
  @Text("告知内容", { max: 20_000, multiline: true }) text: string;
  /** First day on which it is handed out. */
  @DateOnly("启用日期") startsOn: string;
}

export class PrivacyNoticeDto {
  id: string;
  version: string;
  text: string;
  startsOn: string;
  createdByName: string;
}

/** All versions, the latest first. */
export class PrivacyNoticesDto {
  items: PrivacyNoticeDto[];
}

/** The notice was handed to a customer. */
export class GiveNoticeDto {
  @Id("告知版本") noticeId: string;
  @DateOnly("告知日期") on: string;
  @Choice("告知方式", consentWayLabels) way: ConsentWay;
}

/** A consent is given or withdrawn; withdrawing is always possible. */
export class RecordConsentDto {
  @Choice("用途", consentPurposeLabels) purpose: ConsentPurpose;
  @Choice("同意或撤回", consentActionLabels) action: ConsentAction;
  @DateOnly("日期") on: string;
  @Choice("方式", consentWayLabels) way: ConsentWay;
  @Text("备注", { max: 200, optional: true }) remark?: string | null;
}

/** One entry of the register; entries never change. */
export class ConsentEntryDto {
  id: string;
  /** null: the privacy notice was given. */
  purpose: ConsentPurpose | null;
  action: ConsentAction;
  noticeVersion: string | null;
  on: string;
  way: ConsentWay;
  remark: string | null;
  recordedByName: string;
}

/** How it stands with one purpose today. */
export class ConsentStateDto {
  purpose: ConsentPurpose;
  /** null: never asked. */
  action: ConsentAction | null;
  since: string | null;
}

/** What a customer was told and agreed to. */
export class ConsentsDto {
  /** The version in force today; null when the project has none. */
  currentVersion: string | null;
  /** The version last given to him. */
  givenVersion: string | null;
  states: ConsentStateDto[];
  /** The latest first, at most 200. */
  entries: ConsentEntryDto[];
}

/** Somebody asks about his personal data (LAW-38). */
export class RegisterRequestDto {
  @Choice("请求类型", requestKindLabels) kind: RequestKind;
  @DateOnly("收到日期") receivedOn: string;
  @Choice("收到方式", requestWayLabels) way: RequestWay;
  @Choice("请求人", requesterLabels) requester: Requester;
  /** Needed unless he asks himself. */
  @Text("请求人姓名", { max: 60, optional: true }) requesterName?: string | null;
  @Text("请求内容", { max: 1000, multiline: true }) text: string;
}

/** A request goes on: somebody takes it, answers it, or refuses it with the reason. */
export class AdvanceRequestDto {
  @Choice("状态", requestStateLabels) state: RequestState;
  /** What was answered, or why it was refused; needed to finish. */
  @Text("处理结果", { max: 1000, optional: true, multiline: true }) result?: string | null;
}

export class PrivacyRequestQueryDto extends CursorQueryDto {
  @Choice("状态", requestStateLabels, { optional: true }) state?: RequestState;
  @Choice("请求类型", requestKindLabels, { optional: true }) kind?: RequestKind;
  @Id("客户", { optional: true }) customerId?: string;
  /** Not finished and past the deadline. */
  @QueryFlag("已超期") overdue?: boolean;
}

export class PrivacyRequestDto {
  id: string;
  customerId: string;
  customerName: string;
  customerNumber: string;
  kind: RequestKind;
  receivedOn: string;
  way: RequestWay;
  requester: Requester;
  requesterName: string | null;
  text: string;
  /** Last day for the answer. */
  dueOn: string;
  state: RequestState;
  overdue: boolean;
  handlerName: string | null;
  result: string | null;
  closedAt: string | null;
}

export class PrivacyRequestPageDto extends CursorPageDto<PrivacyRequestDto> {
  declare items: PrivacyRequestDto[];
}

/** Why everything about a person is handed out, or why he is anonymised. */
export class PersonReasonDto {
  @Text("原因", { min: 2, max: 200 }) reason: string;
}

export class ExportPersonDto extends PersonReasonDto {
  /** JSON unless it is named. */
  @Choice("文件格式", personFileLabels, { optional: true }) format?: PersonFile | null;
}

/** What keeps a person's data from being deleted; empty when they can be. */
export class DeletionHoldsDto {
  holds: string[];
  /** What stays with their name all the same, because the law wants it kept. */
  kept: string[];
}
