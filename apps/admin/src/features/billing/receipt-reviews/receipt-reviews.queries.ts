import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ReceiptReviewQueryDto, ReviewReceiptsDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

export const receiptReviewQueries = {
  list: (projectId: string) => (query: ReceiptReviewQueryDto) =>
    queryOptions({
      queryKey: ["receipt-reviews", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/receipt-reviews", { params: { path: { projectId }, query } })),
    }),
};

export const reviewReceipts = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: ReviewReceiptsDto) =>
      bodyOf(api.POST("/projects/{projectId}/receipt-reviews", { params: { path: { projectId } }, body })),
    meta: { done: "已审核" },
  });
