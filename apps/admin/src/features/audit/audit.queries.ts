import type { AuditFilterDto, AuditQueryDto } from "@linli/contracts";
import { queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "../../lib/api-client";

export const auditQueries = {
  /** The log of the company and all projects. */
  all: (query: AuditQueryDto) =>
    queryOptions({
      queryKey: ["audit-log", query],
      queryFn: () => bodyOf(api.GET("/audit-log", { params: { query } })),
    }),
  /** The log of one project. */
  ofProject: (projectId: string) => (query: AuditFilterDto) =>
    queryOptions({
      queryKey: ["audit-log", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/audit-log", { params: { path: { projectId }, query } })),
    }),
};
