import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { RecoverWriteOffDto, RequestWriteOffDto, WriteOffQueryDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

export const writeOffQueries = {
  list: (projectId: string) => (query: WriteOffQueryDto) =>
    queryOptions({
      queryKey: ["write-offs", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/write-offs", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, writeOffId: string) =>
    queryOptions({
      queryKey: ["write-off", projectId, writeOffId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/write-offs/{writeOffId}", { params: { path: { projectId, writeOffId } } }),
        ),
    }),
};

export const requestWriteOff = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RequestWriteOffDto) =>
      bodyOf(api.POST("/projects/{projectId}/write-offs", { params: { path: { projectId } }, body })),
    meta: { done: "核销申请已提交，等待审批" },
  });

export const recoverWriteOff = (projectId: string, writeOffId: string) =>
  mutationOptions({
    mutationFn: (body: RecoverWriteOffDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/write-offs/{writeOffId}/recoveries", {
          params: { path: { projectId, writeOffId } },
          body,
        }),
      ),
    meta: { done: "已收回，收据已开" },
  });
