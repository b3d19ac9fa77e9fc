import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  OpeningDto,
  OpeningQueryDto,
  OpeningRowQueryDto,
  PostOpeningDto,
  ReverseOpeningDto,
  RoomHistoryQueryDto,
  SaveOpeningTotalsDto,
  SignOpeningDto,
} from "@linli/contracts";
import type { OpeningKind } from "@linli/contracts/enums";
import { api, bodyOf, uploadFile } from "../../../lib/api-client";

const pathOf = (projectId: string, openingId: string) => ({ path: { projectId, openingId } });

export const openingQueries = {
  list: (projectId: string) => (query: OpeningQueryDto) =>
    queryOptions({
      queryKey: ["openings", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/openings", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, openingId: string) =>
    queryOptions({
      queryKey: ["opening", projectId, openingId],
      queryFn: (): Promise<OpeningDto> =>
        bodyOf(api.GET("/projects/{projectId}/openings/{openingId}", { params: pathOf(projectId, openingId) })),
      // The job bar tells the progress; this finds out how it ended.
      refetchInterval: ({ state: { data } }) => (data?.status === "POSTING" && !data.stuck ? 1500 : false),
    }),
  rows: (projectId: string, openingId: string) => (query: OpeningRowQueryDto) =>
    queryOptions({
      queryKey: ["opening-rows", projectId, openingId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/openings/{openingId}/rows", {
            params: { ...pathOf(projectId, openingId), query },
          }),
        ),
    }),
  tieOut: (projectId: string, openingId: string) =>
    queryOptions({
      queryKey: ["opening-tie-out", projectId, openingId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/openings/{openingId}/tie-out", { params: pathOf(projectId, openingId) })),
    }),
  ofRoom: (projectId: string, roomId: string) => (query: RoomHistoryQueryDto) =>
    queryOptions({
      queryKey: ["payment-history", projectId, roomId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/rooms/{roomId}/payment-history", {
            params: { path: { projectId, roomId }, query },
          }),
        ),
    }),
};

export const uploadOpening = (projectId: string, kind: OpeningKind) =>
  mutationOptions({
    mutationFn: (file: File) => uploadFile<OpeningDto>(`/projects/${projectId}/openings?kind=${kind}`, file),
  });

export const postOpening = (projectId: string, openingId: string) =>
  mutationOptions({
    mutationFn: (body: PostOpeningDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/openings/{openingId}/post", { params: pathOf(projectId, openingId), body }),
      ),
  });

export const reverseOpening = (projectId: string, openingId: string) =>
  mutationOptions({
    mutationFn: (body: ReverseOpeningDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/openings/{openingId}/reverse", { params: pathOf(projectId, openingId), body }),
      ),
    meta: { done: "已整批撤回" },
  });

export const discardOpening = (projectId: string, openingId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.DELETE("/projects/{projectId}/openings/{openingId}", { params: pathOf(projectId, openingId) })),
    meta: { done: "已作废" },
  });

export const saveOpeningTotals = (projectId: string, openingId: string) =>
  mutationOptions({
    mutationFn: (body: SaveOpeningTotalsDto) =>
      bodyOf(
        api.PUT("/projects/{projectId}/openings/{openingId}/totals", { params: pathOf(projectId, openingId), body }),
      ),
    meta: { done: "原清单合计已保存" },
  });

export const signOpening = (projectId: string, openingId: string) =>
  mutationOptions({
    mutationFn: (body: SignOpeningDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/openings/{openingId}/sign", { params: pathOf(projectId, openingId), body }),
      ),
    meta: { done: "已送签，等待另一人核对" },
  });

/** Below /api, for downloads. */
export const openingTemplatePath = (projectId: string, kind: OpeningKind) =>
  `/projects/${projectId}/openings/template?kind=${kind}`;
export const faultsPath = (projectId: string, openingId: string) =>
  `/projects/${projectId}/openings/${openingId}/faults`;
export const tieOutPath = (projectId: string, openingId: string) =>
  `/projects/${projectId}/openings/${openingId}/tie-out.pdf`;
