import { queryOptions } from "@tanstack/react-query";
import type { FormerResidentQueryDto } from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

export const searchQueries = {
  find: (projectId: string, q: string) =>
    queryOptions({
      queryKey: ["query", projectId, q],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/query", { params: { path: { projectId }, query: { q } } })),
    }),
  summary: (projectId: string, roomId: string) =>
    queryOptions({
      queryKey: ["room-summary", projectId, roomId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/rooms/{roomId}/summary", { params: { path: { projectId, roomId } } })),
    }),
  formerResidents: (projectId: string) => (query: FormerResidentQueryDto) =>
    queryOptions({
      queryKey: ["former-residents", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/former-residents", { params: { path: { projectId }, query } })),
    }),
};
