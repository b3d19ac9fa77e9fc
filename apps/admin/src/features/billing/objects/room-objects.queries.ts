import { queryOptions, skipToken } from "@tanstack/react-query";
import { api, bodyOf } from "../../../lib/api-client";

/** The spaces, vehicles and contracts of a room; nothing is asked before a room is chosen. */
export const roomObjects = (projectId: string, roomId: string | undefined) =>
  queryOptions({
    queryKey: ["room-objects", projectId, roomId],
    queryFn: roomId
      ? () =>
          bodyOf(
            api.GET("/projects/{projectId}/rooms/{roomId}/charge-objects", { params: { path: { projectId, roomId } } }),
          )
      : skipToken,
  });
