import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { SaveChargeStartDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

export const chargeStartQueries = {
  ofProject: (projectId: string) =>
    queryOptions({
      queryKey: ["charge-start", projectId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/billing-settings/charge-start", { params: { path: { projectId } } })),
    }),
  ofRoom: (projectId: string, roomId: string) =>
    queryOptions({
      queryKey: ["charge-start", projectId, roomId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/rooms/{roomId}/charge-start", { params: { path: { projectId, roomId } } }),
        ),
    }),
};

export const setChargeStart = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: SaveChargeStartDto) =>
      bodyOf(api.PUT("/projects/{projectId}/billing-settings/charge-start", { params: { path: { projectId } }, body })),
    meta: { done: "起算政策已保存" },
  });
