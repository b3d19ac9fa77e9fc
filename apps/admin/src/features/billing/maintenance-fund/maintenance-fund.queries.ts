import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  CursorQueryDto,
  FundAccountQueryDto,
  FundDocumentQueryDto,
  FundStatementCheckDto,
  FundStatementQueryDto,
  FundSummaryDto,
  FundUseProposalDto,
  RecordFundUseDto,
  ReverseFundDocumentDto,
} from "@linli/contracts";
import { api, bodyOf, uploadFile } from "../../../lib/api-client";

const inProject = (projectId: string) => ({ path: { projectId } });

/** The accounts as a workbook, to be kept or filled in. */
export const fundWorkbookPath = (projectId: string) => `/projects/${projectId}/maintenance-fund/statements/workbook`;

export const fundQueries = {
  summary: (projectId: string) =>
    queryOptions({
      queryKey: ["fund-summary", projectId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/maintenance-fund/summary", { params: inProject(projectId) })),
    }),
  accounts: (projectId: string) => (query: FundAccountQueryDto) =>
    queryOptions({
      queryKey: ["fund-accounts", projectId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/maintenance-fund/accounts", { params: { ...inProject(projectId), query } }),
        ),
    }),
  entries: (projectId: string, roomId: string) => (query: CursorQueryDto) =>
    queryOptions({
      queryKey: ["fund-entries", projectId, roomId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/maintenance-fund/accounts/{roomId}/entries", {
            params: { path: { projectId, roomId }, query },
          }),
        ),
    }),
  documents: (projectId: string) => (query: FundDocumentQueryDto) =>
    queryOptions({
      queryKey: ["fund-documents", projectId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/maintenance-fund/documents", { params: { ...inProject(projectId), query } }),
        ),
    }),
  documentEntries: (projectId: string, documentId: string) => (query: CursorQueryDto) =>
    queryOptions({
      queryKey: ["fund-document-entries", projectId, documentId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/maintenance-fund/documents/{documentId}/entries", {
            params: { path: { projectId, documentId }, query },
          }),
        ),
    }),
  preview: (projectId: string, body: FundUseProposalDto) =>
    queryOptions({
      queryKey: ["fund-use-preview", projectId, body],
      queryFn: () =>
        bodyOf(api.POST("/projects/{projectId}/maintenance-fund/uses/preview", { params: inProject(projectId), body })),
      retry: false,
    }),
};

export const checkStatement = (projectId: string) =>
  mutationOptions({
    mutationFn: (file: File) =>
      uploadFile<FundStatementCheckDto>(`/projects/${projectId}/maintenance-fund/statements/check`, file),
    meta: { readOnly: true },
  });

export const recordStatement = (projectId: string) =>
  mutationOptions({
    mutationFn: ({ file, ...query }: FundStatementQueryDto & { file: File }) => {
      const said = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
      const words = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
      return uploadFile<FundSummaryDto>(`/projects/${projectId}/maintenance-fund/statements?${words}`, file);
    },
    meta: { done: "已登记" },
  });

export const recordUse = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RecordFundUseDto) =>
      bodyOf(api.POST("/projects/{projectId}/maintenance-fund/uses", { params: inProject(projectId), body })),
    meta: { done: "已登记" },
  });

export const reverseDocument = (projectId: string, documentId: string) =>
  mutationOptions({
    mutationFn: (body: ReverseFundDocumentDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/maintenance-fund/documents/{documentId}/reverse", {
          params: { path: { projectId, documentId } },
          body,
        }),
      ),
    meta: { done: "已红冲" },
  });
