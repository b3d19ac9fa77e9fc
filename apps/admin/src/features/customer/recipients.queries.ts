import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { RecipientQueryDto, SaveRecipientDto } from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

export const recipientQueries = {
  list: (projectId: string) => (query: RecipientQueryDto) =>
    queryOptions({
      queryKey: ["data-recipients", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/data-recipients", { params: { path: { projectId }, query } })),
    }),
};

/** Registers a recipient, or replaces the one given. */
export const saveRecipient = (projectId: string, recipientId?: string) =>
  mutationOptions({
    mutationFn: async (body: SaveRecipientDto) => {
      if (recipientId) {
        const path = { projectId, recipientId };
        await bodyOf(api.PUT("/projects/{projectId}/data-recipients/{recipientId}", { params: { path }, body }));
        return;
      }
      await bodyOf(api.POST("/projects/{projectId}/data-recipients", { params: { path: { projectId } }, body }));
    },
    meta: { done: recipientId ? "接收方已保存" : "接收方已登记" },
  });
