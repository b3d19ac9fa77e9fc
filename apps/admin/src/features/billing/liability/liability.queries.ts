import { queryOptions } from "@tanstack/react-query";
import type { PaidBeyondQueryDto, TurnoverQueryDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

export const liabilityQueries = {
  turnover: (projectId: string) => (query: TurnoverQueryDto) =>
    queryOptions({
      queryKey: ["prepayment-turnover", projectId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/prepayment-reports/turnover", { params: { path: { projectId }, query } }),
        ),
    }),
  paidBeyond: (projectId: string) => (query: PaidBeyondQueryDto) =>
    queryOptions({
      queryKey: ["paid-beyond", projectId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/prepayment-reports/paid-beyond", { params: { path: { projectId }, query } }),
        ),
    }),
};
