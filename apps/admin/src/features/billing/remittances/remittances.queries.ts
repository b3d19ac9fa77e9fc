import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { RecordRemittanceDto, RemittanceQueryDto, ReverseRemittanceDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const inProject = (projectId: string) => ({ params: { path: { projectId } } });

export const remittanceQueries = {
  items: (projectId: string) =>
    queryOptions({
      queryKey: ["collected-items", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/remittances/items", inProject(projectId))),
    }),
  list: (projectId: string) => (query: RemittanceQueryDto) =>
    queryOptions({
      queryKey: ["remittances", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/remittances", { params: { path: { projectId }, query } })),
    }),
};

export const recordRemittance = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RecordRemittanceDto) =>
      bodyOf(api.POST("/projects/{projectId}/remittances", { ...inProject(projectId), body })),
    meta: { done: "已登记" },
  });

export const reverseRemittance = (projectId: string, remittanceId: string) =>
  mutationOptions({
    mutationFn: (body: ReverseRemittanceDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/remittances/{remittanceId}/reverse", {
          params: { path: { projectId, remittanceId } },
          body,
        }),
      ),
    meta: { done: "已红冲" },
  });
