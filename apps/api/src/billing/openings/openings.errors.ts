import { HttpStatus } from "@nestjs/common";
import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";
import type { PostingOptions } from "./standing-faults.js";

export const sameFile = (fileName: string, postedByName: string, on: string) =>
  new RuleViolation(
    "OPENING_SAME_FILE",
    `这个文件已由 ${postedByName} 于 ${on} 入账（${fileName}），没有重复导入；要重来请先撤回那一次`,
  );

export const beingPosted = () => new RuleViolation("OPENING_BUSY", "这个导入正在入账，请等它结束");

export const openingState = (wanted: string, status: string) =>
  new RuleViolation("OPENING_STATE", `只有“${wanted}”的导入才能这样办理，这个导入是“${status}”`);

export const rowsFaulty = (count: number) =>
  new RuleViolation("OPENING_FAULTS", `还有 ${count} 行有误，请在文件中改正后重新上传；没有写入任何数据`);

export const faultsNotSkipped = (count: number) =>
  new RuleViolation("OPENING_FAULTS", `有 ${count} 行有误；请改正后重新上传，或确认跳过这些行`);

export const nothingToPost = () => new RuleViolation("OPENING_EMPTY", "没有可以入账的行（0 行）");

/** Rows that do not go with what is in the system by now. */
export const rowsStale = (count: number, examples: readonly string[]) =>
  new RuleViolation(
    "OPENING_STALE",
    `检查之后系统里有了变化，${count} 行不能入账：${examples.join("；")}${count > examples.length ? " 等" : ""}。没有写入任何数据，请重新上传检查`,
    HttpStatus.CONFLICT,
    { count, rows: examples },
  );

/** Rows that only the way of posting puts against charges of the system; checking the file again would not show them. */
export function optionsRefused(
  count: number,
  examples: readonly string[],
  { setPaidThrough, shortAsArrears }: PostingOptions,
) {
  const chosen = [...(setPaidThrough ? ["“登记已缴至”"] : []), ...(shortAsArrears ? ["“差额记为期初欠费”"] : [])];
  return new RuleViolation(
    "OPENING_OPTIONS",
    `按所选办法 ${count} 行不能入账：${examples.join("；")}${count > examples.length ? " 等" : ""}；请先红冲这些应收，或取消${chosen.join("/")}后再入账`,
    HttpStatus.CONFLICT,
    { count, rows: examples },
  );
}

export const cutOverMoved = (now: string) =>
  new RuleViolation("OPENING_STALE", `启用日期已改为 ${now}，请重新上传检查；没有写入任何数据`);

/** Payment history that cannot become arrears as it stands. */
export const shortRowsRefused = (count: number, examples: readonly string[]) =>
  new RuleViolation(
    "OPENING_SHORT_ROWS",
    `${count} 行的差额不能记为期初欠费：${examples.join("；")}${count > examples.length ? " 等" : ""}`,
    HttpStatus.CONFLICT,
    { count, rows: examples },
  );

/** What keeps an import from being taken back as a whole. */
export const hangsOn = (count: number, examples: readonly string[]) =>
  new RuleViolation(
    "OPENING_IN_USE",
    `有 ${count} 处已在使用，不能整批撤回：${examples.join("；")}${count > examples.length ? " 等" : ""}`,
    HttpStatus.CONFLICT,
    { count, rows: examples },
  );

export const openingSigned = () =>
  new RuleViolation("OPENING_SIGNED", "期初核对已送签或已签字，不能再改；个别差错请用红冲、减免或退款更正");

export const notOwnSignature = () =>
  new RuleViolation("SAME_PERSON", "导入入账的人不能为自己的期初核对签字，请由另一人签字", HttpStatus.FORBIDDEN);

export const nothingToSign = () =>
  new RuleViolation("OPENING_NO_BALANCE", "这个导入没有欠费、预收或押金，不需要核对签字");

export const wrongTotalRow = (sheet: string, rowNo: number, fault: string) =>
  new RuleViolation("OPENING_TOTAL_ROW", `“${sheet}”第 ${rowNo} 行（合计行）：${fault}`, HttpStatus.BAD_REQUEST);

export const totalTwice = (what: string) => new RuleViolation("OPENING_TOTAL_TWICE", `${what}的合计填写了两次`);

/** A figure of the old list and what was imported, in one line. */
export const comparisonInWords = (expectedFen: number, importedFen: number): string =>
  expectedFen === importedFen
    ? `${formatFen(importedFen)} 元，相符`
    : `${formatFen(importedFen)} 元，差 ${formatFen(importedFen - expectedFen)} 元`;
