import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { AddTransferOwnerDto, SaveTransferDto, TransferDetailDto, TransferQueryDto } from "@linli/contracts";
import type { TransferSide } from "@linli/contracts/enums";
import { api, bodyOf } from "../../lib/api-client";

const of = (projectId: string, transferId: string) => ({ params: { path: { projectId, transferId } } });

export const transferQueries = {
  list: (projectId: string) => (query: TransferQueryDto) =>
    queryOptions({
      queryKey: ["transfers", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/transfers", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, transferId: string) =>
    queryOptions({
      queryKey: ["transfer", projectId, transferId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/transfers/{transferId}", of(projectId, transferId))),
    }),
  settlement: (projectId: string, transferId: string) =>
    queryOptions({
      queryKey: ["transfer-settlement", projectId, transferId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/transfers/{transferId}/settlement", of(projectId, transferId))),
    }),
  sheet: (projectId: string, transferId: string, side: TransferSide) =>
    queryOptions({
      queryKey: ["transfer-sheet", projectId, transferId, side],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/transfers/{transferId}/sheets/{side}", {
            params: { path: { projectId, transferId, side } },
          }),
        ),
    }),
};

export const createTransfer = (projectId: string) =>
  mutationOptions({
    mutationFn: (roomId: string) =>
      bodyOf(api.POST("/projects/{projectId}/transfers", { params: { path: { projectId } }, body: { roomId } })),
  });

export const saveTransfer = (projectId: string, transferId: string) =>
  mutationOptions({
    mutationFn: (body: SaveTransferDto) =>
      bodyOf(api.PUT("/projects/{projectId}/transfers/{transferId}", { ...of(projectId, transferId), body })),
    meta: { done: "草稿已保存" },
  });

export const addTransferOwner = (projectId: string, transferId: string) =>
  mutationOptions({
    mutationFn: (body: AddTransferOwnerDto) =>
      bodyOf(api.POST("/projects/{projectId}/transfers/{transferId}/owners", { ...of(projectId, transferId), body })),
    meta: { done: "新业主已登记" },
  });

export const submitTransfer = (projectId: string, transferId: string) =>
  mutationOptions({
    mutationFn: (version: number) =>
      bodyOf(
        api.POST("/projects/{projectId}/transfers/{transferId}/submit", {
          ...of(projectId, transferId),
          body: { version },
        }),
      ),
    meta: { done: "已提交，等待结清" },
  });

export const reopenTransfer = (projectId: string, transferId: string) =>
  mutationOptions({
    mutationFn: (version: number) =>
      bodyOf(
        api.POST("/projects/{projectId}/transfers/{transferId}/reopen", {
          ...of(projectId, transferId),
          body: { version },
        }),
      ),
    meta: { done: "已退回草稿" },
  });

export const completeTransfer = (projectId: string, transferId: string) =>
  mutationOptions({
    mutationFn: (version: number) =>
      bodyOf(
        api.POST("/projects/{projectId}/transfers/{transferId}/complete", {
          ...of(projectId, transferId),
          body: { version },
        }),
      ),
    meta: { done: "过户已办结" },
  });

export const requestTransferApproval = (projectId: string, transferId: string) =>
  mutationOptions({
    mutationFn: (body: { version: number; reason: string }) =>
      bodyOf(
        api.POST("/projects/{projectId}/transfers/{transferId}/request-approval", {
          ...of(projectId, transferId),
          body,
        }),
      ),
    meta: { done: "已提交审批" },
  });

export const cancelTransfer = (projectId: string, transferId: string) =>
  mutationOptions({
    mutationFn: (body: { version: number; reason: string }) =>
      bodyOf(api.POST("/projects/{projectId}/transfers/{transferId}/cancel", { ...of(projectId, transferId), body })),
    meta: { done: "过户已作废" },
  });

/** The draft as the API takes it, so that a step changes its own part and keeps the rest. */
export const draftOf = (transfer: TransferDetailDto): SaveTransferDto => ({
  version: transfer.version,
  transferOn: transfer.transferOn,
  reason: transfer.reason,
  remark: transfer.remark,
  arrears: transfer.arrears,
  prepayment: transfer.prepayment,
  relations: transfer.relations.map(({ relationId, choice }) => ({ relationId, choice })),
  owners: transfer.owners.map(({ customerId, share }) => ({ customerId, share })),
  payerCustomerId: transfer.payerCustomerId,
  readings: transfer.readings,
  confirmations: transfer.confirmations.flatMap(({ key, choice }) => (choice === null ? [] : [{ key, choice }])),
});
