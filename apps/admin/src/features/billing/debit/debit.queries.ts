import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  CreditDebitBatchDto,
  DebitAgreementQueryDto,
  DebitBatchDetailDto,
  DebitBatchQueryDto,
  DebitExclusionQueryDto,
  DebitHouseholdQueryDto,
  DebitLineQueryDto,
  DebitReasonDto,
  DebitReturnCheckDto,
  MakeDebitBatchDto,
  SaveDebitAgreementDto,
  SaveDebitSchemeDto,
  SettleDebitLineDto,
  SignDebitAgreementDto,
} from "@linli/contracts";
import { api, bodyOf, postForBlob, saveBlob, uploadFile } from "../../../lib/api-client";

const inProject = (projectId: string) => ({ params: { path: { projectId } } });
const ofAgreement = (projectId: string, agreementId: string) => ({ params: { path: { projectId, agreementId } } });
const ofBatch = (projectId: string, batchId: string) => ({ params: { path: { projectId, batchId } } });

/** The whole numbers of an agreement, once; the look is logged with its reason. */
export const unmaskAgreement = (projectId: string, agreementId: string) =>
  mutationOptions({
    mutationFn: (body: DebitReasonDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/debit-agreements/{agreementId}/unmask", {
          ...ofAgreement(projectId, agreementId),
          body,
        }),
      ),
  });

export const debitQueries = {
  schemes: (projectId: string) =>
    queryOptions({
      queryKey: ["debit-schemes", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/debit-schemes", inProject(projectId))),
    }),
  templates: (projectId: string) =>
    queryOptions({
      queryKey: ["debit-templates", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/debit-schemes/templates", inProject(projectId))),
    }),
  preview: (projectId: string, body: SaveDebitSchemeDto) =>
    queryOptions({
      queryKey: ["debit-preview", projectId, body],
      queryFn: () => bodyOf(api.POST("/projects/{projectId}/debit-schemes/preview", { ...inProject(projectId), body })),
    }),
  agreements: (projectId: string) => (query: DebitAgreementQueryDto) =>
    queryOptions({
      queryKey: ["debit-agreements", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/debit-agreements", { params: { path: { projectId }, query } })),
    }),
  promotion: (projectId: string) =>
    queryOptions({
      queryKey: ["debit-promotion", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/debit-agreements/promotion", inProject(projectId))),
    }),
  households: (projectId: string) => (query: DebitHouseholdQueryDto) =>
    queryOptions({
      queryKey: ["debit-households", projectId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/debit-agreements/households", { params: { path: { projectId }, query } }),
        ),
    }),
  batches: (projectId: string) => (query: DebitBatchQueryDto) =>
    queryOptions({
      queryKey: ["debit-batches", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/debit-batches", { params: { path: { projectId }, query } })),
    }),
  batch: (projectId: string, batchId: string) =>
    queryOptions({
      queryKey: ["debit-batch", projectId, batchId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/debit-batches/{batchId}", ofBatch(projectId, batchId))),
    }),
  lines: (projectId: string, batchId: string) => (query: DebitLineQueryDto) =>
    queryOptions({
      queryKey: ["debit-lines", projectId, batchId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/debit-batches/{batchId}/lines", {
            params: { path: { projectId, batchId }, query },
          }),
        ),
    }),
  exclusions: (projectId: string, batchId: string) => (query: DebitExclusionQueryDto) =>
    queryOptions({
      queryKey: ["debit-exclusions", projectId, batchId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/debit-batches/{batchId}/exclusions", {
            params: { path: { projectId, batchId }, query },
          }),
        ),
    }),
};

export const saveAgreement = (projectId: string, agreementId?: string) =>
  mutationOptions({
    mutationFn: (body: SaveDebitAgreementDto) =>
      bodyOf(
        agreementId
          ? api.PUT("/projects/{projectId}/debit-agreements/{agreementId}", {
              ...ofAgreement(projectId, agreementId),
              body,
            })
          : api.POST("/projects/{projectId}/debit-agreements", { ...inProject(projectId), body }),
      ),
    meta: { done: "划款协议已保存" },
  });

export const signAgreement = (projectId: string, agreementId: string) =>
  mutationOptions({
    mutationFn: (body: SignDebitAgreementDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/debit-agreements/{agreementId}/sign", {
          ...ofAgreement(projectId, agreementId),
          body,
        }),
      ),
    meta: { done: "协议已生效" },
  });

export const suspendAgreement = (projectId: string, agreementId: string) =>
  mutationOptions({
    mutationFn: (body: DebitReasonDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/debit-agreements/{agreementId}/suspend", {
          ...ofAgreement(projectId, agreementId),
          body,
        }),
      ),
    meta: { done: "协议已暂停" },
  });

export const resumeAgreement = (projectId: string, agreementId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(
        api.POST("/projects/{projectId}/debit-agreements/{agreementId}/resume", ofAgreement(projectId, agreementId)),
      ),
    meta: { done: "协议已恢复有效" },
  });

export const endAgreement = (projectId: string, agreementId: string) =>
  mutationOptions({
    mutationFn: (body: DebitReasonDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/debit-agreements/{agreementId}/end", {
          ...ofAgreement(projectId, agreementId),
          body,
        }),
      ),
    meta: { done: "协议已终止" },
  });

export const createScheme = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: SaveDebitSchemeDto) =>
      bodyOf(api.POST("/projects/{projectId}/debit-schemes", { ...inProject(projectId), body })),
    meta: { done: "托收方案已建立" },
  });

export const updateScheme = (projectId: string, schemeId: string) =>
  mutationOptions({
    mutationFn: (body: SaveDebitSchemeDto) =>
      bodyOf(
        api.PUT("/projects/{projectId}/debit-schemes/{schemeId}", { params: { path: { projectId, schemeId } }, body }),
      ),
    meta: { done: "托收方案已保存" },
  });

export const makeBatch = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: MakeDebitBatchDto) =>
      bodyOf(api.POST("/projects/{projectId}/debit-batches", { ...inProject(projectId), body })),
    meta: { done: "草稿已建立" },
  });

export const remakeBatch = (projectId: string, batchId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.POST("/projects/{projectId}/debit-batches/{batchId}/remake", ofBatch(projectId, batchId))),
    meta: { done: "明细已按现在的账重新生成" },
  });

export const leaveOutLines = (projectId: string, batchId: string) =>
  mutationOptions({
    mutationFn: (lineIds: string[]) =>
      bodyOf(
        api.POST("/projects/{projectId}/debit-batches/{batchId}/leave-out", {
          ...ofBatch(projectId, batchId),
          body: { lineIds },
        }),
      ),
    meta: { done: "已剔除" },
  });

/** Exports a draft, or hands the same file out again. */
export const exportBatch = (projectId: string, { id, batchNo }: { id: string; batchNo: string }) =>
  mutationOptions({
    mutationFn: async () => {
      const file = await postForBlob(`/projects/${projectId}/debit-batches/${id}/export`, {});
      saveBlob(file.blob, file.fileName ?? batchNo);
    },
    meta: { done: "报盘文件已导出" },
  });

export const voidBatch = (projectId: string, batchId: string) =>
  mutationOptions({
    mutationFn: (body: DebitReasonDto) =>
      bodyOf(api.POST("/projects/{projectId}/debit-batches/{batchId}/void", { ...ofBatch(projectId, batchId), body })),
    meta: { done: "批次已作废，应收已解锁" },
  });

export const settleLine = (projectId: string, batchId: string, lineId: string) =>
  mutationOptions({
    mutationFn: (body: SettleDebitLineDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/debit-batches/{batchId}/lines/{lineId}/settle", {
          params: { path: { projectId, batchId, lineId } },
          body,
        }),
      ),
    meta: { done: "结果已核实" },
  });

export const creditBatch = (projectId: string, batchId: string) =>
  mutationOptions({
    mutationFn: (body: CreditDebitBatchDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/debit-batches/{batchId}/credits", { ...ofBatch(projectId, batchId), body }),
      ),
    meta: { done: "到账已登记" },
  });

interface ReturnFile {
  file: File;
  valueDate: string | null;
}

const returnPath = (projectId: string, batchId: string, verb: string, valueDate: string | null) =>
  `/projects/${projectId}/debit-batches/${batchId}/${verb}${valueDate ? `?valueDate=${valueDate}` : ""}`;

/** What a return file would do; nothing is booked. */
export const checkReturn = (projectId: string, batchId: string) =>
  mutationOptions({
    mutationFn: ({ file, valueDate }: ReturnFile) =>
      uploadFile<DebitReturnCheckDto>(returnPath(projectId, batchId, "return/check", valueDate), file),
    meta: { readOnly: true },
  });

export const importReturn = (projectId: string, batchId: string) =>
  mutationOptions({
    mutationFn: ({ file, valueDate }: ReturnFile) =>
      uploadFile<DebitBatchDetailDto>(returnPath(projectId, batchId, "return", valueDate), file),
    meta: { done: "回盘已入账" },
  });
