import { queryOptions } from "@tanstack/react-query";
import type { ParkingSpaceQueryDto } from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

export const parkingQueries = {
  spaces: (projectId: string) => (query: ParkingSpaceQueryDto) =>
    queryOptions({
      queryKey: ["parking-spaces", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/parking-spaces", { params: { path: { projectId }, query } })),
    }),
};
