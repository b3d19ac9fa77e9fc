import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ComputeRecalculationDto, RecalculationLineQueryDto, RecalculationQueryDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";
import { isWorking } from "./recalculation-words";

const ofRecalculation = (projectId: string, recalculationId: string) => ({
  params: { path: { projectId, recalculationId } },
});

export const recalculationQueries = {
  list: (projectId: string) => (query: RecalculationQueryDto) =>
    queryOptions({
      queryKey: ["recalculations", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/recalculations", { params: { path: { projectId }, query } })),
    }),
  /** Asked for again while a job is at it: the job may end well, fail, or be cancelled. */
  one: (projectId: string, id: string) =>
    queryOptions({
      queryKey: ["recalculation", projectId, id],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/recalculations/{recalculationId}", ofRecalculation(projectId, id))),
      refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? 1500 : false),
    }),
  lines: (projectId: string, id: string) => (query: RecalculationLineQueryDto) =>
    queryOptions({
      queryKey: ["recalculation-lines", projectId, id, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/recalculations/{recalculationId}/lines", {
            params: { path: { projectId, recalculationId: id }, query },
          }),
        ),
    }),
};

/** The address of the list of differences as a workbook. */
export const recalculationFilePath = (projectId: string, id: string): string =>
  `/projects/${projectId}/recalculations/${id}/xlsx`;

export const computeRecalculation = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: ComputeRecalculationDto) =>
      bodyOf(api.POST("/projects/{projectId}/recalculations", { params: { path: { projectId } }, body })),
  });

export const submitRecalculation = (projectId: string, id: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.POST("/projects/{projectId}/recalculations/{recalculationId}/submit", ofRecalculation(projectId, id))),
    meta: { done: "重算已提交，等待审批" },
  });

export const discardRecalculation = (projectId: string) =>
  mutationOptions({
    mutationFn: (id: string) =>
      bodyOf(api.DELETE("/projects/{projectId}/recalculations/{recalculationId}", ofRecalculation(projectId, id))),
    meta: { done: "差异清单已作废" },
  });
