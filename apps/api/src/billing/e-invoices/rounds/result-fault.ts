import { eInvoiceStatusLabels, redInvoiceStatusLabels } from "@linli/contracts";
import { formatFen } from "../../../common/money.js";
import type { PortResult } from "../port/invoice-port.js";

/** An invoice or a red invoice as a result is checked against it. */
interface Subject {
  status: string;
  attempt: number;
  amountFen: number;
  invoiceNo: string | null;
}

const WAITING = ["PENDING", "ISSUING"];

/** Why a result is not taken, in a sentence; null when it may be. */
export function resultFault(
  result: PortResult,
  { status, attempt, amountFen, invoiceNo }: Subject,
  { requestNo, today }: { requestNo: string; today: string },
): string | null {
  const what = `${result.kind === "RED" ? "红冲申请" : "开票申请"} ${requestNo}`;
  if (status === "FAILED" && result.state === "ISSUED")
    return `${what} 已登记为失败，却收到成功的结果（发票号码 ${result.invoiceNo}）；请重新办理一次，流水号不变，供应商会给出同一张发票`;
  if (!WAITING.includes(status)) {
    const labels: Record<string, string> = result.kind === "RED" ? redInvoiceStatusLabels : eInvoiceStatusLabels;
    return `${what} 已有结果（${labels[status]}${invoiceNo ? `，发票号码 ${invoiceNo}` : ""}），重复的结果没有采用`;
  }
  if (result.attempt > attempt || (result.state === "FAILED" && result.attempt < attempt))
    return `${what} 现在是第 ${attempt} 次办理，结果写的是第 ${result.attempt} 次`;
  if (result.state === "FAILED") return null;
  if (result.amountFen !== amountFen)
    return `${what} 的金额是 ${formatFen(amountFen)} 元，结果写的是 ${formatFen(result.amountFen)} 元`;
  if (result.issuedOn > today) return `${what} 的开票日期 ${result.issuedOn} 在将来`;
  return null;
}
