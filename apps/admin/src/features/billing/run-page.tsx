import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { RunDto } from "@linli/contracts";
import { runStatusLabels, unpayableLines } from "@linli/contracts/enums";
import { Alert, Steps } from "antd";
import { useParams } from "react-router";
import { JobProgress } from "../../components/job-progress";
import { Money } from "../../components/money";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import { StatusTag } from "../../components/status-tag";
import { formatMoment, formatPeriod } from "../../lib/dates";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import "./charging.css";
import { RunActions } from "./run-actions";
import { RunLines } from "./run-lines";
import { runQueries } from "./runs.queries";
import { isWorking, runTones, scopeInWords } from "./runs-words";

/** One run: where it stands, what it would bring, and the decision. */
export function RunPage() {
  const { runId = "" } = useParams();
  const query = useQuery(runQueries.one(useProjectId(), runId));
  return <QueryView query={query}>{(run) => <RunView key={run.id} run={run} />}</QueryView>;
}

function RunView({ run }: { run: RunDto }) {
  const working = isWorking(run);
  const faults = unpayableLines(run.differences) + (run.differences.NO_RATE ?? 0);
  const linkTo = usePageLink();
  return (
    <>
      <PageHeader
        title={`${formatPeriod(run.period)}应收批次`}
        back="billing/runs"
        help="charging"
        description={`${scopeInWords(run)} · ${run.createdByName} 于 ${formatMoment(run.createdAt)} 试算`}
        tags={<StatusTag value={run.status} labels={runStatusLabels} tones={runTones} />}
        actions={!working && <RunActions run={run} />}
        figures={
          <>
            <StatCard
              title={run.status === "PUBLISHED" ? "已出账笔数" : "将出账笔数"}
              value={run.lineCount.toLocaleString("en-US")}
              to={run.status === "PUBLISHED" ? linkTo(`billing/charges?runId=${run.id}`) : undefined}
            />
            <StatCard title="金额（元）" value={<Money fen={run.amountFen} />} />
            <StatCard title="已出账跳过" value={run.skippedCount.toLocaleString("en-US")} hint="此前已按相同金额出账" />
            <StatCard
              title="需要处理"
              value={faults.toLocaleString("en-US")}
              hint="无收费对象、缺日期或价格，不会出账"
              tone={faults > 0 ? "bad" : "plain"}
            />
          </>
        }
      />
      <RunSteps run={run} />
      {working && run.jobId && <Progress run={run} jobId={run.jobId} />}
      {run.failure && !working && <Alert type="error" showIcon className="run-decision" title={run.failure} />}
      {run.status === "REVERSED" && (
        <Alert type="info" showIcon className="run-decision" title={`已整批红冲，原因：${run.reversalReason ?? "—"}`} />
      )}
      {run.status !== "REHEARSING" && <RunLines run={run} />}
    </>
  );
}

function Progress({ run, jobId }: { run: RunDto; jobId: string }) {
  const client = useQueryClient();
  return (
    <div className="run-decision">
      <JobProgress
        key={jobId}
        projectId={useProjectId()}
        jobId={jobId}
        canCancel={run.status === "REHEARSING"}
        onDone={() => void client.invalidateQueries()}
      />
    </div>
  );
}

function RunSteps({ run }: { run: RunDto }) {
  const step = { REHEARSING: 0, FAILED: 0, REHEARSED: 1, PUBLISHING: 2, PUBLISHED: 3, REVERSING: 2, REVERSED: 2 };
  const isFailed = run.status === "FAILED";
  return (
    <Steps
      size="small"
      className="run-steps"
      current={step[run.status]}
      status={isFailed ? "error" : run.status === "PUBLISHED" ? "finish" : "process"}
      items={[{ title: "试算" }, { title: "看差异" }, { title: run.status === "REVERSED" ? "已红冲" : "发布" }]}
    />
  );
}
