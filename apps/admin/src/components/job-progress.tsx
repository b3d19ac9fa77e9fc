import { Alert, Button, Flex, Progress, Typography } from "antd";
import type { JobDto } from "@linli/contracts";
import { jobStatusLabels } from "@linli/contracts/enums";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { formatSeconds } from "../lib/dates";
import { cancelJob, isRunning, jobQuery } from "../lib/jobs";
import { ErrorNote } from "./error-note";
import { StatusTag } from "./status-tag";

/**
 * How far a job is: counts, time left, result. The work goes on when the page is left; keep the id with `useJobId` to
 * find it again.
 */
export function JobProgress({
  projectId,
  jobId,
  title: givenTitle,
  onDone,
  canCancel = false,
  children,
}: {
  projectId: string;
  jobId: string;
  /** Default: the job's own. */
  title?: string;
  /** Called once when the job is seen to have ended well. */
  onDone?: (job: JobDto) => void;
  /** Offers to stop it while it runs. Only where that is safe. */
  canCancel?: boolean;
  /** Below the bar when the job is done, e.g. links to the result. */
  children?: (job: JobDto) => ReactNode;
}) {
  const { data: job, error, refetch } = useQuery(jobQuery(projectId, jobId));
  const { mutate: cancel, isPending } = useMutation(cancelJob(projectId));
  const speed = useSpeed(job);
  const announced = useRef<string | null>(null);

  useEffect(() => {
    if (job?.status !== "DONE" || announced.current === job.id) return;
    announced.current = job.id;
    onDone?.(job);
  }, [job, onDone]);

  if (!job)
    return error ? <ErrorNote error={error} retry={() => void refetch()} /> : <Progress percent={0} status="active" />;

  const title = givenTitle ?? job.title;
  const percent = job.total ? Math.min(100, Math.floor((job.done / job.total) * 100)) : job.status === "DONE" ? 100 : 0;
  return (
    <div className="job-progress" aria-live="polite">
      <Flex justify="space-between" align="center" gap={8} wrap>
        <Flex gap={8} align="center">
          <Typography.Text strong>{title}</Typography.Text>
          <StatusTag
            value={job.status}
            labels={jobStatusLabels}
            tones={{ RUNNING: "active", DONE: "good", FAILED: "bad" }}
          />
        </Flex>
        {canCancel && isRunning(job) && (
          <Button size="small" loading={isPending} onClick={() => cancel(jobId)}>
            取消
          </Button>
        )}
      </Flex>
      <Progress percent={percent} status={progressStatus(job)} aria-label={title} />
      <Typography.Text type="secondary" className="figures">
        {job.total ? `${job.done.toLocaleString("en-US")} / ${job.total.toLocaleString("en-US")}　` : ""}
        {speed > 0 && job.status === "RUNNING" && `预计还需 ${formatSeconds((job.total - job.done) / speed)}　`}
        {job.status !== "FAILED" && job.message}
      </Typography.Text>
      {job.status === "FAILED" && <Alert type="error" showIcon title={job.message ?? "没有完成，请重试或联系管理员"} />}
      {job.status === "DONE" && children?.(job)}
    </div>
  );
}

function progressStatus({ status }: JobDto) {
  if (status === "DONE") return "success";
  if (status === "FAILED" || status === "CANCELLED") return "exception";
  return "active";
}

/** Units a second, as seen since this page looks on; 0 while it is too early to tell. */
function useSpeed(job: JobDto | undefined): number {
  const first = useRef<{ at: number; done: number } | null>(null);
  const [speed, setSpeed] = useState(0);

  useEffect(() => {
    if (job?.status !== "RUNNING") return;
    first.current ??= { at: Date.now(), done: job.done };
    const seconds = (Date.now() - first.current.at) / 1000;
    if (seconds >= 2) setSpeed((job.done - first.current.done) / seconds);
  }, [job]);
  return speed;
}
