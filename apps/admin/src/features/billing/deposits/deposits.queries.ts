import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  CreateDepositDto,
  DeductDepositDto,
  DepositQueryDto,
  DepositReportQueryDto,
  MoveDepositDto,
  SetRefundableDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const ofDeposit = (projectId: string, depositId: string) => ({ params: { path: { projectId, depositId } } });

export const depositQueries = {
  list: (projectId: string) => (query: DepositQueryDto) =>
    queryOptions({
      queryKey: ["deposits", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/deposits", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, depositId: string) =>
    queryOptions({
      queryKey: ["deposit", projectId, depositId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/deposits/{depositId}", ofDeposit(projectId, depositId))),
    }),
  report: (projectId: string, query: DepositReportQueryDto) =>
    queryOptions({
      queryKey: ["deposit-report", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/deposits/report", { params: { path: { projectId }, query } })),
    }),
};

export const createDeposit = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: CreateDepositDto) =>
      bodyOf(api.POST("/projects/{projectId}/deposits", { params: { path: { projectId } }, body })),
    meta: { done: "押金已登记，请到收银台收取" },
  });

export const deductDeposit = (projectId: string, depositId: string) =>
  mutationOptions({
    mutationFn: (body: DeductDepositDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/deposits/{depositId}/deductions", { ...ofDeposit(projectId, depositId), body }),
      ),
    meta: { done: "已扣除" },
  });

export const setRefundable = (projectId: string, depositId: string) =>
  mutationOptions({
    mutationFn: (body: SetRefundableDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/deposits/{depositId}/refundable", { ...ofDeposit(projectId, depositId), body }),
      ),
    meta: { done: "已标记" },
  });

export const moveDeposit = (projectId: string, depositId: string) =>
  mutationOptions({
    mutationFn: (body: MoveDepositDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/deposits/{depositId}/moves", { ...ofDeposit(projectId, depositId), body }),
      ),
    meta: { done: "已转为预收" },
  });
