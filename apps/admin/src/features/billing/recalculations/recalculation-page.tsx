import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { RecalculationDto } from "@linli/contracts";
import { recalculationStatusLabels } from "@linli/contracts/enums";
import { Alert, Tabs } from "antd";
import { useParams } from "react-router";
import { JobProgress } from "../../../components/job-progress";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { StatusTag } from "../../../components/status-tag";
import { ThingTimeline } from "../../../components/thing-timeline";
import { formatMoment } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import "../charging.css";
import { RecalculationActions } from "./recalculation-actions";
import { RecalculationLines } from "./recalculation-lines";
import { isWorking, monthsInWords, recalculationTones, scopeInWords } from "./recalculation-words";
import { recalculationQueries } from "./recalculations.queries";

/** One recalculation: the differences, the decision, and what became of it. */
export function RecalculationPage() {
  const { recalculationId = "" } = useParams();
  const query = useQuery(recalculationQueries.one(useProjectId(), recalculationId));
  return <QueryView query={query}>{(found) => <View key={found.id} recalculation={found} />}</QueryView>;
}

function View({ recalculation }: { recalculation: RecalculationDto }) {
  const { id, status, reason, createdByName, createdAt, lineCount, oldFen, newFen, blockedCount } = recalculation;
  const working = isWorking(recalculation);
  return (
    <>
      <PageHeader
        title={`${monthsInWords(recalculation)} 应收重算`}
        back="billing/recalculations"
        help="recalculations"
        description={`${scopeInWords(recalculation)} · ${createdByName} 于 ${formatMoment(createdAt)} 计算 · 原因：${reason}`}
        tags={<StatusTag value={status} labels={recalculationStatusLabels} tones={recalculationTones} />}
        actions={!working && <RecalculationActions recalculation={recalculation} />}
        figures={
          status !== "COMPUTING" && (
            <>
              <StatCard title="可以重算" value={lineCount.toLocaleString("en-US")} hint="每间房、项目、月份一项" />
              <StatCard title="原金额（元）" value={<Money fen={oldFen} />} hint="已减去减免和优惠" />
              <StatCard
                title="现金额（元）"
                value={<Money fen={newFen} />}
                hint={`应收${newFen < oldFen ? "减少" : "增加"} ${formatFen(Math.abs(newFen - oldFen))} 元`}
              />
              <StatCard
                title="不能重算"
                value={blockedCount.toLocaleString("en-US")}
                hint="保持原样，原因见清单"
                tone={blockedCount > 0 ? "warning" : "plain"}
              />
            </>
          )
        }
      />
      {working && recalculation.jobId && <Progress recalculation={recalculation} jobId={recalculation.jobId} />}
      <Outcome recalculation={recalculation} />
      {status !== "COMPUTING" && (
        <Tabs
          destroyOnHidden
          items={[
            { key: "lines", label: "差异清单", children: <RecalculationLines recalculation={recalculation} /> },
            { key: "history", label: "历史", children: <ThingTimeline entity="recalculation" entityId={id} /> },
          ]}
        />
      )}
    </>
  );
}

function Progress({ recalculation, jobId }: { recalculation: RecalculationDto; jobId: string }) {
  const client = useQueryClient();
  return (
    <div className="run-decision">
      <JobProgress
        key={jobId}
        projectId={useProjectId()}
        jobId={jobId}
        canCancel={recalculation.status === "COMPUTING"}
        onDone={() => void client.invalidateQueries()}
      />
    </div>
  );
}

/** What was decided and done, in a sentence. */
function Outcome({ recalculation }: { recalculation: RecalculationDto }) {
  const { status, failure, note, decidedByName, appliedCount, appliedFen, leftOutCount } = recalculation;
  if (status === "FAILED")
    return <Alert type="error" showIcon className="run-decision" title={failure ?? "没有完成，账单没有改动"} />;
  if (status === "REJECTED")
    return (
      <Alert
        type="warning"
        showIcon
        className="run-decision"
        title={`${decidedByName} 已拒绝：${note ?? "未写原因"}`}
      />
    );
  if (status !== "APPLIED") return null;
  const left = leftOutCount ? `；${leftOutCount} 项在申请后有变动，没有重算，见清单` : "";
  return (
    <Alert
      type={leftOutCount ? "warning" : "success"}
      showIcon
      className="run-decision"
      title={`${decidedByName} 已通过，重算了 ${appliedCount} 项，应收变动 ${formatFen(appliedFen ?? 0)} 元${left}`}
    />
  );
}
