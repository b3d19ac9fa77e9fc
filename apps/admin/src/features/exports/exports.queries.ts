import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ExportKind, ExportQueryDto, RequestExportDto } from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";
import type { FilterValues } from "../../lib/list-filter";

export const exportQueries = {
  list: (projectId: string) => (query: ExportQueryDto) =>
    queryOptions({
      queryKey: ["exports", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/exports", { params: { path: { projectId }, query } })),
      // Files that are being made appear by themselves.
      refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => status === "RUNNING") ? 2000 : false),
    }),
  one: (projectId: string, exportId: string) =>
    queryOptions({
      queryKey: ["exports", projectId, exportId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/exports/{exportId}", { params: { path: { projectId, exportId } } })),
      refetchInterval: ({ state }) => (state.data?.status === "RUNNING" ? 1500 : false),
    }),
  /** Rows, filter in words and columns, before anything is asked for. */
  preview: (projectId: string, kind: ExportKind, filter: FilterValues) =>
    queryOptions({
      queryKey: ["exports", projectId, "preview", kind, filter],
      queryFn: () =>
        bodyOf(
          api.POST("/projects/{projectId}/exports/preview", {
            params: { path: { projectId } },
            body: { kind, filter: filter as Record<string, never> },
          }),
        ),
    }),
};

export const requestExport = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RequestExportDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/exports", {
          params: { path: { projectId } },
          body: { ...body, filter: body.filter as Record<string, never> },
        }),
      ),
  });

/** Below /api, for the download. */
export const exportFilePath = (projectId: string, exportId: string) =>
  `/projects/${projectId}/exports/${exportId}/file`;
