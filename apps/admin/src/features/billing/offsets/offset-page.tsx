import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { OffsetRunDto } from "@linli/contracts";
import { offsetRunStatusLabels, offsetTriggerLabels } from "@linli/contracts/enums";
import { Alert } from "antd";
import { useParams } from "react-router";
import { JobProgress } from "../../../components/job-progress";
import { ListTable } from "../../../components/list-table";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { StatusTag } from "../../../components/status-tag";
import { formatMoment } from "../../../lib/dates";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { receiptQueries } from "../collection.queries";
import { receiptColumns } from "../receipt-columns";
import { offsetTones } from "./offsets-page";
import { offsetQueries } from "./offsets.queries";

/** 冲抵批次: how it went, and its documents, one per payer. */
export function OffsetPage() {
  const { offsetRunId = "" } = useParams();
  const query = useQuery(offsetQueries.one(useProjectId(), offsetRunId));
  return <QueryView query={query}>{(run) => <OffsetView key={run.id} run={run} />}</QueryView>;
}

function OffsetView({ run }: { run: OffsetRunDto }) {
  const client = useQueryClient();
  const projectId = useProjectId();
  return (
    <>
      <PageHeader
        title="预收冲抵批次"
        back="billing/offsets"
        help="prepayments"
        description={`${offsetTriggerLabels[run.trigger]} · ${run.createdByName} 于 ${formatMoment(run.createdAt)} 发起`}
        tags={<StatusTag value={run.status} labels={offsetRunStatusLabels} tones={offsetTones} />}
        figures={
          run.status === "DONE" && (
            <>
              <StatCard title="冲抵（元）" value={<Money fen={run.amountFen} />} />
              <StatCard title="房间" value={run.roomCount.toLocaleString("en-US")} />
              <StatCard title="应收笔数" value={run.chargeCount.toLocaleString("en-US")} />
              <StatCard title="冲抵单" value={run.receiptCount.toLocaleString("en-US")} hint={`记在 ${run.bookedOn}`} />
            </>
          )
        }
      />
      {run.status === "RUNNING" && (
        <JobProgress projectId={projectId} jobId={run.jobId} canCancel onDone={() => void client.invalidateQueries()} />
      )}
      {run.failure && <Alert type="error" showIcon title={run.failure} />}
      {run.status === "DONE" && <Receipts offsetRunId={run.id} />}
    </>
  );
}

function Receipts({ offsetRunId }: { offsetRunId: string }) {
  const list = receiptQueries.list(useProjectId());
  const linkTo = usePageLink();
  const to = ({ id }: { id: string }) => linkTo(`billing/receipts/${id}`);
  const table = useListTable({
    list: (query: { pageSize?: number; cursor?: string }) => list({ ...query, offsetRunId }),
    paging: "cursor",
    keep: "memory",
  });
  return (
    <ListTable
      name="offset-receipts"
      table={table}
      columns={receiptColumns(to)}
      rowTo={(row) => to(row) ?? ""}
      empty="这次没有可以冲抵的应收。"
    />
  );
}
