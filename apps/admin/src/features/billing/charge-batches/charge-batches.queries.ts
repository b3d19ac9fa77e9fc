import { keepPreviousData, mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ChargeBatchDto, ChargeFileCheckDto, CreateRoomChargesDto, ProposeRoomChargesDto } from "@linli/contracts";
import { api, bodyOf, uploadFile } from "../../../lib/api-client";

export const roomChargesQueries = {
  /** What charging would do; asked anew whenever the form changes. */
  preview: (projectId: string, body: ProposeRoomChargesDto) =>
    queryOptions({
      queryKey: ["room-charges-preview", projectId, body],
      queryFn: () =>
        bodyOf(api.POST("/projects/{projectId}/charge-batches/preview", { params: { path: { projectId } }, body })),
      placeholderData: keepPreviousData,
      staleTime: 0,
      retry: false,
    }),
};

export const createRoomCharges = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: CreateRoomChargesDto) =>
      bodyOf(api.POST("/projects/{projectId}/charge-batches", { params: { path: { projectId } }, body })),
    meta: {},
  });

export const chargeTemplatePath = (projectId: string) => `/projects/${projectId}/charge-batches/workbook/template`;

export const checkChargeFile = (projectId: string) =>
  mutationOptions({
    mutationFn: (file: File) =>
      uploadFile<ChargeFileCheckDto>(`/projects/${projectId}/charge-batches/workbook/check`, file),
    meta: { readOnly: true },
  });

export const recordChargeFile = (projectId: string) =>
  mutationOptions({
    mutationFn: ({ id, file }: { id: string; file: File }) =>
      uploadFile<ChargeBatchDto>(`/projects/${projectId}/charge-batches/workbook?id=${id}`, file),
    meta: {},
  });
