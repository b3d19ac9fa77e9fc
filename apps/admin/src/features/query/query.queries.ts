import { queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "../../lib/api-client";

/** Questions about any day. */
export const asOfQueries = {
  room: (projectId: string, roomId: string, on: string) =>
    queryOptions({
      queryKey: ["room-as-of", projectId, roomId, on],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/rooms/{roomId}/as-of", {
            params: { path: { projectId, roomId }, query: { on } },
          }),
        ),
    }),
  customer: (projectId: string, customerId: string, on: string) =>
    queryOptions({
      queryKey: ["customer-as-of", projectId, customerId, on],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/customers/{customerId}/as-of", {
            params: { path: { projectId, customerId }, query: { on } },
          }),
        ),
    }),
};

export const graphQueries = {
  room: (projectId: string, roomId: string, on: string) =>
    queryOptions({
      queryKey: ["room-graph", projectId, roomId, on],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/rooms/{roomId}/relation-graph", {
            params: { path: { projectId, roomId }, query: { on } },
          }),
        ),
    }),
  customer: (projectId: string, customerId: string, on: string) =>
    queryOptions({
      queryKey: ["customer-graph", projectId, customerId, on],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/customers/{customerId}/relation-graph", {
            params: { path: { projectId, customerId }, query: { on } },
          }),
        ),
    }),
};
