import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { NoticeSettingsDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

export const noticeSettings = (projectId: string) =>
  queryOptions({
    queryKey: ["notice-settings", projectId],
    queryFn: () => bodyOf(api.GET("/projects/{projectId}/notice-settings", { params: { path: { projectId } } })),
  });

export const saveNoticeSettings = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: NoticeSettingsDto) =>
      bodyOf(api.PUT("/projects/{projectId}/notice-settings", { params: { path: { projectId } }, body })),
    meta: { done: "二维码设置已保存" },
  });
