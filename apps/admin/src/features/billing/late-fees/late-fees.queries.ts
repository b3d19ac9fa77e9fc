import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  AddLateFeeRateDto,
  CreateLateFeeSchemeDto,
  FreezeLateFeesDto,
  SaveLateFeeSchemeDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

export const lateFeeQueries = {
  schemes: (projectId: string) =>
    queryOptions({
      queryKey: ["late-fee-schemes", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/late-fee-schemes", { params: { path: { projectId } } })),
    }),
  ofRoom: (projectId: string, roomId: string) =>
    queryOptions({
      queryKey: ["late-fees", projectId, roomId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/late-fees", { params: { path: { projectId }, query: { roomId } } })),
    }),
};

export const freezeLateFees = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: FreezeLateFeesDto) =>
      bodyOf(api.POST("/projects/{projectId}/late-fees/freeze", { params: { path: { projectId } }, body })),
    meta: { done: "违约金已入账" },
  });

export const createScheme = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: CreateLateFeeSchemeDto) =>
      bodyOf(api.POST("/projects/{projectId}/late-fee-schemes", { params: { path: { projectId } }, body })),
    meta: { done: "违约金方案已建立" },
  });

export const saveScheme = (projectId: string, schemeId: string) =>
  mutationOptions({
    mutationFn: (body: SaveLateFeeSchemeDto) =>
      bodyOf(
        api.PUT("/projects/{projectId}/late-fee-schemes/{schemeId}", {
          params: { path: { projectId, schemeId } },
          body,
        }),
      ),
    meta: { done: "违约金方案已保存" },
  });

export const addLateFeeRate = (projectId: string, schemeId: string) =>
  mutationOptions({
    mutationFn: (body: AddLateFeeRateDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/late-fee-schemes/{schemeId}/rates", {
          params: { path: { projectId, schemeId } },
          body,
        }),
      ),
    meta: { done: "新的利率已记下" },
  });
