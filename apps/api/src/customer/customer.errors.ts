import { HttpStatus } from "@nestjs/common";
import type { HoldDto } from "@linli/contracts";
import { InvalidInput, RuleViolation } from "../common/rule-violation.js";

export const sameCustomerExists = (number: string, name: string, customerId: string) =>
  new RuleViolation(
    "CUSTOMER_EXISTS",
    `证件号码与客户 ${name}（${number}）相同，请直接使用该客户，不要重复录入`,
    HttpStatus.CONFLICT,
    { customerId },
  );

export const customerInUse = (what: string) => new RuleViolation("CUSTOMER_IN_USE", `该客户已有${what}，不能删除`);

export const sharesOver100 = (room: string, total: string) =>
  new RuleViolation("SHARES_OVER_100", `房间 ${room} 同一时间业主的产权份额合计 ${total}%，超过 100%`);

export const relationOverlaps = (name: string, from: string, to: string | null) =>
  new RuleViolation("RELATION_OVERLAPS", `${name}在 ${from} 至 ${to ?? "今后"} 已有相同的客房关系`);

export const relationEnded = () => new RuleViolation("RELATION_ENDED", "这条客房关系已经结束");

export const lastOwner = (day: string) =>
  new RuleViolation(
    "LAST_OWNER",
    `房间任何时候都要有业主或建设单位，而 ${day} 没有；更换业主请用“调整业主与份额”或先加入新业主`,
  );

export const outsideRoomLife = (
  room: string,
  { startsOn, endedOn }: { startsOn: string | null; endedOn: string | null },
) =>
  new RuleViolation(
    "OUTSIDE_ROOM_LIFE",
    `房间 ${room} 存在于 ${startsOn ?? "一直以来"} 至 ${endedOn ?? "今后"}，客房关系不能超出这段时间`,
  );

export const startsBeforeBirth = (name: string, birthday: string) =>
  new InvalidInput({ startsOn: [`${name}出生于 ${birthday}，起始日期不能早于这一天`] });

export const notInForce = (name: string, from: string, to: string | null) =>
  new InvalidInput({ from: [`${name}的这条关系从 ${from} 到 ${to ?? "今后"}，变更日期应在这段时间内`] });

export const laterOwners = (name: string, day: string) =>
  new RuleViolation("LATER_OWNERS", `${name}已登记自 ${day} 起为业主；请选择这一天之后的日期，或先更正那条关系`);

export const laterRelations = (name: string, day: string) =>
  new RuleViolation("LATER_RELATIONS", `${name}的客房关系自 ${day} 才开始，请先更正或处理这条关系`);

export const ownersChanged = () =>
  new RuleViolation("OWNERS_CHANGED", "业主刚刚被别人修改过，请刷新后按最新的业主与份额重新填写");

export const payerStillSet = (name: string) =>
  new RuleViolation("PAYER_STILL_SET", `${name}仍是该房间的收费对象，请先变更收费对象`);

export const payerRequired = (day: string) =>
  new RuleViolation(
    "PAYER_REQUIRED",
    `公司户和有多个业主的房间必须选择收费对象：${day} 起没有对全部收费项目的收费对象`,
    HttpStatus.BAD_REQUEST,
  );

export const payerNotRelated = (day: string) =>
  new RuleViolation("PAYER_NOT_RELATED", `收费对象在 ${day} 必须是与该房间有关系的客户，或本管理区的建设单位`);

export const payerOutlastsRelation = (until: string) =>
  new RuleViolation("PAYER_NOT_RELATED", `该客户与房间的关系到 ${until} 为止，收费对象的结束日期不能晚于这一天`);

export const payerOverlapsLater = (from: string) =>
  new RuleViolation("PAYER_OVERLAPS", `从 ${from} 起已另有收费对象，结束日期应早于这一天`);

export const payerEnded = (on: string) => new RuleViolation("PAYER_ENDED", `这条收费对象已于 ${on} 结束，不能再延后`);

export const documentOfAnother = (name: string, owner: string) =>
  new RuleViolation("DOCUMENT_OF_ANOTHER", `${name}的证件号码与客户${owner}相同，请核对后再导入`);

export const payersOverlap = (room: string, day: string) =>
  new RuleViolation("PAYER_OVERLAPS", `房间 ${room} 自 ${day} 起有两个收费对象，请只保留一个`);

export const consentRequired = (name: string) =>
  new RuleViolation(
    "CONSENT_REQUIRED",
    `${name}未满 14 岁，须先取得监护人同意：请填写同意的监护人、日期和方式`,
    HttpStatus.BAD_REQUEST,
  );

export const memberHeld = (name: string, room: string, holds: HoldDto[]) =>
  new RuleViolation(
    "MEMBER_HELD",
    `${name}还不能从房间 ${room} 删除：${holds.map(({ text }) => text).join("；")}`,
    HttpStatus.CONFLICT,
    { holds },
  );
const KEY_DATA = "属于关键信息，请用“修改关键信息”办理并说明原因";

export const keyDataLocked = (fields: string[]) =>
  new InvalidInput(
    Object.fromEntries(fields.map((field) => [field, [`${keyFieldNames[field] ?? "主要电话"}${KEY_DATA}`]])),
  );

const keyFieldNames: Record<string, string> = { name: "客户名称", idType: "证件名称", idNumber: "证件号码" };

export const mainPhoneIsKeyData = () => new RuleViolation("KEY_DATA", `主要电话${KEY_DATA}`);

export const lastPhone = () => new RuleViolation("LAST_PHONE", "这是客户唯一的电话，不能删除");

export const mergeRefused = (refusals: string[]) =>
  new RuleViolation("MERGE_REFUSED", `不能合并：${refusals.join("；")}`, HttpStatus.CONFLICT, { refusals });

export const mergeUndone = () => new RuleViolation("MERGE_UNDONE", "这次合并已经撤销");

export const mergeHeld = (blockers: string[]) =>
  new RuleViolation("MERGE_HELD", `合并后已有${blockers.join("、")}，不能撤销`, HttpStatus.CONFLICT, { blockers });

export const roomsBusy = () => new RuleViolation("BUSY", "同时有人在改这两个客户，请重试");

export const customerMerged = (name: string, number: string, customerId: string) =>
  new RuleViolation("CUSTOMER_MERGED", `该客户已并入 ${name}（${number}），请在那里办理`, HttpStatus.CONFLICT, {
    customerId,
  });

export const requestState = (before: string, after: string) =>
  new RuleViolation("REQUEST_STATE", `请求${before}，不能改为${after}`);

export const deletionHeld = (holds: string[]) =>
  new RuleViolation("DELETION_HELD", `还不能删除：${holds.join("；")}`, HttpStatus.CONFLICT, { holds });

export const customerAnonymised = () =>
  new RuleViolation("CUSTOMER_ANONYMISED", "该客户的个人信息已匿名化，不能再修改");

export const contactsOfPerson = () => new RuleViolation("CONTACTS_OF_PERSON", "只有公司客户登记联系人");
