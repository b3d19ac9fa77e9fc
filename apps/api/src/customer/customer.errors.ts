import { HttpStatus } from "@nestjs/common";
import { RuleViolation } from "../common/rule-violation.js";

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

export const lastOwner = () =>
  new RuleViolation("LAST_OWNER", "房间任何时候都要有业主或建设单位；更换业主请先加入新业主");

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
