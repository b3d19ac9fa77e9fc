import { keepPreviousData, mutationOptions, queryOptions } from "@tanstack/react-query";
import type { BindingQueryDto, BindObjectsDto, BindRoomsDto } from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

export const bindingQueries = {
  list: (projectId: string) => (query: BindingQueryDto) =>
    queryOptions({
      queryKey: ["bindings", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/bindings", { params: { path: { projectId }, query } })),
    }),
  /** What binding would do; asked anew whenever the form changes. */
  preview: (projectId: string, body: BindRoomsDto) =>
    queryOptions({
      queryKey: ["binding-preview", projectId, body],
      queryFn: () =>
        bodyOf(api.POST("/projects/{projectId}/bindings/preview", { params: { path: { projectId } }, body })),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  /** The same for things of rooms, such as parking spaces. */
  previewObjects: (projectId: string, body: BindObjectsDto) =>
    queryOptions({
      queryKey: ["binding-preview", projectId, "objects", body],
      queryFn: () =>
        bodyOf(api.POST("/projects/{projectId}/bindings/objects/preview", { params: { path: { projectId } }, body })),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
};

export const bindRooms = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: BindRoomsDto) =>
      bodyOf(api.POST("/projects/{projectId}/bindings", { params: { path: { projectId } }, body })),
    meta: { done: "绑定完成" },
  });

export const bindObjects = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: BindObjectsDto) =>
      bodyOf(api.POST("/projects/{projectId}/bindings/objects", { params: { path: { projectId } }, body })),
    meta: { done: "绑定完成" },
  });

export const endBinding = (projectId: string, bindingId: string) =>
  mutationOptions({
    mutationFn: (body: { endsOn: string }) =>
      bodyOf(
        api.POST("/projects/{projectId}/bindings/{bindingId}/end", {
          params: { path: { projectId, bindingId } },
          body,
        }),
      ),
    meta: { done: "绑定已结束" },
  });

export const removeBinding = (projectId: string) =>
  mutationOptions({
    mutationFn: (bindingId: string) =>
      bodyOf(api.DELETE("/projects/{projectId}/bindings/{bindingId}", { params: { path: { projectId, bindingId } } })),
    meta: { done: "绑定已删除" },
  });
