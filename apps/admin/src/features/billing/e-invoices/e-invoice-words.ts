import type { Tone } from "../../../components/status-tag";

export const invoiceTones: Record<string, Tone> = {
  PENDING: "neutral",
  ISSUING: "active",
  ISSUED: "good",
  FAILED: "bad",
  REVERSING: "active",
  REVERSED: "warning",
};

export const redTones: Record<string, Tone> = { PENDING: "neutral", ISSUING: "active", ISSUED: "good", FAILED: "bad" };

/** What a round came to, in one sentence. */
export function roundText({ sent, applied, faults }: { sent: number; applied: number; faults: number }): string {
  const parts = [
    sent > 0 && `送出 ${sent} 份申请`,
    applied > 0 && `取回 ${applied} 份结果`,
    faults > 0 && `${faults} 份结果没有采用，请看“未采用的结果”`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join("，") : "没有待送出的申请，也没有新的结果";
}
