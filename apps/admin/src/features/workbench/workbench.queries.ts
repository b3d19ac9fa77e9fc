import { queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "../../lib/api-client";

/** The figures of a project's workbench, as far as the user may see them. */
export const workbenchQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["workbench", projectId],
    queryFn: () => bodyOf(api.GET("/projects/{projectId}/workbench", { params: { path: { projectId } } })),
  });
