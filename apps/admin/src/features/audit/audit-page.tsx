import type { AuditQueryDto } from "@linli/contracts";
import type { ListFilter } from "../../lib/list-filter";
import { useSession } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { AuditList, auditFilters } from "./audit-list";
import { auditQueries } from "./audit.queries";

/** What concerns the company and no project. */
const COMPANY = "00000000-0000-0000-0000-000000000000";

/** 审计日志 of the company and all projects (LAW-53). */
export function AuditPage() {
  const { projects } = useSession();
  const labels = { [COMPANY]: "公司", ...Object.fromEntries(projects.map(({ id, name }) => [id, name])) };
  const ofProject: ListFilter<keyof AuditQueryDto & string> = {
    name: "projectId",
    label: "管理区",
    labels,
    width: 200,
  };
  const filters = [...auditFilters.slice(0, 2), ofProject, ...auditFilters.slice(2)];
  const table = useListTable({ list: auditQueries.all, filters, paging: "cursor" });
  return <AuditList title="审计日志" table={table} exportPath="/audit-log/export" withProject />;
}
