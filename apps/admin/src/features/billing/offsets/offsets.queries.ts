import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { OffsetRunQueryDto, OffsetSchemeDto, OffsetScopeDto, StartOffsetDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const inProject = (projectId: string) => ({ params: { path: { projectId } } });

export const offsetQueries = {
  scheme: (projectId: string) =>
    queryOptions({
      queryKey: ["offset-scheme", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/offset-scheme", inProject(projectId))),
    }),
  preview: (projectId: string, body: OffsetScopeDto) =>
    queryOptions({
      queryKey: ["offset-preview", projectId, body],
      queryFn: () => bodyOf(api.POST("/projects/{projectId}/offsets/preview", { ...inProject(projectId), body })),
    }),
  list: (projectId: string) => (query: OffsetRunQueryDto) =>
    queryOptions({
      queryKey: ["offsets", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/offsets", { params: { path: { projectId }, query } })),
    }),
  /** Asked for again while the job is at it. */
  one: (projectId: string, offsetRunId: string) =>
    queryOptions({
      queryKey: ["offset", projectId, offsetRunId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/offsets/{offsetRunId}", { params: { path: { projectId, offsetRunId } } }),
        ),
      refetchInterval: ({ state }) => (state.data?.status === "RUNNING" ? 1500 : false),
    }),
};

export const saveOffsetScheme = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: OffsetSchemeDto) =>
      bodyOf(api.PUT("/projects/{projectId}/offset-scheme", { ...inProject(projectId), body })),
    meta: { done: "使用方案已保存" },
  });

export const startOffset = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: StartOffsetDto) =>
      bodyOf(api.POST("/projects/{projectId}/offsets", { ...inProject(projectId), body })),
  });
