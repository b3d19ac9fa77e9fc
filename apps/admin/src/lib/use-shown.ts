import { useSearchParams } from "react-router";

/**
 * Which row of a list is shown beside it, by the address (`?waiver=…`), so that a link leads to it and back closes it.
 * @returns the id, what shows another (none: closes), and the address of the same list with another shown
 */
export function useShown(
  name: string,
): [shown: string | undefined, show: (id?: string) => void, linkTo: (id: string) => string] {
  const [params, setParams] = useSearchParams();
  const withShown = (before: URLSearchParams, id: string | undefined) => {
    const next = new URLSearchParams(before);
    if (id) next.set(name, id);
    else next.delete(name);
    return next;
  };
  return [
    params.get(name) ?? undefined,
    (id) => setParams((before) => withShown(before, id)),
    (id) => `?${withShown(params, id).toString()}`,
  ];
}
