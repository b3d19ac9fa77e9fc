import type { NoticeScopeDto } from "@linli/contracts";
import type { NoticeGrouping } from "@linli/contracts/enums";
import { thisPeriod } from "../../lib/dates";

/** The scope the filters name; the month is this one when none is chosen. */
export function noticeScopeOf(params: URLSearchParams): NoticeScopeDto {
  const flag = (name: string) => (params.get(name) === "true" ? true : undefined);
  return {
    period: params.get("period") ?? thisPeriod(),
    buildingId: params.get("buildingId") ?? undefined,
    roomId: params.get("roomId") ?? undefined,
    payerId: params.get("payerId") ?? undefined,
    withArrears: flag("withArrears"),
    includePaid: flag("includePaid"),
    unprinted: flag("unprinted"),
    groupBy: (params.get("groupBy") as NoticeGrouping | null) ?? undefined,
  };
}
