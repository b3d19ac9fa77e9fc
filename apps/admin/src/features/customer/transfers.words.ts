import type { TransferStatus } from "@linli/contracts/enums";
import type { Tone } from "../../components/status-tag";

export const transferTones: Record<TransferStatus, Tone> = {
  DRAFT: "neutral",
  SETTLING: "warning",
  PENDING: "active",
  COMPLETED: "good",
  CANCELLED: "neutral",
};
