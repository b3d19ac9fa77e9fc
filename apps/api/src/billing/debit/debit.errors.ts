import {
  type DebitAgreementStatus,
  debitAgreementStatusLabels,
  debitBatchStatusLabels,
  type DebitBatchStatus,
} from "@linli/contracts";
import { RuleViolation } from "../../common/rule-violation.js";

export const chargeOnDebit = (charge: string, batchNo: string) =>
  new RuleViolation("CHARGE_ON_DEBIT", `${charge} 正在银行托收批次 ${batchNo} 中，回盘或作废批次以后才能办理`);

export const agreementState = (agreementNo: string, status: DebitAgreementStatus, verb: string) =>
  new RuleViolation(
    "DEBIT_AGREEMENT_STATE",
    `划款协议 ${agreementNo} 现在是${debitAgreementStatusLabels[status]}，不能${verb}`,
  );

export const agreementOut = (agreementNo: string, batchNo: string) =>
  new RuleViolation("DEBIT_AGREEMENT_OUT", `划款协议 ${agreementNo} 正在托收批次 ${batchNo} 中扣款，回盘以后才能修改`);

export const noConsent = (customer: string) =>
  new RuleViolation(
    "DEBIT_NO_CONSENT",
    `${customer} 没有单独同意使用托收账户：请先取得同意（签约时勾选，或在客户档案里登记）`,
  );

export const schemeInUse = (agreements: number) =>
  new RuleViolation("DEBIT_SCHEME_IN_USE", `这个方案还有 ${agreements} 份没有终止的划款协议，不能停用`);

export const schemeInactive = (name: string) => new RuleViolation("DEBIT_SCHEME_INACTIVE", `托收方案 ${name} 已停用`);

export const batchState = (batchNo: string, status: DebitBatchStatus, verb: string) =>
  new RuleViolation("DEBIT_BATCH_STATE", `托收批次 ${batchNo} 是${debitBatchStatusLabels[status]}，不能${verb}`);

export const batchEmpty = () => new RuleViolation("DEBIT_BATCH_EMPTY", "批次里没有可以扣款的明细");

export const batchOutdated = (count: number, examples: readonly string[]) =>
  new RuleViolation(
    "DEBIT_BATCH_OUTDATED",
    `建立草稿以后有 ${count} 笔应收或其协议变了（${examples.join("、")}），请重新生成明细后再导出`,
  );

export const linesGone = () =>
  new RuleViolation("DEBIT_LINES_GONE", "要剔除的明细已不在批次里：明细已重新生成，请刷新页面后再剔除");

export const batchIdReused = () => new RuleViolation("ID_REUSED", "这个编号已用于另一个请求，请刷新页面后重新办理");

export const lineNotOpen = (lineNo: number) =>
  new RuleViolation("DEBIT_LINE_STATE", `第 ${lineNo} 行已有结果，不能再次核实`);

export const otherReturn = (batchNo: string) =>
  new RuleViolation("DEBIT_RETURNED", `托收批次 ${batchNo} 已经用另一个文件回盘；一个批次只能回盘一次`);

export const notBalanced = (text: string) => new RuleViolation("DEBIT_CREDIT_TOO_MUCH", text);
