import { HttpStatus } from "@nestjs/common";
import { RuleViolation } from "../../common/rule-violation.js";

export const yearBeforeStart = (year: number, first: string) =>
  new RuleViolation("ARCHIVE_BEFORE_START", `${year} 年早于本管理区启用收费的月份 ${first}，没有账目可以归档`);
export const noClosedMonth = (year: number) =>
  new RuleViolation("ARCHIVE_NO_MONTH", `${year} 年还没有已月结的月份，月结以后再导出`, HttpStatus.CONFLICT);
export const yearOpen = (year: number, open: readonly string[]) =>
  new RuleViolation(
    "ARCHIVE_YEAR_OPEN",
    `${year} 年还有未月结的月份：${open.join("、")}。全部月结后再导出，或勾选“先导出已月结的月份”，导出的档案标为不完整`,
    HttpStatus.CONFLICT,
  );
export const archiveRunning = (year: number, number: string) =>
  new RuleViolation("ARCHIVE_RUNNING", `${year} 年的档案正在导出（${number}），请等它完成`, HttpStatus.CONFLICT);
export const archiveIdReused = () =>
  new RuleViolation("ID_REUSED", "这个编号已用于另一次档案导出，请重新填写", HttpStatus.CONFLICT);
export const numbersForbidden = () =>
  new RuleViolation("ARCHIVE_NUMBERS", "档案包含完整号码时，还需要权限“查看完整证件与电话”", HttpStatus.FORBIDDEN);
export const monthOpened = (period: string) =>
  new RuleViolation("ARCHIVE_MONTH_OPEN", `${period} 在导出以前被反结账，请重新月结后再导出`);
export const figuresDiffer = (lines: readonly string[]) =>
  new RuleViolation(
    "ARCHIVE_DIFFERS",
    `账目与月结快照不一致，没有生成档案：${lines.join("；")}。请在“账务校验”中查明原因`,
  );
export const archiveCancelled = () => new RuleViolation("CANCELLED", "档案导出已取消，没有生成文件");
export const archiveNotReady = (status: string) =>
  new RuleViolation("ARCHIVE_NOT_READY", `这次档案导出${status}，没有可以下载的文件`);
export const archiveExpired = (days: number) =>
  new RuleViolation("ARCHIVE_EXPIRED", `文件只保留 ${days} 天，已过期，请重新导出`, HttpStatus.GONE);
export const archiveGone = () =>
  new RuleViolation("ARCHIVE_FILE_GONE", "档案文件已不在服务器上，请重新导出", HttpStatus.GONE);
export const notArchiveRequester = () =>
  new RuleViolation("ARCHIVE_NOT_OWN", "包含完整号码的档案只有导出的人可以下载", HttpStatus.FORBIDDEN);
