import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { FeeItemQueryDto, SaveFeeItemDto } from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

export const feeItemQueries = {
  list: (projectId: string) => (query: FeeItemQueryDto) =>
    queryOptions({
      queryKey: ["fee-items", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/fee-items", { params: { path: { projectId }, query } })),
    }),
  /** All items that may be chosen, for pickers. */
  all: (projectId: string) => feeItemQueries.list(projectId)({ pageSize: 200 }),
};

/** Creates an item, or replaces the one given. */
export const saveFeeItem = (projectId: string, feeItemId?: string) =>
  mutationOptions({
    mutationFn: async (body: SaveFeeItemDto) => {
      if (feeItemId) {
        const path = { projectId, feeItemId };
        await bodyOf(api.PUT("/projects/{projectId}/fee-items/{feeItemId}", { params: { path }, body }));
        return;
      }
      await bodyOf(api.POST("/projects/{projectId}/fee-items", { params: { path: { projectId } }, body }));
    },
    meta: { done: feeItemId ? "收费项目已保存" : "收费项目已新建" },
  });

export const removeFeeItem = (projectId: string) =>
  mutationOptions({
    mutationFn: (feeItemId: string) =>
      bodyOf(api.DELETE("/projects/{projectId}/fee-items/{feeItemId}", { params: { path: { projectId, feeItemId } } })),
    meta: { done: "收费项目已删除" },
  });
