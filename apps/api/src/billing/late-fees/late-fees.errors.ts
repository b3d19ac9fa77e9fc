import { HttpStatus } from "@nestjs/common";
import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";
import type { NamedCharge } from "../receipts/receipts.errors.js";

export const noLateFeeItem = (name: string) =>
  new RuleViolation("LATE_FEE_ITEM", `违约金要记入一个在用的临时收费项目，“${name}”不是`);

export const bearsNoLateFee = (name: string) => new RuleViolation("LATE_FEE_DEPOSIT", `押金“${name}”不计收违约金`);

export const lateFeeOnItself = (name: string) =>
  new RuleViolation("LATE_FEE_ON_ITSELF", `“${name}”是违约金记入的项目，违约金不再计收违约金`);

export const collectedForOthers = (name: string) =>
  new RuleViolation("LATE_FEE_COLLECTED", `“${name}”是代收项目，供应合同允许时勾选“代收项目也计收”后才能加入`);

export const itemInOtherScheme = (name: string, scheme: string) =>
  new RuleViolation(
    "LATE_FEE_ITEM_TAKEN",
    `“${name}”已在方案“${scheme}”里，一个项目只有一个违约金方案；个别收费标准可以在自己的价格里另选方案`,
  );

export const schemeSwitchedOff = (name: string) =>
  new RuleViolation("LATE_FEE_SCHEME_OFF", `违约金方案“${name}”已停用，不能选用`, HttpStatus.CONFLICT);

export const schemeChosen = (name: string, standard: string) =>
  new RuleViolation(
    "LATE_FEE_SCHEME_CHOSEN",
    `收费标准“${standard}”选用了违约金方案“${name}”，不能停用；请先用“新增价格”为它另选`,
    HttpStatus.CONFLICT,
  );

export const schemeOwed = (name: string, standard: string) =>
  new RuleViolation(
    "LATE_FEE_SCHEME_CHOSEN",
    `收费标准“${standard}”已出的账还有未缴的，按违约金方案“${name}”计收，缴清后才能停用`,
    HttpStatus.CONFLICT,
  );

export const schemeUsed = (what: string) =>
  new RuleViolation(
    "LATE_FEE_SCHEME_USED",
    `这个方案已有违约金入账，不能再改${what}；请停用后另建方案，或为它添加新的利率`,
    HttpStatus.CONFLICT,
  );

export const rateTooEarly = (last: string) =>
  new RuleViolation("LATE_FEE_RATE_TOO_EARLY", `新的利率要晚于最后一个的开始日期 ${last}`);

export const rateInBookedTime = (bookedTo: string) =>
  new RuleViolation("LATE_FEE_RATE_BOOKED", `违约金已计到 ${bookedTo}，新的利率要从之后的日期开始`);

export const lateFeeChanged = (
  { roomCode, feeItemName, period }: NamedCharge,
  accruedFen: number,
  amountFen: number,
): RuleViolation =>
  new RuleViolation(
    "LATE_FEE_CHANGED",
    `${roomCode} ${feeItemName} ${period} 的违约金现在是 ${formatFen(accruedFen)} 元，不能收 ${formatFen(amountFen)} 元，请刷新后再收`,
    HttpStatus.CONFLICT,
    { accruedFen, amountFen },
  );
