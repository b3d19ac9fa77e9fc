import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  AddRateVersionDto,
  CreateRateDto,
  EndRateDto,
  RateQueryDto,
  UpdateRateDto,
  UpdateRateVersionDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

const ofRate = (projectId: string, rateId: string) => ({ params: { path: { projectId, rateId } } });

export const rateQueries = {
  list: (projectId: string) => (query: RateQueryDto) =>
    queryOptions({
      queryKey: ["rates", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/rates", { params: { path: { projectId }, query } })),
    }),
  /** All rates, for pickers and the price board. */
  all: (projectId: string) => rateQueries.list(projectId)({ pageSize: 200 }),
  one: (projectId: string, rateId: string) =>
    queryOptions({
      queryKey: ["rate", projectId, rateId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/rates/{rateId}", ofRate(projectId, rateId))),
    }),
};

export const createRate = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: CreateRateDto) =>
      bodyOf(api.POST("/projects/{projectId}/rates", { params: { path: { projectId } }, body })),
    meta: { done: "收费标准已新建" },
  });

export const updateRate = (projectId: string, rateId: string) =>
  mutationOptions({
    mutationFn: (body: UpdateRateDto) =>
      bodyOf(api.PUT("/projects/{projectId}/rates/{rateId}", { ...ofRate(projectId, rateId), body })),
    meta: { done: "收费标准已保存" },
  });

export const removeRate = (projectId: string) =>
  mutationOptions({
    mutationFn: (rateId: string) =>
      bodyOf(api.DELETE("/projects/{projectId}/rates/{rateId}", ofRate(projectId, rateId))),
    meta: { done: "收费标准已删除" },
  });

export const endRate = (projectId: string, rateId: string) =>
  mutationOptions({
    mutationFn: (body: EndRateDto) =>
      bodyOf(api.POST("/projects/{projectId}/rates/{rateId}/end", { ...ofRate(projectId, rateId), body })),
    meta: { done: "收费标准已结束" },
  });

export const addVersion = (projectId: string, rateId: string) =>
  mutationOptions({
    mutationFn: (body: AddRateVersionDto) =>
      bodyOf(api.POST("/projects/{projectId}/rates/{rateId}/versions", { ...ofRate(projectId, rateId), body })),
    meta: { done: "新价格已保存" },
  });

export const updateVersion = (projectId: string, rateId: string, versionId: string) =>
  mutationOptions({
    mutationFn: (body: UpdateRateVersionDto) =>
      bodyOf(
        api.PUT("/projects/{projectId}/rates/{rateId}/versions/{versionId}", {
          params: { path: { projectId, rateId, versionId } },
          body,
        }),
      ),
    meta: { done: "价格已更正" },
  });

export const removeVersion = (projectId: string, rateId: string) =>
  mutationOptions({
    mutationFn: (versionId: string) =>
      bodyOf(
        api.DELETE("/projects/{projectId}/rates/{rateId}/versions/{versionId}", {
          params: { path: { projectId, rateId, versionId } },
        }),
      ),
    meta: { done: "价格已删除，上一价格继续执行" },
  });
