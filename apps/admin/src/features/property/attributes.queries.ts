import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { AttributeOwner, CreateAttributeDto, SaveAttributesDto } from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

const inProject = (projectId: string) => ({ params: { path: { projectId } } });

export const attributeQueries = {
  /** Definitions of rooms or customers in the order of forms, also those switched off. */
  list: (projectId: string, owner: AttributeOwner) =>
    queryOptions({
      queryKey: ["attributes", projectId, owner],
      queryFn: async () =>
        (
          await bodyOf(
            api.GET("/projects/{projectId}/attributes", { params: { path: { projectId }, query: { owner } } }),
          )
        ).items,
    }),
  use: (projectId: string) =>
    queryOptions({
      queryKey: ["attribute-use", projectId],
      queryFn: async () => {
        const { items } = await bodyOf(api.GET("/projects/{projectId}/attributes/use", inProject(projectId)));
        return new Map(items.map(({ id, used }) => [id, used]));
      },
    }),
};

/** Creates a definition, or saves the one with the id (whose owner stays). */
export const saveAttribute = (projectId: string, attributeId?: string) =>
  mutationOptions({
    mutationFn: ({ owner, ...body }: CreateAttributeDto) =>
      attributeId === undefined
        ? bodyOf(api.POST("/projects/{projectId}/attributes", { ...inProject(projectId), body: { owner, ...body } }))
        : bodyOf(
            api.PUT("/projects/{projectId}/attributes/{attributeId}", {
              params: { path: { projectId, attributeId } },
              body,
            }),
          ),
    meta: { done: "自定义资料已保存" },
  });

export const removeAttribute = (projectId: string) =>
  mutationOptions({
    mutationFn: (attributeId: string) =>
      bodyOf(
        api.DELETE("/projects/{projectId}/attributes/{attributeId}", {
          params: { path: { projectId, attributeId } },
        }),
      ),
    meta: { done: "自定义资料已删除" },
  });

/** Saves the values of a room or a customer. */
export const setAttributes = (projectId: string, owner: AttributeOwner, id: string) =>
  mutationOptions({
    mutationFn: async (body: SaveAttributesDto): Promise<unknown> =>
      owner === "ROOM"
        ? bodyOf(
            api.PUT("/projects/{projectId}/rooms/{roomId}/attributes", {
              params: { path: { projectId, roomId: id } },
              body,
            }),
          )
        : bodyOf(
            api.PUT("/projects/{projectId}/customers/{customerId}/attributes", {
              params: { path: { projectId, customerId: id } },
              body,
            }),
          ),
    meta: { done: "自定义资料已保存" },
  });
