import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { PublishRunDto, RehearseRunDto, ReverseRunDto, RunLineQueryDto, RunQueryDto } from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";
import { isWorking } from "./runs-words";

const ofRun = (projectId: string, runId: string) => ({ params: { path: { projectId, runId } } });

export const runQueries = {
  list: (projectId: string) => (query: RunQueryDto) =>
    queryOptions({
      queryKey: ["runs", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/runs", { params: { path: { projectId }, query } })),
    }),
  /** Asked for again while a job is at it: the job may end well, fail, or be cancelled. */
  one: (projectId: string, runId: string) =>
    queryOptions({
      queryKey: ["run", projectId, runId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/runs/{runId}", ofRun(projectId, runId))),
      refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? 1500 : false),
    }),
  lines: (projectId: string, runId: string) => (query: RunLineQueryDto) =>
    queryOptions({
      queryKey: ["run-lines", projectId, runId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/runs/{runId}/lines", { params: { path: { projectId, runId }, query } })),
    }),
};

export const rehearseRun = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RehearseRunDto) =>
      bodyOf(api.POST("/projects/{projectId}/runs", { params: { path: { projectId } }, body })),
  });

export const publishRun = (projectId: string, runId: string) =>
  mutationOptions({
    mutationFn: (body: PublishRunDto) =>
      bodyOf(api.POST("/projects/{projectId}/runs/{runId}/publish", { ...ofRun(projectId, runId), body })),
  });

export const reverseRun = (projectId: string, runId: string) =>
  mutationOptions({
    mutationFn: (body: ReverseRunDto) =>
      bodyOf(api.POST("/projects/{projectId}/runs/{runId}/reverse", { ...ofRun(projectId, runId), body })),
  });

export const discardRun = (projectId: string) =>
  mutationOptions({
    mutationFn: (runId: string) => bodyOf(api.DELETE("/projects/{projectId}/runs/{runId}", ofRun(projectId, runId))),
    meta: { done: "试算已作废" },
  });
