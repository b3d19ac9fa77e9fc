import { HttpStatus } from "@nestjs/common";
import { RuleViolation } from "../common/rule-violation.js";

export const sameCustomerExists = (number: string, name: string, customerId: string) =>
  new RuleViolation("CUSTOMER_EXISTS", `证件号码与客户 ${name}（${number}）相同，请直接使用该客户，不要重复录入`, HttpStatus.CONFLICT, { customerId });

export const sharesOver100 = (total: string) => new RuleViolation("SHARES_OVER_100", `同一时间业主的产权份额合计 ${total}%，超过 100%`);

export const relationOverlaps = (name: string, from: string, to: string | null) =>
  new RuleViolation("RELATION_OVERLAPS", `${name}在 ${from} 至 ${to ?? "今后"} 已有相同的客房关系`);

export const relationEnded = () => new RuleViolation("RELATION_ENDED", "这条客房关系已经结束");

export const lastOwner = () => new RuleViolation("LAST_OWNER", "房间任何时候都要有业主或建设单位；更换业主请先加入新业主");

export const payerStillSet = (name: string) => new RuleViolation("PAYER_STILL_SET", `${name}仍是该房间的收费对象，请先变更收费对象`);

export const payerRequired = () =>
  new RuleViolation("PAYER_REQUIRED", "公司户和有多个业主的房间必须选择收费对象（CUS-09）", HttpStatus.BAD_REQUEST);

export const payerNotRelated = () => new RuleViolation("PAYER_NOT_RELATED", "收费对象必须是与该房间有关系的客户");

export const payerOverlapsLater = (from: string) =>
  new RuleViolation("PAYER_OVERLAPS", `从 ${from} 起已另有收费对象，请先结束它或选择更早的结束日期`);
