import { RuleViolation } from "../../common/rule-violation.js";

export const bookExhausted = (kind: string, mine: boolean) =>
  new RuleViolation(
    "BOOK_EXHAUSTED",
    mine
      ? `您领用的${kind}已经用完，请先领用新的票据本再收款`
      : `没有发给您使用的${kind}，或已经用完，请先领用票据本再收款`,
  );

export const bookOverlaps = (range: string) =>
  new RuleViolation("BOOK_OVERLAPS", `与已登记的票据本 ${range} 号码重复，每个号码只能登记一次`);

export const bookNotActive = () => new RuleViolation("BOOK_NOT_ACTIVE", "票据本已交回或已核销，不能再变更");

export const bookChecked = () => new RuleViolation("BOOK_CHECKED", "票据本已经核销");

export const bookInUse = () => new RuleViolation("BOOK_IN_USE", "票据本还没有用完，请先交回再核销");

export const ownBook = () => new RuleViolation("SAME_PERSON", "不能核销自己领用的票据本，请由另一位有权限的人核销");

export const notNextNumber = (next: string | null) =>
  new RuleViolation("NOT_NEXT_NUMBER", next ? `下一张空白票据是 ${next}，只能作废下一张` : "票据本已经没有空白票据");

export const copiesMissing = () => new RuleViolation("COPIES_MISSING", "空白票据作废须收齐各联，与存根一起保管");

export const copyNotReturned = (receiptNo: string) =>
  new RuleViolation("COPY_NOT_RETURNED", `收据 ${receiptNo} 已打印交给客户，红冲前请收回客户联，并勾选“客户联已收回”`);
