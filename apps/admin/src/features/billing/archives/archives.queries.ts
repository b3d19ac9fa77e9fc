import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ArchiveCheckDto, ArchiveQueryDto, RequestArchiveDto } from "@linli/contracts";
import { api, bodyOf, uploadFile } from "../../../lib/api-client";

const base = "/projects/{projectId}/archive-exports";

export const archiveQueries = {
  list: (projectId: string) => (query: ArchiveQueryDto) =>
    queryOptions({
      queryKey: ["archives", projectId, query],
      queryFn: () => bodyOf(api.GET(base, { params: { path: { projectId }, query } })),
      // archives that are being made appear by themselves
      refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => status === "RUNNING") ? 2000 : false),
    }),
  one: (projectId: string, archiveId: string) =>
    queryOptions({
      queryKey: ["archives", projectId, archiveId],
      queryFn: () => bodyOf(api.GET(`${base}/{archiveId}`, { params: { path: { projectId, archiveId } } })),
      refetchInterval: ({ state }) => (state.data?.status === "RUNNING" ? 1500 : false),
    }),
  years: (projectId: string) =>
    queryOptions({
      queryKey: ["archives", projectId, "years"],
      queryFn: () => bodyOf(api.GET(`${base}/years`, { params: { path: { projectId } } })),
    }),
};

export const requestArchive = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RequestArchiveDto) => bodyOf(api.POST(base, { params: { path: { projectId } }, body })),
  });

/** Whether a file is an archive of ours, unchanged. */
export const checkArchive = (projectId: string) =>
  mutationOptions({
    mutationFn: (file: File) => uploadFile<ArchiveCheckDto>(`/projects/${projectId}/archive-exports/check`, file),
    meta: { readOnly: true },
  });

/** Below /api, for the download. */
export const archiveFilePath = (projectId: string, archiveId: string) =>
  `/projects/${projectId}/archive-exports/${archiveId}/file`;
