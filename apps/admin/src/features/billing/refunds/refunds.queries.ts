import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  CancelRefundRequestDto,
  PayRefundRequestDto,
  RefundRequestQueryDto,
  RequestRefundDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

export const refundRequestQueries = {
  list: (projectId: string) => (query: RefundRequestQueryDto) =>
    queryOptions({
      queryKey: ["refund-requests", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/refund-requests", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, requestId: string) =>
    queryOptions({
      queryKey: ["refund-request", projectId, requestId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/refund-requests/{requestId}", { params: { path: { projectId, requestId } } }),
        ),
    }),
};

export const requestRefund = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RequestRefundDto) =>
      bodyOf(api.POST("/projects/{projectId}/refund-requests", { params: { path: { projectId } }, body })),
    meta: { done: "退款申请已提交，等待审核" },
  });

export const cancelRefundRequest = (projectId: string, requestId: string) =>
  mutationOptions({
    mutationFn: (body: CancelRefundRequestDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/refund-requests/{requestId}/cancel", {
          params: { path: { projectId, requestId } },
          body,
        }),
      ),
    meta: { done: "退款申请已取消" },
  });

/** The whole account number; each look is logged. */
export const showRefundAccount = (projectId: string, requestId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(
        api.POST("/projects/{projectId}/refund-requests/{requestId}/account", {
          params: { path: { projectId, requestId } },
        }),
      ),
  });

export const payRefundRequest = (projectId: string, requestId: string) =>
  mutationOptions({
    mutationFn: (body: PayRefundRequestDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/refund-requests/{requestId}/pay", {
          params: { path: { projectId, requestId } },
          body,
        }),
      ),
    meta: { done: "已退款" },
  });
