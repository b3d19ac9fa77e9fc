import { MutationCache, QueryClient } from "@tanstack/react-query";
import type { useAppProps } from "antd/es/app/context";
import { ApiError, errorText } from "./api-error";

declare module "@tanstack/react-query" {
  interface Register {
    mutationMeta: {
      /** The toast a mutation shows when it succeeds. */
      done?: string;
      /** Changes nothing that is on screen (a preview, a check): fetch nothing anew. */
      readOnly?: boolean;
    };
  }
}

/** After any mutation everything on screen is fetched anew; what is off screen waits until it is shown. */
export function createQueryClient(message: useAppProps["message"]): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: 30_000, retry: false }, mutations: { networkMode: "always" } },
    mutationCache: new MutationCache({
      onSuccess: (_data, _variables, _result, { meta }) => {
        if (meta?.done) message.success(meta.done);
        // Not awaited: a dialog closes at once while the page behind it is being fetched.
        if (!meta?.readOnly) void client.invalidateQueries();
      },
      onError: (error) => {
        // One turn later, so that a form which shows the error itself has said so.
        setTimeout(() => {
          if (!(error instanceof ApiError && error.shown))
            void message.error(errorText(error), error instanceof ApiError && error.status >= 500 ? 10 : 5);
        });
      },
    }),
  });
  return client;
}
