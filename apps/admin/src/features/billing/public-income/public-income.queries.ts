import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { PublicEntryQueryDto, RecordPublicEntryDto, ReversePublicEntryDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const inProject = (projectId: string) => ({ params: { path: { projectId } } });

export const publicIncomeQueries = {
  sources: (projectId: string) =>
    queryOptions({
      queryKey: ["public-income-sources", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/public-income/sources", inProject(projectId))),
    }),
  entries: (projectId: string) => (query: PublicEntryQueryDto) =>
    queryOptions({
      queryKey: ["public-income-entries", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/public-income/entries", { params: { path: { projectId }, query } })),
    }),
};

export const recordEntry = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RecordPublicEntryDto) =>
      bodyOf(api.POST("/projects/{projectId}/public-income/entries", { ...inProject(projectId), body })),
    meta: { done: "已登记" },
  });

export const reverseEntry = (projectId: string, entryId: string) =>
  mutationOptions({
    mutationFn: (body: ReversePublicEntryDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/public-income/entries/{entryId}/reverse", {
          params: { path: { projectId, entryId } },
          body,
        }),
      ),
    meta: { done: "已红冲" },
  });
