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

const ofForms = Object.assign(
  {},
  ...Object.values(allRules as Record<string, Record<string, { label?: string }>>).map(labelsOf),
) as Record<string, string>;

function labelsOf(fields: Record<string, { label?: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).flatMap(([field, { label }]) => (label ? [[field, label]] : [])));
}

/** What an audit row changed, every field: the auditor sees also those that have no Chinese name. */
export function auditChanges(before: Record<string, unknown> | null, after: Record<string, unknown> | null): Change[] {
  const fields = [...Object.keys(before ?? {}), ...Object.keys(after ?? {})];
  const labels = Object.fromEntries(fields.map((field) => [field, own[field] ?? ofForms[field] ?? field]));
  return changesOf(before, after, { labels });
}
