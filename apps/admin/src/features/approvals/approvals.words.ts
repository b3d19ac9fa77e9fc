import type { ApprovalStatus } from "@linli/contracts/enums";
import type { Tone } from "../../components/status-tag";

export const approvalStatusTones: Partial<Record<ApprovalStatus, Tone>> = {
  PENDING: "warning",
  APPROVED: "good",
  REJECTED: "bad",
};
