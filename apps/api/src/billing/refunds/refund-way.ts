import type { CorrectionDifference, PaymentMethod, RefundWayDto } from "@linli/contracts";
import { InvalidInput } from "../../common/rule-violation.js";
import { otherChannel } from "./refunds.errors.js";

/** Field errors of a way that is incomplete. @param at where the way stands in the form, e.g. `refund.` */
export function faultsOfWay({ method, accountHolder, bankName, bankAccount }: RefundWayDto, at = "") {
  const fields: Record<string, string[]> = {};
  if (method !== "TRANSFER") return fields;
  if (!accountHolder) fields[`${at}accountHolder`] = ["转账退款请填写收款户名"];
  if (!bankName) fields[`${at}bankName`] = ["转账退款请填写开户银行"];
  if (!bankAccount) fields[`${at}bankAccount`] = ["转账退款请填写银行账号"];
  return fields;
}

/** By the way the money came in, or with a reason. @throws InvalidInput */
export function refuseOtherChannel(
  { method, channelReason }: RefundWayDto,
  cameBy: readonly PaymentMethod[],
  at = "",
): void {
  if (cameBy.length > 0 && !cameBy.includes(method) && !channelReason)
    throw new InvalidInput({ [`${at}channelReason`]: [otherChannel(cameBy)] });
}

/** How what was paid too much goes back; null when it is kept as a prepayment. @throws InvalidInput */
export function wayBack(dto: { difference: CorrectionDifference; refund?: RefundWayDto | null }): RefundWayDto | null {
  if (dto.difference !== "REFUND") return null;
  if (!dto.refund) throw new InvalidInput({ refund: ["请填写多收的金额怎样退还"] });
  const faults = faultsOfWay(dto.refund, "refund.");
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
  return dto.refund;
}
