import { paymentMethodLabels, type PaymentMethod } from "@linli/contracts";
import { HttpStatus } from "@nestjs/common";
import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";

export const refundIdReused = () =>
  new RuleViolation("ID_REUSED", "这个退款申请编号已用于内容不同的申请，请刷新页面后重新申请");

export const refundExceeds = (availableFen: number) =>
  new RuleViolation(
    "REFUND_EXCEEDS",
    availableFen <= 0
      ? "没有可以退的金额；已退的和正在申请的也算在内"
      : `最多可退 ${formatFen(availableFen)} 元；已退的和正在申请的也算在内`,
    HttpStatus.CONFLICT,
    { availableFen },
  );

/** What a correction left over cannot be asked back: earlier requests have taken more than the account held. */
export const overAskedFor = (availableFen: number) =>
  new RuleViolation(
    "REFUND_EXCEEDS",
    "这个预收账户已有退款申请占用余额；请先处理，或把多收的转为预收",
    HttpStatus.CONFLICT,
    { availableFen: Math.max(0, availableFen) },
  );

export const invoiceStands = (invoiceNo: string) =>
  new RuleViolation("INVOICE_STANDS", `已开发票 ${invoiceNo}，请先开具红字发票并登记，再退款或作废`);

export const otherChannel = (methods: readonly PaymentMethod[]) =>
  `请按原方式（${methods.map((method) => paymentMethodLabels[method]).join("、")}）退回，或填写不原路退回的原因`;

export const refundNotApproved = () => new RuleViolation("REFUND_STATE", "只有审核通过、还没有付款的退款申请才能付款");

export const refundNotCancellable = () =>
  new RuleViolation("REFUND_STATE", "只有审核通过、还没有付款的退款申请才能取消");

export const refundAccountClosed = () =>
  new RuleViolation("REFUND_STATE", "只有审核通过、还没有付款的退款申请才能查看银行账号");

export const refundApproverPays = () =>
  new RuleViolation("SAME_PERSON", "退款不能由审核通过的人付款，请由另一位有权限的人办理");

export const refundOwnRequest = () =>
  new RuleViolation("SAME_PERSON", "退款不能由申请的人付款，请由另一位有权限的人办理");
