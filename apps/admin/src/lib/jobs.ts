import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { JobDto } from "@linli/contracts";
import { api, bodyOf } from "./api-client";
import { useSession } from "./session";
import { useStored } from "./stored";

export const isRunning = (job: Pick<JobDto, "status">): boolean => job.status === "QUEUED" || job.status === "RUNNING";

/** A job, asked for every second while it runs. */
export const jobQuery = (projectId: string, jobId: string) =>
  queryOptions({
    queryKey: ["jobs", projectId, jobId],
    queryFn: async (): Promise<JobDto> =>
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

/** Stops a job where that is safe. */
export const cancelJob = (projectId: string) =>
  mutationOptions({
    mutationFn: (jobId: string) =>
      bodyOf(api.POST("/projects/{projectId}/jobs/{jobId}/cancel", { params: { path: { projectId, jobId } } })),
    meta: { done: "正在取消" },
  });
