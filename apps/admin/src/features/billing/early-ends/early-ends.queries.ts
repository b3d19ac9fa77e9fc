import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { EndEarlyDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const ofBinding = (projectId: string, bindingId: string) => ({ params: { path: { projectId, bindingId } } });

export const earlyEndPreview = (projectId: string, bindingId: string, lastDay: string) =>
  queryOptions({
    queryKey: ["early-end-preview", projectId, bindingId, lastDay],
    queryFn: () =>
      bodyOf(
        api.POST("/projects/{projectId}/bindings/{bindingId}/early-end/preview", {
          ...ofBinding(projectId, bindingId),
          body: { lastDay },
        }),
      ),
  });

export const endEarly = (projectId: string, bindingId: string) =>
  mutationOptions({
    mutationFn: (body: EndEarlyDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/bindings/{bindingId}/early-end", { ...ofBinding(projectId, bindingId), body }),
      ),
    meta: { done: "已提前终止" },
  });
