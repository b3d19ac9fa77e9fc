import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { DuplicateQueryDto, MergeCustomersDto, MergePairDto } from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

const ofProject = (projectId: string) => ({ params: { path: { projectId } } });

export const mergeQueries = {
  duplicates: (projectId: string) => (query: DuplicateQueryDto) =>
    queryOptions({
      queryKey: ["customer-duplicates", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/customer-duplicates", { params: { path: { projectId }, query } })),
    }),
  /** What a merge would do; changes nothing. */
  preview: (projectId: string, pair: MergePairDto) =>
    queryOptions({
      queryKey: ["customer-merge-preview", projectId, pair],
      gcTime: 0,
      queryFn: () =>
        bodyOf(api.POST("/projects/{projectId}/customer-merges/preview", { ...ofProject(projectId), body: pair })),
    }),
  /** Merges into a customer. */
  of: (projectId: string, customerId: string) =>
    queryOptions({
      queryKey: ["customer-merges", projectId, customerId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/customers/{customerId}/merges", {
            params: { path: { projectId, customerId } },
          }),
        ),
    }),
};

export const mergeCustomers = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: MergeCustomersDto) =>
      bodyOf(api.POST("/projects/{projectId}/customer-merges", { ...ofProject(projectId), body })),
    meta: { done: "客户已合并" },
  });

export const undoMerge = (projectId: string, mergeId: string) =>
  mutationOptions({
    mutationFn: (body: { reason: string }) =>
      bodyOf(
        api.POST("/projects/{projectId}/customer-merges/{mergeId}/undo", {
          params: { path: { projectId, mergeId } },
          body,
        }),
      ),
    meta: { done: "合并已撤销" },
  });
