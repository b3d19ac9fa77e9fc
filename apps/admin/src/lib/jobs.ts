import { queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./api-client";
import { useSession } from "./session";
import { useStored } from "./stored";

/** Work that outlives a request: an import, a charge run, a batch of prints. */
export interface Job {
  id: string;
  kind: string;
  status: "QUEUED" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
  done: number;
  total: number | null;
  message: string | null;
  /** What came out; its form depends on the kind. */
  result?: unknown;
}

export const isRunning = (job: Pick<Job, "status">): boolean => job.status === "QUEUED" || job.status === "RUNNING";

/** A job, asked for every second while it runs. */
export const jobQuery = (projectId: string, jobId: string) =>
  queryOptions({
    queryKey: ["jobs", projectId, jobId],
    queryFn: async (): Promise<Job> =>
      bodyOf(api.GET("/projects/{projectId}/jobs/{jobId}", { params: { path: { projectId, jobId } } })),
    // A failed look is repeated: the server may be restarting, the job goes on afterwards.
    retry: 30,
    retryDelay: 1000,
    refetchInterval: ({ state }) => (state.data && !isRunning(state.data) ? false : 1000),
  });

/** The id of the last job of a kind in a project, remembered in this browser, so that leaving the page loses nothing. */
export function useJobId(projectId: string, kind: string): [string | null, (jobId: string | null) => void] {
  const { id } = useSession();
  return useStored<string | null>(`job.${id}.${projectId}.${kind}`, null);
}
