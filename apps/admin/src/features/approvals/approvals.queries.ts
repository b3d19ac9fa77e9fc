import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ApprovalQueryDto, ApproveDto, RejectApprovalDto } from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

const ofApproval = (projectId: string, approvalId: string) => ({ params: { path: { projectId, approvalId } } });

export const approvalQueries = {
  list: (projectId: string) => (query: ApprovalQueryDto) =>
    queryOptions({
      queryKey: ["approvals", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/approvals", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, approvalId: string) =>
    queryOptions({
      queryKey: ["approval", projectId, approvalId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/approvals/{approvalId}", ofApproval(projectId, approvalId))),
    }),
};

export const approve = (projectId: string, approvalId: string) =>
  mutationOptions({
    mutationFn: (body: ApproveDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/approvals/{approvalId}/approve", {
          ...ofApproval(projectId, approvalId),
          body,
        }),
      ),
    meta: { done: "已通过，申请的内容已生效" },
  });

export const reject = (projectId: string, approvalId: string) =>
  mutationOptions({
    mutationFn: (body: RejectApprovalDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/approvals/{approvalId}/reject", { ...ofApproval(projectId, approvalId), body }),
      ),
    meta: { done: "已拒绝" },
  });

export const withdraw = (projectId: string, approvalId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.POST("/projects/{projectId}/approvals/{approvalId}/withdraw", ofApproval(projectId, approvalId))),
    meta: { done: "申请已撤回" },
  });
