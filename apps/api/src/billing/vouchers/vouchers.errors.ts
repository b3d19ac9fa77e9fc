import { RuleViolation } from "../../common/rule-violation.js";

export const monthNotClosed = (period: string) =>
  new RuleViolation("PERIOD_NOT_CLOSED", `${period} 还没有月结，账目还会变动；请月结后再导出凭证`);

export const monthWithoutVouchers = (period: string) =>
  new RuleViolation("NO_VOUCHERS", `${period} 没有应收、收款、退款或解缴，没有凭证可以导出`);

export const vouchersUnfit = (period: string, problems: readonly string[]) =>
  new RuleViolation("VOUCHERS_UNFIT", `${period} 的凭证不能导出：${problems.join("；")}`, undefined, {
    problems: [...problems],
  });

export const alreadyExported = (period: string, { exportNo, exportedByName, exportedOn }: StandingExport) =>
  new RuleViolation(
    "VOUCHERS_EXPORTED",
    `${period} 的凭证已由${exportedByName}于 ${exportedOn} 导出（${exportNo}），可以再次下载原来的文件；要按新的科目重新导出，请先作废这次导出`,
  );

/** BIL-92: a month that finance has cannot be opened again. */
export const exportedToFinance = (period: string, { exportNo, exportedByName, exportedOn }: StandingExport) =>
  new RuleViolation(
    "PERIOD_EXPORTED",
    `${period} 的凭证已由${exportedByName}于 ${exportedOn} 导出给财务（${exportNo}），不能反结账；请先与财务确认未入账，在“凭证导出”作废这次导出`,
  );

export const exportCancelled = (exportNo: string) => new RuleViolation("EXPORT_CANCELLED", `${exportNo} 已经作废`);

export const exportIdReused = () => new RuleViolation("ID_REUSED", "这个导出编号已用于另一个月份，请刷新页面后重试");

/** An export that stands, as refusals name it. */
export interface StandingExport {
  exportNo: string;
  exportedByName: string;
  /** The day in the project's time zone. */
  exportedOn: string;
}
