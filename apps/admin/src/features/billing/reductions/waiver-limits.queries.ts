import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { SaveWaiverLimitsDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

export const waiverLimits = (projectId: string) =>
  queryOptions({
    queryKey: ["waiver-limits", projectId],
    queryFn: () => bodyOf(api.GET("/projects/{projectId}/waiver-limits", { params: { path: { projectId } } })),
  });

export const saveWaiverLimits = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: SaveWaiverLimitsDto) =>
      bodyOf(api.PUT("/projects/{projectId}/waiver-limits", { params: { path: { projectId } }, body })),
    meta: { done: "审批限额已保存" },
  });
