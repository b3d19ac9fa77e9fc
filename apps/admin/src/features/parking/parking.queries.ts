import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ParkingSpaceQueryDto, SaveParkingSpaceDto } from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

export const parkingQueries = {
  spaces: (projectId: string) => (query: ParkingSpaceQueryDto) =>
    queryOptions({
      queryKey: ["parking-spaces", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/parking-spaces", { params: { path: { projectId }, query } })),
    }),
  garages: (projectId: string) =>
    queryOptions({
      queryKey: ["garages", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/parking/garages", { params: { path: { projectId } } })),
    }),
};

/** Registers a space, or saves the one with the id. */
export const saveSpace = (projectId: string, spaceId?: string) =>
  mutationOptions({
    mutationFn: (body: SaveParkingSpaceDto) =>
      spaceId === undefined
        ? bodyOf(api.POST("/projects/{projectId}/parking-spaces", { params: { path: { projectId } }, body }))
        : bodyOf(
            api.PUT("/projects/{projectId}/parking-spaces/{spaceId}", {
              params: { path: { projectId, spaceId } },
              body,
            }),
          ),
    meta: { done: "车位已保存" },
  });
