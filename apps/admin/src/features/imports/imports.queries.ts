import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ImportDto, ImportQueryDto, ImportRowQueryDto, SaveImportMappingDto } from "@linli/contracts";
import { api, bodyOf, uploadFile } from "../../lib/api-client";

const pathOf = (projectId: string, importId: string) => ({ path: { projectId, importId } });

export const importQueries = {
  list: (projectId: string) => (query: ImportQueryDto) =>
    queryOptions({
      queryKey: ["imports", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/imports", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, importId: string) =>
    queryOptions({
      queryKey: ["imports", projectId, importId],
      queryFn: (): Promise<ImportDto> =>
        bodyOf(api.GET("/projects/{projectId}/imports/{importId}", { params: pathOf(projectId, importId) })),
      // The job bar tells the progress; this finds out how it ended.
      refetchInterval: ({ state }) =>
        state.data?.status === "CHECKING" || state.data?.status === "COMMITTING" ? 1500 : false,
    }),
  rows: (projectId: string, importId: string) => (query: ImportRowQueryDto) =>
    queryOptions({
      queryKey: ["imports", projectId, importId, "rows", query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/imports/{importId}/rows", {
            params: { ...pathOf(projectId, importId), query },
          }),
        ),
    }),
};

export const uploadImport = (projectId: string) =>
  mutationOptions({ mutationFn: (file: File) => uploadFile<ImportDto>(`/projects/${projectId}/imports`, file) });

export const saveMapping = (projectId: string, importId: string) =>
  mutationOptions({
    mutationFn: (body: SaveImportMappingDto) =>
      bodyOf(
        api.PUT("/projects/{projectId}/imports/{importId}/mapping", { params: pathOf(projectId, importId), body }),
      ),
  });

export const checkImport = (projectId: string, importId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.POST("/projects/{projectId}/imports/{importId}/check", { params: pathOf(projectId, importId) })),
  });

export const commitImport = (projectId: string, importId: string) =>
  mutationOptions({
    mutationFn: (decisions: string[]) =>
      bodyOf(
        api.POST("/projects/{projectId}/imports/{importId}/commit", {
          params: pathOf(projectId, importId),
          body: { decisions },
        }),
      ),
  });

/** Below /api, for downloads. */
export const reportPath = (projectId: string, importId: string) => `/projects/${projectId}/imports/${importId}/report`;
export const templatePath = (projectId: string, kind: string) => `/projects/${projectId}/import-templates/${kind}`;
