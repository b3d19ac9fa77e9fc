import type { Customer } from "../customer.entity.js";

type Side = Pick<Customer, "id" | "name" | "number" | "kind" | "idNumberHash" | "mergedIntoId" | "anonymisedAt">;

/** Why two entries cannot be made one; empty when they can. */
export function refusalsOf(survivor: Side, merged: Side): string[] {
  if (survivor.id === merged.id) return ["请选择两个不同的客户"];
  const refusals = [survivor, merged]
    .filter(({ mergedIntoId }) => mergedIntoId !== null)
    .map(({ name, number }) => `${name}（${number}）已经并入其他客户`);
  if (survivor.anonymisedAt || merged.anonymisedAt) refusals.push("其中一个客户的个人信息已匿名化");
  if (survivor.kind !== merged.kind) refusals.push("个人与公司不能合并");
  if (survivor.idNumberHash && merged.idNumberHash)
    refusals.push("两个客户的证件号码不同，不是同一个人；如证件录错请先更正");
  return refusals;
}
