import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { MarkInvoicedDto, MarkInvoiceReversedDto, VoidReceiptDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const ofReceipt = (projectId: string, receiptId: string) => ({ params: { path: { projectId, receiptId } } });

export const voidReceipt = (projectId: string, receiptId: string) =>
  mutationOptions({
    mutationFn: (body: VoidReceiptDto) =>
      bodyOf(api.POST("/projects/{projectId}/receipts/{receiptId}/void", { ...ofReceipt(projectId, receiptId), body })),
    meta: { done: "已作废" },
  });

export const receiptInvoices = (projectId: string, receiptId: string) =>
  queryOptions({
    queryKey: ["receipt-invoices", projectId, receiptId],
    queryFn: () =>
      bodyOf(api.GET("/projects/{projectId}/receipts/{receiptId}/invoices", ofReceipt(projectId, receiptId))),
  });

export const markInvoiced = (projectId: string, receiptId: string) =>
  mutationOptions({
    mutationFn: (body: MarkInvoicedDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/receipts/{receiptId}/invoices", { ...ofReceipt(projectId, receiptId), body }),
      ),
    meta: { done: "已登记发票" },
  });

export const markInvoiceReversed = (projectId: string, receiptId: string) =>
  mutationOptions({
    mutationFn: (body: MarkInvoiceReversedDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/receipts/{receiptId}/invoices/reversal", {
          ...ofReceipt(projectId, receiptId),
          body,
        }),
      ),
    meta: { done: "已登记红字发票" },
  });
