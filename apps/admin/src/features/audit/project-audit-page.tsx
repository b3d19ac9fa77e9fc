import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { AuditList, auditFilters } from "./audit-list";
import { auditQueries } from "./audit.queries";

/** 审计日志 of one project. */
export function ProjectAuditPage() {
  const projectId = useProjectId();
  const table = useListTable({ list: auditQueries.ofProject(projectId), filters: auditFilters, paging: "cursor" });
  return <AuditList title="管理区审计日志" table={table} exportPath={`/projects/${projectId}/audit-log/export`} />;
}
