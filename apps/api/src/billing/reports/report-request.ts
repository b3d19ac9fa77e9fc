import { type ReportParameter, reportParameterLabels, type StandardReportQueryDto } from "@linli/contracts";
import { addDays, firstDay, monthsBetween, periodOf } from "../../common/calendar.js";
import { InvalidInput } from "../../common/rule-violation.js";
import type { ReportRequest } from "./report-source.js";

const MAX_MONTHS = 24;
const MAX_DAYS = 366;

/** The fields of the query that belong to each parameter. */
const FIELDS: Readonly<Record<ReportParameter, readonly (keyof StandardReportQueryDto)[]>> = {
  days: ["from", "to"],
  periods: ["fromPeriod", "toPeriod"],
  asOf: ["asOf"],
  year: ["year"],
  buildingId: ["buildingId"],
  feeItemId: ["feeItemId"],
  by: ["by"],
  basis: ["basis"],
  part: ["part"],
  method: ["method"],
  reason: ["reason"],
};

/** What was asked with what was left out filled in. @throws INVALID_INPUT for what the report does not take, or a span that is none */
export function requestOf(
  projectId: string,
  today: string,
  query: StandardReportQueryDto,
  parameters: readonly ReportParameter[],
): ReportRequest {
  refuseOthers(query, parameters);
  const to = query.to ?? today;
  const from = query.from ?? (query.to ? firstDay(periodOf(query.to)) : firstDay(periodOf(today)));
  const fromPeriod = query.fromPeriod ?? query.toPeriod ?? periodOf(today);
  const toPeriod = query.toPeriod ?? fromPeriod;
  const asOf = query.asOf ?? today;
  if (to < from) throw new InvalidInput({ to: ["结束日期不能早于开始日期"] });
  if (to > addDays(from, MAX_DAYS)) throw new InvalidInput({ to: [`一次最多看 ${MAX_DAYS} 天`] });
  if (toPeriod < fromPeriod) throw new InvalidInput({ toPeriod: ["截止月份不能早于起始月份"] });
  if (monthsBetween(fromPeriod, toPeriod) >= MAX_MONTHS)
    throw new InvalidInput({ toPeriod: [`一次最多看 ${MAX_MONTHS} 个月`] });
  if (asOf > today) throw new InvalidInput({ asOf: ["截止日期不能晚于今天"] });
  return {
    projectId,
    today,
    from,
    to,
    fromPeriod,
    toPeriod,
    asOf,
    year: query.year ?? Number(today.slice(0, 4)),
    by: query.by ?? "ITEM",
    basis: query.basis ?? "PAID",
    buildingId: query.buildingId ?? null,
    feeItemId: query.feeItemId ?? null,
    part: query.part ?? null,
    method: query.method ?? null,
    reason: query.reason ?? null,
  };
}

function refuseOthers(query: StandardReportQueryDto, parameters: readonly ReportParameter[]): void {
  for (const parameter of Object.keys(FIELDS) as ReportParameter[]) {
    if (parameters.includes(parameter)) continue;
    const given = FIELDS[parameter].find((field) => query[field] !== undefined && query[field] !== null);
    if (given) throw new InvalidInput({ [given]: [`这张报表不按${reportParameterLabels[parameter]}取数`] });
  }
}
