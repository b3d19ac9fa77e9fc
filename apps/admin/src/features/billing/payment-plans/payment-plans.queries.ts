import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { EndPaymentPlanDto, PaymentPlanQueryDto, RequestPaymentPlanDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const ofPlan = (projectId: string, planId: string) => ({ params: { path: { projectId, planId } } });

export const paymentPlanQueries = {
  list: (projectId: string) => (query: PaymentPlanQueryDto) =>
    queryOptions({
      queryKey: ["payment-plans", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/payment-plans", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, planId: string) =>
    queryOptions({
      queryKey: ["payment-plan", projectId, planId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/payment-plans/{planId}", ofPlan(projectId, planId))),
    }),
};

export const requestPaymentPlan = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RequestPaymentPlanDto) =>
      bodyOf(api.POST("/projects/{projectId}/payment-plans", { params: { path: { projectId } }, body })),
    meta: { done: "分期申请已提交，等待审批" },
  });

export const endPaymentPlan = (projectId: string, planId: string) =>
  mutationOptions({
    mutationFn: (body: EndPaymentPlanDto) =>
      bodyOf(api.POST("/projects/{projectId}/payment-plans/{planId}/end", { ...ofPlan(projectId, planId), body })),
    meta: { done: "分期计划已终止" },
  });
