import {
  type ImportCountDto,
  type ImportIncompleteDto,
  type ImportSummaryDto,
  type RelationRole,
  relationRoleLabels,
} from "@linli/contracts";
import { createHash } from "node:crypto";
import { maskIdNumber } from "../../common/crypto.js";
import { allRecords, type ImportRecords, type Issue, RECORD_KINDS, type Sourced } from "../profiles/records.js";
import type { ImportPlan } from "./plan-import.js";
import { changesDatedAreas } from "./plan-property.js";
import { type Fate, isBlocked, type PlannedRow } from "./planned-row.js";

/** What the check found, with what the commit compares itself to. */
export interface StoredSummary extends ImportSummaryDto {
  fingerprint: string;
  /** Whether areas would change from a day on that the file names. */
  datedAreas?: boolean;
  /** The records kept for the commit (`keepRecords`), by their hash, and what their plan rests on (`groundOf`). */
  kept?: { sha256: string; ground: string };
}

const ENTITIES = {
  units: "unit",
  rooms: "room",
  customers: "customer",
  relations: "relation",
  payers: "payer",
  fees: "fee",
  bindings: "binding",
  spaces: "space",
  vehicles: "vehicle",
  refused: "row",
} as const;

/**
 * One row per record in the order of the file. Before decisions, what blocks is REFUSE and what hangs on it LEFT_OUT;
 * once they are taken, everything they leave out is LEFT_OUT.
 */
export function reportRows(plan: ImportPlan, decided: boolean, sheetNames: readonly string[]): PlannedRow[] {
  const sheets = new Map(sheetNames.map((name, index) => [name, index]));
  // Where nothing was to be decided, the final records are the records.
  const further = plan.final === plan.records ? [] : allRecords(plan.final);
  const issues = new Map(further.map((record) => [record.uid, record.issues]));
  const rows: PlannedRow[] = buildingRows(plan);
  const gatherings = new Map<string, Issue[]>();
  for (const kind of RECORD_KINDS) {
    for (const record of plan.records[kind]) {
      const fate = plan.fates.get(record.uid ?? 0);
      const blocked = isBlocked(record);
      const more = issues.get(record.uid)?.filter((issue) => !has(record, issue));
      const said = more?.length ? [...record.issues, ...more] : record.issues;
      rows.push({
        sheet: record.sheet,
        rowNo: record.rowNo,
        entity: ENTITIES[kind],
        key: fate?.key ?? nameOf(record, plan),
        outcome: outcomeOf(fate, blocked, decided),
        changes: fate?.changes ?? [],
        issues: masked(gathered(fate || blocked ? said : [...said, left(decided || isAsChecked(plan))], gatherings)),
      });
    }
  }
  const place = (row: PlannedRow) => sheets.get(row.sheet) ?? 0;
  return rows.toSorted((a, b) => place(a) - place(b) || a.rowNo - b.rowNo);
}

/** Whether a record says the same already. */
const has = (record: Sourced, { code, field }: Issue): boolean =>
  record.issues.some((issue) => issue.code === code && issue.field === field);

function outcomeOf(fate: Fate | undefined, blocked: boolean, decided: boolean): PlannedRow["outcome"] {
  if (blocked && !decided) return "REFUSE";
  return fate?.outcome ?? "LEFT_OUT";
}

const left = (decided: boolean): Issue => ({
  severity: "NOTE",
  field: null,
  code: "LEFT_OUT",
  message: decided ? "所依赖的行没有导入，这一项也不导入" : "所依赖的行有错误；不导入那些行时，这一项也不导入",
});

function buildingRows({ final, buildings }: ImportPlan): PlannedRow[] {
  return [...buildings].flatMap(([building, isNew]) => {
    const first = final.units.find((unit) => unit.building === building);
    if (!first) return [];
    const { sheet, rowNo } = first;
    return [
      {
        sheet,
        rowNo,
        entity: "building" as const,
        key: building,
        outcome: isNew ? ("CREATE" as const) : ("SAME" as const),
        changes: [],
        issues: [],
      },
    ];
  });
}

type Named = Sourced &
  Partial<Record<"code" | "name" | "roomKey" | "feeKey" | "customerKey" | "key", string | null>> & {
    role?: RelationRole;
  };

/** What a record is called that is left out or refused. */
function nameOf(record: Named, { codeOf, records }: ImportPlan): string {
  const { code, name, roomKey, feeKey, customerKey, role, key } = record;
  // a vehicle, with a room or without one
  if (roomKey !== undefined && key) return key;
  if (!roomKey) return code ?? name ?? key ?? `第 ${record.rowNo} 行`;
  if (feeKey) return `${codeOf(roomKey)} ${records.fees.find((fee) => fee.key === feeKey)?.name ?? feeKey}`;
  const person = records.customers.find((customer) => customer.key === customerKey)?.name ?? "";
  return `${codeOf(roomKey)} ${role ? relationRoleLabels[role] : ""} ${person}`.trim();
}

/** The missing fields of a record in one sentence. */
function gathered(issues: Issue[], gatherings: Map<string, Issue[]>): Issue[] {
  const missing = issues.filter(({ severity }) => severity === "INCOMPLETE");
  if (missing.length < 2) return issues;
  const fields = missing.map(({ field }) => FIELD_LABELS[field ?? ""] ?? field).join("、");
  const known = gatherings.get(fields);
  const alone = missing.length === issues.length;
  if (known) return alone ? known : [...issues.filter(({ severity }) => severity !== "INCOMPLETE"), ...known];
  const message = `缺少${fields}，导入后标记为资料不完整`;
  gatherings.set(fields, [{ severity: "INCOMPLETE", field: null, code: "MISSING_FIELD", message }]);
  return gathered(issues, gatherings);
}

/** What blocks comes first. */
const GRAVITY: readonly Issue["severity"][] = ["REFUSE", "LINK", "INCOMPLETE", "NOTE"];

/** Sentences without whole document numbers: the report is kept, the numbers are kept encrypted (LAW-31). */
const masked = (issues: Issue[]): Issue[] =>
  issues.length === 0 || (issues.length === 1 && !/\d{15}/.test(issues[0]!.message))
    ? issues
    : issues
        .toSorted((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity))
        .map((issue) => ({
          ...issue,
          message: issue.message.replace(/(?<![\d.])\d{15}(\d{2}[\dXx])?(?![\d.])/g, (number) => maskIdNumber(number)),
        }));

/** Whether a commit writes every row as the check reports it: nothing blocks, so nothing is left out. */
export const isAsChecked = ({ final, records }: ImportPlan): boolean => final === records;

/** Counts and questions of a check; `rows` as it reports them. */
export function summaryOf(plan: ImportPlan, rows: readonly PlannedRow[], sheetNames: readonly string[]): StoredSummary {
  const expected = isAsChecked(plan) ? rows : reportRows(plan, true, sheetNames);
  return {
    counts: countsOf(rows),
    expected: countsOf(expected),
    sheets: [...new Set(rows.map(({ sheet }) => sheet))],
    blocking: plan.blocking,
    decisions: plan.decisions.map(({ code, question, affects }) => ({
      code,
      question,
      rowCount: new Set(affects.map(({ sheet, rowNo }) => `${sheet}\n${rowNo}`)).size,
      taken: false,
    })),
    incomplete: incompleteOf(plan.final),
    incompleteRooms: lacking(plan.final.rooms),
    incompleteCustomers: lacking(plan.final.customers),
    fingerprint: fingerprintOf(expected),
    datedAreas: plan.final.rooms.some((room) => changesDatedAreas(room, plan.fates.get(room.uid ?? 0))),
  };
}

/** The same while the import would do the same. */
export function fingerprintOf(rows: readonly PlannedRow[]): string {
  const hash = createHash("sha256");
  for (const { sheet, rowNo, entity, key, outcome, changes } of rows)
    hash.update(`${JSON.stringify([sheet, rowNo, entity, key, outcome, changes])}\n`);
  return hash.digest("hex");
}

export function countsOf(rows: readonly PlannedRow[]): ImportCountDto[] {
  const counts = new Map<string, ImportCountDto>();
  for (const { entity, outcome } of rows) {
    const key = `${entity} ${outcome}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { entity, outcome, count: 1 });
  }
  return [...counts.values()];
}

const lacking = (records: readonly Sourced[]): number =>
  records.filter(({ issues }) => issues.some(({ severity }) => severity === "INCOMPLETE")).length;

const FIELD_LABELS: Record<string, string> = {
  name: "房间名称",
  buildingArea: "建筑面积",
  chargeArea: "收费面积",
  layout: "户型",
  orientation: "朝向",
  sex: "性别",
  idType: "证件名称",
  idNumber: "证件号码",
  registeredResidence: "户口所在地",
  emergencyName: "紧急联络人",
  emergencyPhone: "紧急联络人电话",
  mobile: "家庭电话或手机",
  kinship: "与业主关系",
  ownership: "车位权属",
};

function incompleteOf(records: ImportRecords): ImportIncompleteDto[] {
  const kinds = ["rooms", "customers", "relations", "spaces"] as const;
  return kinds.flatMap((kind) => {
    const counts = new Map<string, number>();
    for (const { issues } of records[kind])
      for (const { severity, field } of issues)
        if (severity === "INCOMPLETE" && field) counts.set(field, (counts.get(field) ?? 0) + 1);
    return [...counts].map(([field, count]) => ({
      entity: ENTITIES[kind],
      label: FIELD_LABELS[field] ?? field,
      count,
    }));
  });
}
