import { HttpStatus } from "@nestjs/common";
import { type Permission, permissionLabels } from "@linli/contracts";
import { RuleViolation } from "../common/rule-violation.js";
import { WorkbookError } from "./workbook/workbook-error.js";

/** A workbook that cannot be read, as an answer to the user. */
export const unreadable = (error: WorkbookError) =>
  new RuleViolation(
    error.code,
    error.message,
    error.code === "FILE_TOO_LARGE" ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST,
  );

/** What a rule or a workbook said, for a job; anything else is thrown as it is and tried again. */
export const asViolation = (error: unknown): unknown => (error instanceof WorkbookError ? unreadable(error) : error);

export const fileMissing = () => new RuleViolation("FILE_MISSING", "请选择要上传的文件", HttpStatus.BAD_REQUEST);
export const uploadTooLarge = (bytes: number) =>
  new RuleViolation(
    "FILE_TOO_LARGE",
    `文件不能超过 ${Math.floor(bytes / 1024 / 1024)} MB，请拆分后分批导入`,
    HttpStatus.PAYLOAD_TOO_LARGE,
  );
export const notACommunity = () =>
  new RuleViolation(
    "NOT_A_COMMUNITY",
    "文件不是整个小区的格式（需有楼栋单元、业主信息、费用设置、房屋信息等工作表，或房产与业主一张表）",
    HttpStatus.BAD_REQUEST,
  );
export const busy = (what: string) => new RuleViolation("IMPORT_BUSY", `这个导入${what}，请等它结束`);
export const alreadyDone = () => new RuleViolation("IMPORT_DONE", "这个导入已经入库，不能再修改；需要时请重新上传文件");
export const notChecked = () => new RuleViolation("IMPORT_NOT_CHECKED", "请先检查，再入库");
export const mappingIncomplete = (labels: readonly string[]) =>
  new RuleViolation("MAPPING_INCOMPLETE", `还没有为必需的字段选列：${labels.join("、")}`);
export const decisionsOpen = (open: readonly { code: string; question: string }[]) =>
  new RuleViolation(
    "DECISIONS_OPEN",
    `还有 ${open.length} 个问题没有决定：${open.map(({ question }) => question).join("　")}`,
    HttpStatus.CONFLICT,
    { decisions: open },
  );
export const decisionsUnknown = (codes: readonly string[]) =>
  new RuleViolation(
    "DECISIONS_UNKNOWN",
    `这个导入没有这些问题：${codes.join("、")}；请刷新后重新决定`,
    HttpStatus.BAD_REQUEST,
  );
export const stillBlocked = (count: number) =>
  new RuleViolation("IMPORT_BLOCKED", `还有 ${count} 处错误，请先在文件中改正，再重新上传`);
export const nothingToImport = () => new RuleViolation("IMPORT_EMPTY", "文件里没有可以导入的数据（0 行）");
export const fileChanged = () =>
  new RuleViolation("IMPORT_FILE_CHANGED", "保存的文件与上传时不一致，为安全起见不能导入，请重新上传");
export const fileGone = () => new RuleViolation("IMPORT_FILE_GONE", "上传的文件已不在服务器上，请重新上传");
export const stale = () =>
  new RuleViolation(
    "IMPORT_STALE",
    "检查之后系统里的数据有了变化，入库结果会与检查时不同；没有写入任何数据，请重新检查",
  );
export const rightsMissing = (permissions: readonly Permission[]) =>
  new RuleViolation(
    "IMPORT_RIGHTS",
    `这个导入会写入您无权维护的内容，需要权限：${permissions.map((one) => permissionLabels[one]).join("、")}；请由有权限的人入库`,
    HttpStatus.FORBIDDEN,
    { permissions },
  );
export const noKnownSheet = (names: readonly string[]) =>
  new RuleViolation(
    "OPENING_NO_SHEET",
    `文件里没有${names.map((name) => `“${name}”`).join("、")}中的任何一个工作表；请下载模板，按工作表填写（.csv 的文件名以表名开头）`,
    HttpStatus.BAD_REQUEST,
  );
