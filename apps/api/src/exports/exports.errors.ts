import { HttpStatus } from "@nestjs/common";
import { type Permission, permissionLabels } from "@linli/contracts";
import { RuleViolation } from "../common/rule-violation.js";

export const exportForbidden = (permission: Permission) =>
  new RuleViolation("EXPORT_RIGHTS", `导出这些内容还需要权限“${permissionLabels[permission]}”`, HttpStatus.FORBIDDEN);
export const nothingToExport = () => new RuleViolation("EXPORT_EMPTY", "按这些条件没有可以导出的数据（0 行）");
export const exportTooLarge = (rows: number, most: number) =>
  new RuleViolation("EXPORT_TOO_LARGE", `共 ${rows} 行，一个文件最多 ${most} 行，请缩小筛选范围后分批导出`);
/** An attribute that is not in use has no column, and its id says nothing to people. */
const columnName = (key: string): string => (key.startsWith("attribute:") ? "已停用的自定义资料" : key.slice(0, 50));
export const columnsUnknown = (keys: readonly string[]) =>
  new RuleViolation(
    "EXPORT_COLUMNS",
    `没有这些列：${[...new Set(keys.map(columnName))].join("、")}`,
    HttpStatus.BAD_REQUEST,
  );
export const exportCancelled = () => new RuleViolation("CANCELLED", "导出已取消，没有生成文件");
export const notRequester = () =>
  new RuleViolation("EXPORT_NOT_OWN", "只有申请导出的人可以下载文件", HttpStatus.FORBIDDEN);
export const notReady = (status: string) =>
  new RuleViolation("EXPORT_NOT_READY", `这个导出${status}，没有可以下载的文件`);
export const expired = (days: number) =>
  new RuleViolation("EXPORT_EXPIRED", `文件只保留 ${days} 天，已过期，请重新导出`, HttpStatus.GONE);
export const fileGone = () =>
  new RuleViolation("EXPORT_FILE_GONE", "导出的文件已不在服务器上，请重新导出", HttpStatus.GONE);
