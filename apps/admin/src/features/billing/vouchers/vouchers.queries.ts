import { keepPreviousData, mutationOptions, queryOptions } from "@tanstack/react-query";
import type { SaveVoucherSettingsDto, VoucherExportQueryDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const inProject = (projectId: string) => ({ params: { path: { projectId } } });

export const voucherQueries = {
  month: (projectId: string, period: string) =>
    queryOptions({
      queryKey: ["vouchers", projectId, period],
      placeholderData: keepPreviousData,
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/vouchers/{period}", { params: { path: { projectId, period } } })),
    }),
  exports: (projectId: string) => (query: VoucherExportQueryDto) =>
    queryOptions({
      queryKey: ["voucher-exports", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/voucher-exports", { params: { path: { projectId }, query } })),
    }),
  export: (projectId: string, exportId: string) =>
    queryOptions({
      queryKey: ["voucher-export", projectId, exportId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/voucher-exports/{exportId}", { params: { path: { projectId, exportId } } }),
        ),
    }),
  settings: (projectId: string) =>
    queryOptions({
      queryKey: ["voucher-settings", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/voucher-settings", inProject(projectId))),
    }),
};

export const exportVouchers = (projectId: string, period: string) =>
  mutationOptions({
    mutationFn: (id: string) =>
      bodyOf(
        api.POST("/projects/{projectId}/vouchers/{period}/exports", {
          params: { path: { projectId, period } },
          body: { id },
        }),
      ),
    meta: { done: "凭证已导出，可以下载文件" },
  });

export const cancelVoucherExport = (projectId: string, exportId: string) =>
  mutationOptions({
    mutationFn: (body: { reason: string }) =>
      bodyOf(
        api.POST("/projects/{projectId}/voucher-exports/{exportId}/cancel", {
          params: { path: { projectId, exportId } },
          body,
        }),
      ),
    meta: { done: "这次导出已作废" },
  });

export const saveVoucherSettings = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: SaveVoucherSettingsDto) =>
      bodyOf(api.PUT("/projects/{projectId}/voucher-settings", { ...inProject(projectId), body })),
    meta: { done: "凭证科目已保存" },
  });

/** Where the file of an export is. */
export const filePath = (projectId: string, exportId: string, kind: "csv" | "xlsx"): string =>
  `/projects/${projectId}/voucher-exports/${exportId}/${kind}`;
