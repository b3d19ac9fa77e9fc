import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ChargeContractQueryDto, SaveChargeContractDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

export const contractQueries = {
  list: (projectId: string) => (query: ChargeContractQueryDto) =>
    queryOptions({
      queryKey: ["charge-contracts", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/charge-contracts", { params: { path: { projectId }, query } })),
    }),
};

/** Registers a contract, or saves the one with the id. */
export const saveContract = (projectId: string, contractId?: string) =>
  mutationOptions({
    mutationFn: (body: SaveChargeContractDto) =>
      contractId === undefined
        ? bodyOf(api.POST("/projects/{projectId}/charge-contracts", { params: { path: { projectId } }, body }))
        : bodyOf(
            api.PUT("/projects/{projectId}/charge-contracts/{contractId}", {
              params: { path: { projectId, contractId } },
              body,
            }),
          ),
    meta: { done: "合同已保存" },
  });
