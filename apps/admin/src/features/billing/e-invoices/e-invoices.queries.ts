import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  EInvoiceFaultQueryDto,
  EInvoiceQueryDto,
  InvoiceSettingsDto,
  RequestEInvoiceDto,
  RequestRedInvoiceDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const inProject = (projectId: string) => ({ params: { path: { projectId } } });
const ofInvoice = (projectId: string, invoiceId: string) => ({ params: { path: { projectId, invoiceId } } });
const UNDER_WAY = ["PENDING", "ISSUING", "REVERSING"];

export const eInvoiceQueries = {
  page: (projectId: string) => (query: EInvoiceQueryDto) =>
    queryOptions({
      queryKey: ["e-invoices", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/e-invoices", { params: { path: { projectId }, query } })),
    }),
  totals: (projectId: string, query: EInvoiceQueryDto) =>
    queryOptions({
      queryKey: ["e-invoice-totals", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/e-invoices/totals", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, invoiceId: string) =>
    queryOptions({
      queryKey: ["e-invoice", projectId, invoiceId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/e-invoices/{invoiceId}", ofInvoice(projectId, invoiceId))),
      // results come every minute
      refetchInterval: ({ state }) => (state.data && UNDER_WAY.includes(state.data.status) ? 15_000 : false),
    }),
  faults: (projectId: string) => (query: EInvoiceFaultQueryDto) =>
    queryOptions({
      queryKey: ["e-invoice-faults", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/e-invoices/faults", { params: { path: { projectId }, query } })),
    }),
  invoiceable: (projectId: string, receiptId: string) =>
    queryOptions({
      queryKey: ["invoiceable", projectId, receiptId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/receipts/{receiptId}/invoiceable", {
            params: { path: { projectId, receiptId } },
          }),
        ),
    }),
  settings: (projectId: string) =>
    queryOptions({
      queryKey: ["invoice-settings", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/invoice-settings", inProject(projectId))),
    }),
};

export const saveInvoiceSettings = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: InvoiceSettingsDto) =>
      bodyOf(api.PUT("/projects/{projectId}/invoice-settings", { ...inProject(projectId), body })),
    meta: { done: "电子发票设置已保存" },
  });

export const requestInvoice = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RequestEInvoiceDto) =>
      bodyOf(api.POST("/projects/{projectId}/e-invoices", { ...inProject(projectId), body })),
    meta: { done: "已申请开票" },
  });

/** Hands over what waits and fetches what suppliers say. */
export const collectResults = (projectId: string) =>
  mutationOptions({
    mutationFn: () => bodyOf(api.POST("/projects/{projectId}/e-invoices/collect", inProject(projectId))),
  });

export const retryInvoice = (projectId: string, invoiceId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.POST("/projects/{projectId}/e-invoices/{invoiceId}/retry", ofInvoice(projectId, invoiceId))),
    meta: { done: "将重新送出" },
  });

export const requestRed = (projectId: string, invoiceId: string) =>
  mutationOptions({
    mutationFn: (body: RequestRedInvoiceDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/e-invoices/{invoiceId}/reds", { ...ofInvoice(projectId, invoiceId), body }),
      ),
    meta: { done: "已申请红冲" },
  });

export const retryRed = (projectId: string, invoiceId: string, redId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(
        api.POST("/projects/{projectId}/e-invoices/{invoiceId}/reds/{redId}/retry", {
          params: { path: { projectId, invoiceId, redId } },
        }),
      ),
    meta: { done: "将重新送出" },
  });
