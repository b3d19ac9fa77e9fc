import { RuleViolation } from "../../common/rule-violation.js";

export const nothingPaid = () =>
  new RuleViolation("CHARGE_NOT_PAID", "这笔应收没有收过款，请直接红冲后重新登记，或在批次中重新出账");

export const correctionNotNeeded = () => new RuleViolation("AMOUNT_SAME", "正确金额与原金额相同，不需要更正");

export const chargeReduced = () =>
  new RuleViolation("CHARGE_REDUCED", "这笔应收有减免、核销或部分红冲，请先冲回，再更正金额");

export const depositNotCorrected = () => new RuleViolation("FEE_ITEM_KIND", "押金的金额不能更正；请退还后重新登记");

export const correctionIdReused = () =>
  new RuleViolation("ID_REUSED", "这个编号已用于另一笔内容不同的应收，请刷新页面后重新更正");
