import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";

export const notDepositItem = (name: string) =>
  new RuleViolation("FEE_ITEM_KIND", `“${name}”不是押金项目；请在收费项目中建立种类为“押金”的项目`);

export const notIncomeItem = (name: string) =>
  new RuleViolation("FEE_ITEM_KIND", `“${name}”不是临时收费项目，扣除的押金不能记在它上面`);

export const depositIdReused = () =>
  new RuleViolation("ID_REUSED", "这个编号已用于内容不同的另一次办理，请刷新页面后重新办理");

export const depositShort = (depositNo: string, heldFen: number, wantedFen: number) =>
  new RuleViolation(
    "DEPOSIT_SHORT",
    `押金 ${depositNo} 在押 ${formatFen(heldFen)} 元，不够办理 ${formatFen(wantedFen)} 元`,
    undefined,
    { heldFen, wantedFen },
  );

export const depositNotRefundable = (depositNo: string) =>
  new RuleViolation("DEPOSIT_NOT_REFUNDABLE", `押金 ${depositNo} 还没有标记“可退”，不能退还或转预收`);

export const depositAsked = (depositNo: string) =>
  new RuleViolation("DEPOSIT_REFUND_ASKED", `押金 ${depositNo} 有待审批或待付款的退款申请，请先办理或撤回`);

export const proofMissing = (depositNo: string) =>
  new RuleViolation("DEPOSIT_PROOF_MISSING", `请先在押金 ${depositNo} 的附件中上传“扣除凭据”`);

/** Of a receipt whose deposit was deducted, moved or paid back since. */
export const depositUsed = (depositNo: string, usedFen: number) =>
  new RuleViolation(
    "DEPOSIT_USED",
    `押金 ${depositNo} 已扣除、转出或退还 ${formatFen(usedFen)} 元，收它的收据不能红冲`,
  );
