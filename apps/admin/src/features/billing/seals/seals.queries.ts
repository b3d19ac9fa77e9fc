import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ReopenPeriodDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

export const sealQueries = {
  list: (projectId: string) =>
    queryOptions({
      queryKey: ["period-seals", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/period-seals", { params: { path: { projectId } } })),
    }),
};

export const verifySeal = (projectId: string) =>
  mutationOptions({
    mutationFn: (period: string) =>
      bodyOf(
        api.POST("/projects/{projectId}/period-seals/{period}/verify", { params: { path: { projectId, period } } }),
      ),
    meta: { readOnly: true },
  });

export const reopenPeriod = (projectId: string, period: string) =>
  mutationOptions({
    mutationFn: (body: ReopenPeriodDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/periods/{period}/reopen", { params: { path: { projectId, period } }, body }),
      ),
    meta: { done: "已申请反结账，等待审批" },
  });
