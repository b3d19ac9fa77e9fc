import dayjs from "dayjs";
import { useSearchParams } from "react-router";

/** The day a page is asked about, kept in the URL as `?on=2024-05-03`; undefined: today, the ordinary page. */
export function useAsOf(): [on: string | undefined, setOn: (on: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const setOn = (on: string | undefined) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (on) next.set("on", on);
        else next.delete("on");
        return next;
      },
      { replace: true },
    );
  return [asDay(params.get("on")), setOn];
}

/** A day of the calendar, or undefined for anything else somebody typed into the address. */
export const asDay = (text: string | null): string | undefined =>
  text !== null && /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && dayjs(text).format("YYYY-MM-DD") === text
    ? text
    : undefined;
