import type { ShareDto } from "@linli/contracts";
import { formatFen } from "../../../lib/money";

/** How the amount of a month came about: `1200 kWh × 0.85 元 = 1020.00 元`. */
export function amountInWords(share: ShareDto): string {
  const amount = `${formatFen(share.amountFen ?? 0)} 元`;
  const unit = share.unit ? ` ${share.unit}` : "";
  if (share.use !== null) return `${share.use}${unit} × ${share.unitPrice} 元 = ${amount}`;
  if (share.masterUse === null) return amount;
  const loss = `损耗 ${share.masterUse} − ${share.subUse} = ${share.lossUse}${unit}`;
  return share.lossUse?.startsWith("-") ? `${loss}，负损耗不分摊` : `${loss} × ${share.unitPrice} 元 = ${amount}`;
}
