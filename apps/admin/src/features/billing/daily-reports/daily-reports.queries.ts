import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { DailyReportQueryDto, DailyReportsQueryDto, ReceiveDailyReportDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

export const dailyReportQueries = {
  list: (projectId: string, query: DailyReportsQueryDto) =>
    queryOptions({
      queryKey: ["daily-reports", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/daily-reports", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, query: DailyReportQueryDto) =>
    queryOptions({
      queryKey: ["daily-report", projectId, query],
      staleTime: 0,
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/daily-reports/one", { params: { path: { projectId }, query } })),
    }),
};

const ofCashier = (projectId: string, day: string, cashierId: string) => ({
  params: { path: { projectId, day, cashierId } },
});

export const sendDailyReport = (projectId: string, day: string, cashierId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(
        api.POST("/projects/{projectId}/daily-reports/{day}/{cashierId}/send", ofCashier(projectId, day, cashierId)),
      ),
    meta: { done: "日报已送出" },
  });

export const receiveDailyReport = (projectId: string, day: string, cashierId: string) =>
  mutationOptions({
    mutationFn: (body: ReceiveDailyReportDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/daily-reports/{day}/{cashierId}/receive", {
          ...ofCashier(projectId, day, cashierId),
          body,
        }),
      ),
    meta: { done: "日报已接收" },
  });

export const dailyReportXlsxPath = (projectId: string, { day, cashierId }: DailyReportQueryDto): string =>
  `/projects/${projectId}/daily-reports/xlsx?${new URLSearchParams({ day, ...(cashierId && { cashierId }) }).toString()}`;
