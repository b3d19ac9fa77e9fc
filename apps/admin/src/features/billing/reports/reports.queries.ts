import { queryOptions } from "@tanstack/react-query";
import type { StandardReportDto, StandardReportQueryDto } from "@linli/contracts";
import type { StandardReport } from "@linli/contracts/enums";
import { api, bodyOf } from "../../../lib/api-client";

/** A row of a report: its fields by column, and an id. */
export type ReportRow = { id: string } & Record<string, string | number | null>;
export type ReportReply = Omit<StandardReportDto, "items" | "totals"> & { items: ReportRow[]; totals: ReportRow };

/** Rows that fit on a print. */
export const MOST_PRINTED = 2_000;
const PRINT_PAGE = 200;

const page = async (projectId: string, report: StandardReport, query: StandardReportQueryDto): Promise<ReportReply> =>
  (await bodyOf(
    api.GET("/projects/{projectId}/billing-reports/{report}", { params: { path: { projectId, report }, query } }),
  )) as unknown as ReportReply;

/** Every row of a report, as far as they are printed. */
async function printed(projectId: string, report: StandardReport, query: StandardReportQueryDto): Promise<ReportReply> {
  const first = await page(projectId, report, { ...query, page: 1, pageSize: PRINT_PAGE });
  const most = Math.min(first.total, MOST_PRINTED);
  const items = [...first.items];
  for (let no = 2; items.length < most; no += 1)
    items.push(...(await page(projectId, report, { ...query, page: no, pageSize: PRINT_PAGE })).items);
  return { ...first, items };
}

export const reportQueries = {
  infos: (projectId: string) =>
    queryOptions({
      queryKey: ["billing-reports", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/billing-reports", { params: { path: { projectId } } })),
      staleTime: Infinity,
    }),
  page: (projectId: string, report: StandardReport) => (query: StandardReportQueryDto) =>
    queryOptions({
      queryKey: ["billing-report", projectId, report, query],
      queryFn: () => page(projectId, report, query),
    }),
  printed: (projectId: string, report: StandardReport, query: StandardReportQueryDto) =>
    queryOptions({
      queryKey: ["billing-report-print", projectId, report, query],
      queryFn: () => printed(projectId, report, query),
    }),
};

/** Starts the job that writes the whole report into a workbook. */
export const requestWorkbook = (projectId: string, report: StandardReport, query: StandardReportQueryDto) =>
  bodyOf(
    api.POST("/projects/{projectId}/billing-reports/{report}/workbooks", {
      params: { path: { projectId, report }, query },
    }),
  );
