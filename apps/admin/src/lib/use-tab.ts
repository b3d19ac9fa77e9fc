import { useSearchParams } from "react-router";

/** The open tab of a page, kept in the URL as `?tab=…`, so that a link opens the same thing. */
export function useTab(first: string): [tab: string, setTab: (tab: string) => void] {
  const [params, setParams] = useSearchParams();
  // What else stands in the URL belongs to the tab that is left.
  const setTab = (tab: string) => setParams(tab === first ? {} : { tab }, { replace: true });
  return [params.get("tab") ?? first, setTab];
}
