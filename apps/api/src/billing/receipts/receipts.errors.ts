import { HttpStatus } from "@nestjs/common";
import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";

/** A charge as errors name it: 1-1-101 物业费 2026-03. */
export interface NamedCharge {
  roomCode: string;
  feeItemName: string;
  period: string;
}

const nameOf = ({ roomCode, feeItemName, period }: NamedCharge) => `${roomCode} ${feeItemName} ${period}`;

export const sameIdOtherReceipt = () =>
  new RuleViolation("ID_REUSED", "这个收据编号已用于另一笔内容不同的收款，请刷新页面后重新收款");

export const chargeOfOtherPayer = (charge: NamedCharge) =>
  new RuleViolation("CHARGE_OTHER_PAYER", `${nameOf(charge)} 不是这位收费对象的应收，不能开在同一张收据上`);

export const chargeReversed = (charge: NamedCharge) =>
  new RuleViolation("CHARGE_REVERSED", `${nameOf(charge)} 已红冲，不能收款`);

export const amountExceedsOpen = (charge: NamedCharge, openFen: number, amountFen: number) =>
  new RuleViolation(
    "AMOUNT_EXCEEDS_OPEN",
    openFen === 0
      ? `${nameOf(charge)} 已经缴清，请刷新后再收`
      : `${nameOf(charge)} 只欠 ${formatFen(openFen)} 元，不能收 ${formatFen(amountFen)} 元；可能刚有人收过，请刷新后再收`,
    HttpStatus.CONFLICT,
    { openFen, amountFen },
  );

/** Paid then, reversed since: until the reversal it was settled, and is not settled twice. */
export const settledSince = (charge: NamedCharge, day: string, openFen: number, amountFen: number) =>
  new RuleViolation(
    "AMOUNT_EXCEEDS_OPEN",
    `${nameOf(charge)} 自 ${day} 起有已入账的收款、冲抵或减免（后来红冲的也算到红冲那天），补记到这一天最多 ${formatFen(openFen)} 元，不能收 ${formatFen(amountFen)} 元；请改记在红冲当天或以后`,
    HttpStatus.CONFLICT,
    { openFen, amountFen },
  );

export const amountShort = (dueFen: number, givenFen: number) =>
  new RuleViolation(
    "AMOUNT_MISMATCH",
    `各种方式共 ${formatFen(givenFen)} 元，应收 ${formatFen(dueFen)} 元，还差 ${formatFen(dueFen - givenFen)} 元`,
  );

export const changeOnlyFromCash = (changeFen: number, cashFen: number) =>
  new RuleViolation(
    "AMOUNT_MISMATCH",
    cashFen === 0
      ? `多收 ${formatFen(changeFen)} 元，而只有现金可以找零；请改正金额，或把多收的转入预收`
      : `要找零 ${formatFen(changeFen)} 元，不少于收到的现金 ${formatFen(cashFen)} 元；请改正金额`,
  );

export const prepaymentExceedsLines = (offsetFen: number, linesFen: number) =>
  new RuleViolation(
    "PREPAYMENT_EXCEEDS_LINES",
    `预收冲抵 ${formatFen(offsetFen)} 元，多于收款明细的 ${formatFen(linesFen)} 元；预收只能冲抵应收`,
  );

export const prepaymentShort = (roomCode: string, balanceFen: number, wantedFen: number) =>
  new RuleViolation(
    "PREPAYMENT_SHORT",
    `${roomCode} 的预收余额是 ${formatFen(balanceFen)} 元，不够冲抵 ${formatFen(wantedFen)} 元`,
  );

export const prepaymentAskedBack = (
  roomCode: string,
  { balanceFen, freeFen }: { balanceFen: number; freeFen: number },
  wantedFen: number,
) =>
  new RuleViolation(
    "PREPAYMENT_SHORT",
    `${roomCode} 的预收余额 ${formatFen(balanceFen)} 元中有 ${formatFen(balanceFen - freeFen)} 元已申请退款，只能冲抵 ${formatFen(freeFen)} 元，不够冲抵 ${formatFen(wantedFen)} 元；要用来冲抵的请先撤回或取消退款申请`,
  );

/** Item money pays for its item only, general money for everything but deposits (BIL-60, BIL-84). */
export const prepaymentOfOtherItem = (leftFen: number, isOfItem: boolean) =>
  new RuleViolation(
    "PREPAYMENT_WRONG_ITEM",
    isOfItem
      ? `专用预收中有 ${formatFen(leftFen)} 元没有可冲抵的应收；专用预收只能冲抵它自己的收费项目`
      : `预收中有 ${formatFen(leftFen)} 元没有可冲抵的应收；押金不能用预收冲抵`,
  );

export const noPrepaidDeposit = (name: string) =>
  new RuleViolation("FEE_ITEM_KIND", `“${name}”是押金项目，不能开专用预收账户`);

export const futureBooking = (today: string) => new RuleViolation("FUTURE_DATE", `收款日期不能晚于今天（${today}）`);

/** Back-dating is a four-eyes matter: who takes money books it today. */
export const backDating = (today: string) =>
  new RuleViolation("BACK_DATING", `收款只能记在今天（${today}）；补记以前的日期须由有“收据红冲”权限的人办理`);

export const redOnlyToday = (today: string) =>
  new RuleViolation("RED_ONLY_TODAY", `红字收据只能记在今天（${today}）；已发生的单据不作废、不改日期`);

export const alreadyReversed = (receiptNo: string) =>
  new RuleViolation("RECEIPT_REVERSED", `收据 ${receiptNo} 已经红冲，不能再次红冲`);

export const redNotReversible = () => new RuleViolation("RED_RECEIPT", "红字收据不能再红冲");

export const ownReceipt = () => new RuleViolation("SAME_PERSON", "不能红冲自己开的收据，请由另一位有权限的人办理");

export const prepaymentUsed = (roomCode: string, balanceFen: number, neededFen: number) =>
  new RuleViolation(
    "PREPAYMENT_USED",
    `这张收据转入 ${roomCode} 预收的 ${formatFen(neededFen)} 元已经用掉一部分（余额 ${formatFen(balanceFen)} 元）；请先红冲用它冲抵的收据`,
  );

export const notRed = () => new RuleViolation("NOT_RED_RECEIPT", "只能凭红字收据退款；请先红冲原收据");

export const refunderIsReverser = () =>
  new RuleViolation("SAME_PERSON", "退款不能由红冲这张收据的人办理，请由另一位有权限的人办理");
