import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  RequestWaiverDto,
  ReverseWaiverDto,
  SaveBillingControlsDto,
  SaveBillingSettingsDto,
  WaiverQueryDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

export const waiverQueries = {
  list: (projectId: string) => (query: WaiverQueryDto) =>
    queryOptions({
      queryKey: ["waivers", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/waivers", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, waiverId: string) =>
    queryOptions({
      queryKey: ["waiver", projectId, waiverId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/waivers/{waiverId}", { params: { path: { projectId, waiverId } } })),
    }),
};

export const requestWaiver = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RequestWaiverDto) =>
      bodyOf(api.POST("/projects/{projectId}/waivers", { params: { path: { projectId } }, body })),
    meta: { done: "减免申请已提交，等待审批" },
  });

export const reverseWaiver = (projectId: string, waiverId: string) =>
  mutationOptions({
    mutationFn: (body: ReverseWaiverDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/waivers/{waiverId}/reverse", {
          params: { path: { projectId, waiverId } },
          body,
        }),
      ),
    meta: { done: "减免已冲回" },
  });

export const billingSettings = (projectId: string) =>
  queryOptions({
    queryKey: ["billing-settings", projectId],
    queryFn: () => bodyOf(api.GET("/projects/{projectId}/billing-settings", { params: { path: { projectId } } })),
  });

export const saveBillingSettings = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: SaveBillingSettingsDto) =>
      bodyOf(api.PUT("/projects/{projectId}/billing-settings", { params: { path: { projectId } }, body })),
    meta: { done: "收费设置已保存" },
  });

export const saveBillingControls = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: SaveBillingControlsDto) =>
      bodyOf(api.PUT("/projects/{projectId}/billing-settings/controls", { params: { path: { projectId } }, body })),
    meta: { done: "审批与限额设置已保存" },
  });
