import { keepPreviousData, useQuery, type QueryKey, type UseQueryOptions } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { filterNames, readFilters, type FilterValues, type ListFilter } from "./list-filter";

/** What a list endpoint answers: a page with its total, or a stretch with the cursor of the next one. */
export interface ListReply<Row> {
  items: Row[];
  total?: number;
  nextCursor?: string | null;
}

export interface ListOptions<Query extends object, Reply extends ListReply<object>, Key extends QueryKey> {
  /** Query options of the list, e.g. `(query) => roomQueries.list(projectId, query)`. */
  list: (query: Query) => UseQueryOptions<Reply, Error, Reply, Key>;
  filters?: readonly ListFilter<keyof Query & string>[];
  /** `cursor` for endpoints that answer `nextCursor`. Default: pages. */
  paging?: "pages" | "cursor";
  pageSize?: number;
  /** Order when the URL says nothing: "roomNo" ascending, "-createdAt" descending. */
  sort?: string;
  /** Where filters and page live: the URL (default), or memory for a table inside a tab or a dialog. */
  keep?: "url" | "memory";
}

/** A list with its filters, order and page; hand it to `<ListPage>` or `<ListTable>`. */
export interface ListState<Row extends object, Reply extends ListReply<Row> = ListReply<Row>> {
  reply: Reply | undefined;
  rows: readonly Row[] | undefined;
  loading: boolean;
  error: Error | null;
  refetch: () => void;
  filters: readonly ListFilter[];
  values: FilterValues;
  setFilters: (values: FilterValues) => void;
  sort: string | undefined;
  setSort: (sort: string | undefined) => void;
  pageSize: number;
  setPageSize: (pageSize: number) => void;
  pages?: { page: number; total: number; show: (page: number) => void };
  cursor?: { next?: () => void; previous?: () => void };
}

/** Filters, order and page ⇄ URL ⇄ list query. While the next page is fetched the old one stays. */
export function useListTable<Query extends object, Reply extends ListReply<object>, Key extends QueryKey>(
  options: ListOptions<Query, Reply, Key>,
): ListState<Reply["items"][number], Reply> {
  const { list, filters = [], paging = "pages", keep = "url" } = options;
  const { params, trail, show } = useListParams(keep, ["page", "pageSize", "sort", "cursor", ...filterNames(filters)]);
  const values = readFilters(filters, params);
  const sort = params.get("sort") ?? options.sort;
  const pageSize = Number(params.get("pageSize")) || (options.pageSize ?? 20);
  const page = Math.max(1, Number(params.get("page")) || 1);
  const cursor = params.get("cursor") ?? undefined;

  const where = paging === "pages" ? { page, pageSize } : { pageSize, ...(cursor && { cursor }) };
  const query = { ...values, ...(sort && { sort }), ...where } as object as Query;
  const { data, error, isFetching, refetch } = useQuery({ ...list(query), placeholderData: keepPreviousData });

  const go = (change: Record<string, unknown>, nextTrail: string[] = []) =>
    show({ ...values, sort: params.get("sort"), pageSize: params.get("pageSize"), ...change }, nextTrail);
  const next = data?.nextCursor;
  const previous = trail.at(-1);
  return {
    reply: data,
    rows: data?.items,
    loading: isFetching,
    error,
    refetch: () => void refetch(),
    filters,
    values,
    setFilters: (chosen) => {
      const cleared = Object.fromEntries(filterNames(filters).map((name) => [name, undefined]));
      go({ ...cleared, ...chosen });
    },
    sort,
    setSort: (chosen) => go({ sort: chosen }),
    pageSize,
    setPageSize: (size) => go({ pageSize: size }),
    ...(paging === "pages"
      ? { pages: { page, total: data?.total ?? 0, show: (chosen: number) => go({ page: chosen }) } }
      : {
          cursor: {
            ...(next && { next: () => go({ cursor: next }, [...trail, cursor ?? ""]) }),
            ...((previous !== undefined || cursor) && { previous: () => go({ cursor: previous }, trail.slice(0, -1)) }),
          },
        }),
  };
}

/** The parameters of one list; `trail` are the cursors of the pages before this one. */
function useListParams(keep: "url" | "memory", names: string[]) {
  const [urlParams, setUrlParams] = useSearchParams();
  const location = useLocation();
  const [memory, setMemory] = useState({ params: new URLSearchParams(), trail: [] as string[] });
  const inUrl = keep === "url";
  const urlTrail = (location.state as { trail?: string[] } | null)?.trail ?? [];

  function show(values: Record<string, unknown>, trail: string[]) {
    const params = new URLSearchParams(inUrl ? urlParams : undefined);
    for (const name of names) params.delete(name);
    for (const [name, value] of Object.entries(values)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined && one !== null && one !== "") params.append(name, String(one));
      }
    }
    if (inUrl) setUrlParams(params, { state: { trail } });
    else setMemory({ params, trail });
  }
  return inUrl ? { params: urlParams, trail: urlTrail, show } : { ...memory, show };
}
