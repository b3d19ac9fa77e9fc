import allRules from "../../api/rules.json";
import { changesOf, type Change } from "../../lib/changes";

/** Names of fields that no form has. */
const own: Record<string, string> = {
  memberships: "授权",
  active: "启用",
  userAgent: "浏览器",
  status: "状态",
  decisionNote: "审批意见",
  userId: "用户编号",
  projectId: "管理区编号",
  number: "编号",
};

const rules = Object.entries(allRules as Record<string, Record<string, { label?: string }>>);

/** What most forms call a field, by field. */
const common = mostUsed(rules.flatMap(labelsOf));

function mostUsed(labels: [field: string, label: string][]): Map<string, string> {
  const uses = new Map<string, number>();
  const found = new Map<string, string>();
  for (const [field, label] of labels) {
    const key = (one: string | undefined) => `${field} ${one}`;
    uses.set(key(label), (uses.get(key(label)) ?? 0) + 1);
    if (uses.get(key(label))! > (uses.get(key(found.get(field))) ?? 0)) found.set(field, label);
  }
  return found;
}

function labelsOf([, fields]: (typeof rules)[number]): [field: string, label: string][] {
  return Object.entries(fields).flatMap(([field, { label }]): [string, string][] => (label ? [[field, label]] : []));
}

/** What the forms of a thing call its fields: of `write-off` those with WriteOff in their name, the shortest name first. */
function ofThing(entity: string): Record<string, string> {
  const name = entity.replaceAll(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());
  const own = rules.filter(([dto]) => dto.includes(name)).toSorted(([a], [b]) => b.length - a.length);
  return Object.fromEntries(own.flatMap(labelsOf));
}

/** What an audit row changed, every field: the auditor sees also those that have no Chinese name. */
export function auditChanges(
  entity: string,
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): Change[] {
  const fields = [...Object.keys(before ?? {}), ...Object.keys(after ?? {})];
  const things = ofThing(entity);
  const labelOf = (field: string) => own[field] ?? things[field] ?? common.get(field) ?? field;
  return changesOf(before, after, { labels: Object.fromEntries(fields.map((field) => [field, labelOf(field)])) });
}
