import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  ChargeFilterDto,
  ChargeQueryDto,
  CreateChargeDto,
  OpenDisputeDto,
  ReverseChargeDto,
  SettleDisputeDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

export const chargeQueries = {
  list: (projectId: string) => (query: ChargeQueryDto) =>
    queryOptions({
      queryKey: ["charges", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/charges", { params: { path: { projectId }, query } })),
    }),
  totals: (projectId: string, query: ChargeFilterDto) =>
    queryOptions({
      queryKey: ["charge-totals", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/charge-totals", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, chargeId: string) =>
    queryOptions({
      queryKey: ["charge", projectId, chargeId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/charges/{chargeId}", { params: { path: { projectId, chargeId } } })),
    }),
  ofRoom: (projectId: string, roomId: string, year?: number) =>
    queryOptions({
      queryKey: ["room-charges", projectId, roomId, year],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/rooms/{roomId}/charges", {
            params: { path: { projectId, roomId }, query: { year } },
          }),
        ),
    }),
};

export const createCharge = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: CreateChargeDto) =>
      bodyOf(api.POST("/projects/{projectId}/charges", { params: { path: { projectId } }, body })),
    meta: { done: "临时收费已登记" },
  });

export const openDispute = (projectId: string, chargeId: string) =>
  mutationOptions({
    mutationFn: (body: OpenDisputeDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/charges/{chargeId}/dispute", {
          params: { path: { projectId, chargeId } },
          body,
        }),
      ),
    meta: { done: "争议已登记" },
  });

export const settleDispute = (projectId: string, chargeId: string) =>
  mutationOptions({
    mutationFn: (body: SettleDisputeDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/charges/{chargeId}/dispute/settle", {
          params: { path: { projectId, chargeId } },
          body,
        }),
      ),
    meta: { done: "争议已处理" },
  });

export const reverseCharge = (projectId: string, chargeId: string) =>
  mutationOptions({
    mutationFn: (body: ReverseChargeDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/charges/{chargeId}/reverse", {
          params: { path: { projectId, chargeId } },
          body,
        }),
      ),
    meta: { done: "应收已红冲" },
  });
