import { Skeleton } from "antd";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorNote } from "./error-note";

/** Shows a query's data when it is there, a skeleton before, the error (with retry) instead. */
export function QueryView<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  return <Skeleton active paragraph={{ rows: 6 }} />;
}
