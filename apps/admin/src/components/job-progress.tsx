import { Alert, Button, Flex, Progress, Typography } from "antd";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, type ReactNode } from "react";
import { formatSeconds } from "../lib/dates";
import { isRunning, jobQuery, type Job } from "../lib/jobs";
import { ErrorNote } from "./error-note";
import { StatusTag } from "./status-tag";

const statusLabels: Record<Job["status"], string> = {
  QUEUED: "排队中",
  RUNNING: "进行中",
  DONE: "已完成",
  FAILED: "失败",
  CANCELLED: "已取消",
};

/**
 * How far a job is: counts, time left, result. The work goes on when the page is left; keep the id with `useJobId` to
 * find it again.
 */
export function JobProgress({
  projectId,
  jobId,
  title,
  onDone,
  onCancel,
  children,
}: {
  projectId: string;
  jobId: string;
  title: string;
  /** Called once when the job is seen to have ended well. */
  onDone?: (job: Job) => void;
  /** Offered while the job runs, where stopping is safe. */
  onCancel?: () => void;
  /** Below the bar when the job is done, e.g. links to the result. */
  children?: (job: Job) => ReactNode;
}) {
  const { data: job, error, refetch } = useQuery(jobQuery(projectId, jobId));
  const started = useRef<{ at: number; done: number } | null>(null);
  const announced = useRef<string | null>(null);

  useEffect(() => {
    if (job?.status !== "DONE" || announced.current === job.id) return;
    announced.current = job.id;
    onDone?.(job);
  }, [job, onDone]);

  if (!job) return error ? <ErrorNote error={error} retry={() => void refetch()} /> : <Progress percent={0} status="active" />;

  if (job.status === "RUNNING") started.current ??= { at: Date.now(), done: job.done };
  const percent = job.total ? Math.min(100, Math.floor((job.done / job.total) * 100)) : job.status === "DONE" ? 100 : 0;
  return (
    <div className="job-progress" aria-live="polite">
      <Flex justify="space-between" align="center" gap={8} wrap>
        <Flex gap={8} align="center">
          <Typography.Text strong>{title}</Typography.Text>
          <StatusTag value={job.status} labels={statusLabels} tones={{ RUNNING: "active", DONE: "good", FAILED: "bad" }} />
        </Flex>
        {onCancel && isRunning(job) && (
          <Button size="small" onClick={onCancel}>
            取消
          </Button>
        )}
      </Flex>
      <Progress percent={percent} status={progressStatus(job)} aria-label={title} />
      <Typography.Text type="secondary" className="figures">
        {job.total ? `${job.done.toLocaleString("en-US")} / ${job.total.toLocaleString("en-US")}　` : ""}
        {job.status === "RUNNING" && started.current ? timeLeft(job, started.current) : ""}
        {job.status !== "FAILED" && job.message}
      </Typography.Text>
      {job.status === "FAILED" && <Alert type="error" showIcon title={job.message ?? "没有完成，请重试或联系管理员"} />}
      {job.status === "DONE" && children?.(job)}
    </div>
  );
}

function progressStatus({ status }: Job) {
  if (status === "DONE") return "success";
  if (status === "FAILED" || status === "CANCELLED") return "exception";
  return "active";
}

/** The time left at the speed seen since this page looks on. */
function timeLeft(job: Job, started: { at: number; done: number }): string {
  const progress = job.done - started.done;
  const seconds = (Date.now() - started.at) / 1000;
  if (!job.total || progress <= 0 || seconds < 2) return "";
  return `预计还需 ${formatSeconds(((job.total - job.done) * seconds) / progress)}　`;
}
