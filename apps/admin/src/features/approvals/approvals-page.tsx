import type { ApprovalDto, ApprovalQueryDto } from "@linli/contracts";
import { approvalKindLabels, approvalStatusLabels } from "@linli/contracts/enums";
import { Tabs } from "antd";
import { useSearchParams } from "react-router";
import { type Column, momentColumn, statusColumn, textColumn } from "../../components/columns";
import { ListTable } from "../../components/list-table";
import { PageHeader } from "../../components/page-header";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { useCan } from "../../lib/use-can";
import { useTab } from "../../lib/use-tab";
import { ApprovalDrawer } from "./approval-drawer";
import { approvalQueries } from "./approvals.queries";
import { approvalStatusTones } from "./approvals.words";

const kind = { name: "kind", label: "种类", labels: approvalKindLabels, width: 150 } as const;
const status = { name: "status", label: "状态", labels: approvalStatusLabels, width: 120 } as const;

interface Tab {
  key: string;
  label: string;
  /** Whose requests. */
  scope: Pick<ApprovalQueryDto, "mine" | "own">;
  filters: ListFilter<keyof ApprovalQueryDto & string>[];
  empty: string;
}

const waiting: Tab = {
  key: "waiting",
  label: "待我审批",
  scope: { mine: true },
  filters: [kind],
  empty: "没有等您办理的申请。",
};
const own: Tab = {
  key: "own",
  label: "我的申请",
  scope: { own: true },
  filters: [kind, status],
  empty: "您还没有提出申请。面积变更、拆分合并等业务在办理时提出申请。",
};
const all: Tab = { key: "all", label: "全部", scope: {}, filters: [kind, status], empty: "还没有申请。" };

/** What one person asked for and another decides (four eyes). */
export function ApprovalsPage() {
  const decides = useCan([
    "property:approve",
    "customer:approve-transfer",
    "data:approve-export",
    "billing:approve-waiver",
    "billing:approve-large-waiver",
    "billing:approve-refund",
    "billing:approve-reversal",
    "billing:approve-write-off",
    "billing:approve-reopen",
    "billing:approve-opening",
  ]);
  const tabs = decides ? [waiting, own, all] : [own];
  const [key, setKey] = useTab(tabs[0]?.key ?? own.key);
  const tab = tabs.find((one) => one.key === key) ?? tabs[0] ?? own;
  return (
    <>
      <PageHeader title="审批" help="approvals" description="一人申请、另一人审批；通过时申请的内容同时生效" />
      {tabs.length > 1 && (
        <Tabs activeKey={tab.key} onChange={setKey} items={tabs.map((one) => ({ key: one.key, label: one.label }))} />
      )}
      <ApprovalList key={tab.key} tab={tab} />
    </>
  );
}

function ApprovalList({ tab }: { tab: Tab }) {
  const projectId = useProjectId();
  const [params, setParams] = useSearchParams();
  const table = useListTable({
    list: (query: ApprovalQueryDto) => approvalQueries.list(projectId)({ ...query, ...tab.scope }),
    filters: tab.filters,
    paging: "cursor",
  });
  const open = params.get("approval");

  /** The address with a request opened, or with none. */
  function showing(id: string | undefined): URLSearchParams {
    const next = new URLSearchParams(params);
    next.delete("approval");
    if (id !== undefined) next.set("approval", id);
    return next;
  }

  const columns: Column<ApprovalDto>[] = [
    textColumn("title", "申请", { to: ({ id }) => `?${showing(id).toString()}` }),
    statusColumn("kind", "种类", approvalKindLabels),
    textColumn("reason", "原因", { ellipsis: true, width: 240 }),
    textColumn("requestedByName", "申请人"),
    momentColumn("createdAt", "申请时间"),
    statusColumn("status", "状态", approvalStatusLabels, approvalStatusTones),
    textColumn("decidedByName", "办理人", { hidden: tab === waiting }),
    momentColumn("decidedAt", "办理时间", { hidden: tab === waiting }),
  ];
  return (
    <>
      <ListTable
        name={`approvals-${tab.key}`}
        table={table}
        columns={columns}
        onRowClick={({ id }) => setParams(showing(id))}
        empty={tab.empty}
      />
      <ApprovalDrawer approvalId={open ?? undefined} onClose={() => setParams(showing(undefined))} />
    </>
  );
}
