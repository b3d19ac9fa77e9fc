import { type DunningKind, type DunningMark, LIMITATION_NEAR_DAYS } from "@linli/contracts/enums";
import type { Tone } from "../../../components/status-tag";

export const markTones: Partial<Record<DunningMark, Tone>> = {
  NEVER: "warning",
  PROMISED: "active",
  BROKEN: "bad",
  DISPUTED: "warning",
  LAWSUIT: "active",
};

/** What a batch of each kind is called on its way from preview to issue. */
export const batchWords = {
  BILL: {
    title: "送达账单",
    asked: "将送达",
    left: "不送",
    why: "不送的原因",
    open: "待缴",
    days: "距应缴日",
    none: "没有要送账单的户",
    nobody: "这个级别和范围没有要送的账单；已经送过的应收不再送",
    question: (cases: number) => `向 ${cases} 户送达账单？`,
    issue: (cases: number) => `发出 ${cases} 份账单`,
    after: "发出后可以打印缴费提醒、登记送达。",
  },
  DEMAND: {
    title: "批量催款",
    asked: "将催缴",
    left: "不催",
    why: "不催的原因",
    open: "欠费",
    days: "逾期天数",
    none: "没有要催的户",
    nobody: "这个级别和范围没有要催的欠费",
    question: (cases: number) => `向 ${cases} 户催款？`,
    issue: (cases: number) => `发出 ${cases} 份催款`,
    after: "发出后可以打印催款单、登记送达。",
  },
} as const satisfies Record<DunningKind, object>;

/** How long limitation still runs, in words. */
export function limitationText(daysLeft: number | null, on: string | null): string {
  if (on === null || daysLeft === null) return "—";
  if (daysLeft < 0) return `${on}（已过 ${-daysLeft} 天）`;
  return daysLeft <= LIMITATION_NEAR_DAYS ? `${on}（还有 ${daysLeft} 天）` : on;
}

/** How long limitation still runs, without the day; it stands still while what is overdue is before a court. */
export function limitationHint(daysLeft: number | null, openFen: number): string {
  if (daysLeft === null) return openFen > 0 ? "诉讼或仲裁中，终结后重新计算" : "没有逾期";
  return daysLeft < 0 ? `已过 ${-daysLeft} 天` : `还有 ${daysLeft} 天`;
}

/** Limitation that has ended is bad, one that ends soon is a warning. */
export function limitationTone(daysLeft: number | null): "bad" | "warning" | "plain" {
  if (daysLeft === null || daysLeft > LIMITATION_NEAR_DAYS) return "plain";
  return daysLeft < 0 ? "bad" : "warning";
}
