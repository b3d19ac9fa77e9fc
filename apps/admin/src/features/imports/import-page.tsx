import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ImportDto } from "@linli/contracts";
import { importKindLabels, importStatusLabels } from "@linli/contracts/enums";
import { Alert, Steps } from "antd";
import { useState } from "react";
import { useParams } from "react-router";
import { DownloadButton } from "../../components/download-button";
import { JobProgress } from "../../components/job-progress";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatusTag } from "../../components/status-tag";
import { formatMoment } from "../../lib/dates";
import { formatBytes } from "../../lib/files";
import { useIsNarrow } from "../../lib/use-is-narrow";
import { useProjectId } from "../../lib/session";
import { ImportDecisions } from "./import-decisions";
import { ImportMapping } from "./import-mapping";
import { ImportResult } from "./import-result";
import { ImportRows } from "./import-rows";
import { ImportSummary } from "./import-summary";
import "./imports.css";
import { importQueries, reportPath } from "./imports.queries";
import { statusTones, stepOf } from "./imports-words";

/** One import from the columns to the commit. What it shows follows from where the import stands. */
export function ImportPage() {
  const { importId = "" } = useParams();
  const query = useQuery(importQueries.one(useProjectId(), importId));
  return <QueryView query={query}>{(batch) => <ImportView key={batch.id} batch={batch} />}</QueryView>;
}

function ImportView({ batch }: { batch: ImportDto }) {
  const projectId = useProjectId();
  const [isMapping, setMapping] = useState(false);
  const { status, summary } = batch;
  const isWorking = status === "CHECKING" || status === "COMMITTING";
  const showMapping = !isWorking && status !== "DONE" && (isMapping || summary === null);
  return (
    <>
      <PageHeader
        title={batch.fileName}
        back="imports"
        help="imports"
        tags={<StatusTag value={status} labels={importStatusLabels} tones={statusTones} />}
        description={`${importKindLabels[batch.kind]} · ${formatBytes(batch.size)} · ${batch.createdByName} 于 ${formatMoment(batch.createdAt)} 上传`}
        actions={summary && <DownloadButton path={reportPath(projectId, batch.id)}>下载报告</DownloadButton>}
      />
      <ImportSteps batch={batch} />
      {batch.failure && status === "FAILED" && (
        <Alert type="error" showIcon className="import-part" title={batch.failure} description="没有写入任何数据。" />
      )}
      {isWorking && batch.jobId && <Progress jobId={batch.jobId} />}
      {showMapping && <ImportMapping batch={batch} onChecking={() => setMapping(false)} />}
      {status === "DONE" && summary && <ImportResult summary={summary} />}
      {!isWorking && summary && !showMapping && (
        <>
          <ImportSummary batch={batch} summary={summary} onChange={() => setMapping(true)} />
          {status !== "DONE" && <ImportDecisions batch={batch} summary={summary} />}
          <ImportRows importId={batch.id} summary={summary} />
        </>
      )}
    </>
  );
}

function Progress({ jobId }: { jobId: string }) {
  const client = useQueryClient();
  return (
    <section className="import-part" aria-label="进度">
      <JobProgress
        key={jobId}
        projectId={useProjectId()}
        jobId={jobId}
        onDone={() => void client.invalidateQueries()}
      />
    </section>
  );
}

function ImportSteps({ batch }: { batch: ImportDto }) {
  const isNarrow = useIsNarrow();
  const step = stepOf(batch);
  return (
    <Steps
      size="small"
      className="import-steps"
      orientation="horizontal"
      responsive={false}
      titlePlacement={isNarrow ? "vertical" : "horizontal"}
      current={step}
      status={batch.status === "FAILED" ? "error" : step === 5 ? "finish" : "process"}
      items={["上传", "工作表与对应列", "检查", "决定", "入库"].map((title) => ({ title }))}
    />
  );
}
