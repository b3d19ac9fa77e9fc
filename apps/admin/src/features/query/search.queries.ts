import { queryOptions } from "@tanstack/react-query";
import type { FormerResidentDto, FormerResidentQueryDto } from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

/** Rows fetched at once for a print. */
const PRINT_PAGE = 200;

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
  /** All of them for a print, page after page up to `most`. */
  everyFormerResident: (projectId: string, filter: FormerResidentQueryDto, most: number) =>
    queryOptions({
      queryKey: ["former-residents", projectId, filter, "all", most],
      queryFn: async () => {
        const items: FormerResidentDto[] = [];
        let cursor: string | null = null;
        do {
          const query: FormerResidentQueryDto = { ...filter, pageSize: PRINT_PAGE, ...(cursor && { cursor }) };
          const page = await bodyOf(
            api.GET("/projects/{projectId}/former-residents", { params: { path: { projectId }, query } }),
          );
          items.push(...page.items);
          cursor = page.nextCursor;
        } while (cursor && items.length < most);
        return { items, isMore: cursor !== null };
      },
    }),
};
