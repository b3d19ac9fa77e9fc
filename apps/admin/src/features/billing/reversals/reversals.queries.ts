import { mutationOptions } from "@tanstack/react-query";
import type { ReverseReceiptDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const ofReceipt = (projectId: string, receiptId: string) => ({ params: { path: { projectId, receiptId } } });

export const reverseReceipt = (projectId: string, receiptId: string) =>
  mutationOptions({
    mutationFn: (body: ReverseReceiptDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/receipts/{receiptId}/reverse", { ...ofReceipt(projectId, receiptId), body }),
      ),
    meta: { done: "已红冲" },
  });

export const requestReversal = (projectId: string, receiptId: string) =>
  mutationOptions({
    mutationFn: (body: ReverseReceiptDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/receipts/{receiptId}/reversal-requests", {
          ...ofReceipt(projectId, receiptId),
          body,
        }),
      ),
    meta: { done: "已申请红冲，等待另一人审批" },
  });
