import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ExplainDifferenceDto, ReconciliationQueryDto, SaveStatementsDto } from "@linli/contracts";
import type { Channel } from "@linli/contracts/enums";
import { api, bodyOf } from "../../../lib/api-client";

export const reconciliationQuery = (projectId: string, query: ReconciliationQueryDto) =>
  queryOptions({
    queryKey: ["reconciliation", projectId, query],
    queryFn: () => bodyOf(api.GET("/projects/{projectId}/reconciliation", { params: { path: { projectId }, query } })),
  });

export const saveStatements = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: SaveStatementsDto) =>
      bodyOf(api.POST("/projects/{projectId}/reconciliation/statements", { params: { path: { projectId } }, body })),
    meta: { done: "对账单已登记" },
  });

export const explainDifference = (projectId: string, day: string, channel: Channel) =>
  mutationOptions({
    mutationFn: (body: ExplainDifferenceDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/reconciliation/{day}/{channel}/explain", {
          params: { path: { projectId, day, channel } },
          body,
        }),
      ),
    meta: { done: "差异已说明" },
  });
