import { areaKindLabels, meterKindLabels, type ShareDto, type ShareMethod, shareBaseLabels } from "@linli/contracts";
import { formatFen } from "../../common/money.js";

/** Unit of what rooms share by. */
export const weightUnits: Record<ShareMethod, string> = {
  AREA: "m²",
  HOUSEHOLD: "户",
  PEOPLE: "人",
  USE: "",
  CUSTOM: "%",
};

/** What rooms share by, e.g. 收费面积, 用量, or 水表用量 where it was read. */
export function baseName({ method, areaKind, useMeterKind }: Pick<ShareDto, "method" | "areaKind" | "useMeterKind">) {
  if (method === "AREA") return areaKindLabels[areaKind];
  return (useMeterKind === null ? "" : meterKindLabels[useMeterKind]) + shareBaseLabels[method];
}

/** How the amount came about: `1200 kWh × 0.85 元 = 1020.00 元`. */
export function amountInWords(
  share: Pick<ShareDto, "amountFen" | "use" | "masterUse" | "subUse" | "lossUse" | "unitPrice" | "unit">,
): string {
  const amount = `${formatFen(share.amountFen ?? 0)} 元`;
  const unit = share.unit ? ` ${share.unit}` : "";
  if (share.use !== null) return `${share.use}${unit} × ${share.unitPrice} 元 = ${amount}`;
  if (share.masterUse === null) return amount;
  const loss = `损耗 ${share.masterUse} − ${share.subUse} = ${share.lossUse}${unit}`;
  return share.lossUse?.startsWith("-") ? `${loss}，负损耗不分摊` : `${loss} × ${share.unitPrice} 元 = ${amount}`;
}
