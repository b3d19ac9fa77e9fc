import { RuleViolation } from "../../../common/rule-violation.js";

/** Sentences shown of a list of faults; the rest is counted. */
const SHOWN = 20;

/** A file that cannot be written or read, with every fault in Chinese. */
export class DebitFileError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults[0]);
  }
}

/** The file for the bank cannot be written: nothing was exported. */
export const fileNotWritten = (faults: readonly string[]) =>
  new RuleViolation("DEBIT_FILE_FAULT", `报盘文件没有生成：${shown(faults)}`, undefined, {
    faults: faults.slice(0, 500),
  });

/** The return file is not what it should be: nothing was booked. */
export const returnRefused = (faults: readonly string[]) =>
  new RuleViolation("DEBIT_RETURN_REFUSED", `回盘文件没有入账：${shown(faults)}`, undefined, {
    faults: faults.slice(0, 500),
  });

const shown = (faults: readonly string[]) =>
  faults.slice(0, SHOWN).join("；") + (faults.length > SHOWN ? `；另有 ${faults.length - SHOWN} 处` : "");
