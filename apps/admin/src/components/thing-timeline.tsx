import { useInfiniteQuery } from "@tanstack/react-query";
import type { TimelineEventDto } from "@linli/contracts";
import { Button, Skeleton } from "antd";
import { api, bodyOf } from "../lib/api-client";
import { changesOf, type ChangeWords } from "../lib/changes";
import { useProjectId } from "../lib/session";
import { ErrorNote } from "./error-note";
import { Timeline } from "./timeline";

/**
 * The history of one thing of the project, from the audit log. `words` says how its fields and codes are called:
 * `{ dto: "CreateRoomDto", choices: { state: roomStateLabels } }`. Fields without a name are not shown.
 */
export function ThingTimeline({ entity, entityId, words }: { entity: string; entityId: string; words?: ChangeWords }) {
  const projectId = useProjectId();
  const query = useInfiniteQuery({
    queryKey: ["timeline", projectId, entity, entityId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      bodyOf(
        api.GET("/projects/{projectId}/timeline", {
          params: { path: { projectId }, query: { entity, entityId, ...(cursor && { cursor }) } },
        }),
      ),
    getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor ?? undefined,
  });

  if (query.error && !query.data) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active />;
  const events = query.data.pages.flatMap((page): TimelineEventDto[] => page.items);
  return (
    <>
      <Timeline
        entries={events.map((event) => ({
          id: event.id,
          at: event.at,
          who: event.userName,
          what: event.summary,
          changes: changesOf(event.before, event.after, words),
        }))}
      />
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          更早的记录
        </Button>
      )}
    </>
  );
}
