import { keepPreviousData, mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  ProposeRestructureDto,
  RestoreRestructureDto,
  RestructurePlanDto,
  RestructureQueryDto,
  SaveRestructureDto,
  SubmitRestructureDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

const inProject = (projectId: string) => ({ params: { path: { projectId } } });
const ofOne = (projectId: string, restructureId: string) => ({ params: { path: { projectId, restructureId } } });

export const restructureQueries = {
  list: (projectId: string) => (query: RestructureQueryDto) =>
    queryOptions({
      queryKey: ["restructures", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/restructures", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, restructureId: string) =>
    queryOptions({
      queryKey: ["restructure", projectId, restructureId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/restructures/{restructureId}", ofOne(projectId, restructureId))),
    }),
  /** What must be decided, with a plan that could be asked for as it is. */
  proposal: (projectId: string, body: ProposeRestructureDto) =>
    queryOptions({
      queryKey: ["restructure-proposal", projectId, body],
      queryFn: () => bodyOf(api.POST("/projects/{projectId}/restructures/proposal", { ...inProject(projectId), body })),
      staleTime: Infinity,
    }),
  /** What would become of everything; keeps the last answer on screen while the plan is being changed. */
  preview: (projectId: string, body: RestructurePlanDto) =>
    queryOptions({
      queryKey: ["restructure-preview", projectId, body],
      queryFn: () => bodyOf(api.POST("/projects/{projectId}/restructures/preview", { ...inProject(projectId), body })),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  lineage: (projectId: string, roomId: string) =>
    queryOptions({
      queryKey: ["room-lineage", projectId, roomId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/rooms/{roomId}/lineage", { params: { path: { projectId, roomId } } })),
    }),
};

/** A draft that is on the server already. */
export interface Draft {
  id: string;
  version: number;
}

/** Keeps a new draft, or changes one. */
export const saveRestructure = (projectId: string) =>
  mutationOptions({
    mutationFn: ({ draft, body }: { draft?: Draft; body: SaveRestructureDto }) =>
      draft === undefined
        ? bodyOf(api.POST("/projects/{projectId}/restructures", { ...inProject(projectId), body }))
        : bodyOf(
            api.PUT("/projects/{projectId}/restructures/{restructureId}", {
              ...ofOne(projectId, draft.id),
              body: { ...body, version: draft.version },
            }),
          ),
  });

export const submitRestructure = (projectId: string) =>
  mutationOptions({
    mutationFn: ({ id, ...body }: SubmitRestructureDto & { id: string }) =>
      bodyOf(api.POST("/projects/{projectId}/restructures/{restructureId}/submit", { ...ofOne(projectId, id), body })),
    meta: { done: "已提交审批" },
  });

export const discardRestructure = (projectId: string) =>
  mutationOptions({
    mutationFn: ({ id, version }: Draft) =>
      bodyOf(
        api.POST("/projects/{projectId}/restructures/{restructureId}/discard", {
          ...ofOne(projectId, id),
          body: { version },
        }),
      ),
    meta: { done: "草稿已作废" },
  });

export const restoreRestructure = (projectId: string, id: string) =>
  mutationOptions({
    mutationFn: (body: RestoreRestructureDto) =>
      bodyOf(api.POST("/projects/{projectId}/restructures/{restructureId}/restore", { ...ofOne(projectId, id), body })),
    meta: { done: "已复原，原房间恢复使用" },
  });
