import type { FoundCustomer } from "../../customer/bulk-customers.service.js";
import type { Decision } from "../profiles/decisions.js";
import type { CustomerRecord } from "../profiles/records.js";
import type { Fate } from "./planned-row.js";

const LABELS = ["客户名称", "证件名称", "证件号码", "手机", "号码"];
/** People named one by one in the question. */
const NAMED = 20;

/** Changes of what identifies a customer need a decision in so many words, and the right to make them (SCN-06). */
export function keyDataDecision(
  customers: readonly CustomerRecord[],
  found: readonly (FoundCustomer | null)[],
  fates: ReadonlyMap<number, Fate>,
): Decision | null {
  const changed = customers.filter((_customer, index) => found[index]?.keyData);
  if (changed.length === 0) return null;
  const said = changed.slice(0, NAMED).map((customer) => {
    const changes = (fates.get(customer.uid ?? 0)?.changes ?? []).filter(({ label }) => LABELS.includes(label));
    const words = changes.map(({ label, before, after }) => `${label} ${before ?? "（空）"} → ${after ?? "（空）"}`);
    return `第 ${customer.rowNo} 行 ${customer.name}（${words.join("，")}）`;
  });
  const more = changed.length > NAMED ? ` 等 ${changed.length} 人` : "";
  return {
    code: "KEY_DATA",
    effect: "CONFIRM",
    affects: changed.map(({ sheet, rowNo }) => ({ sheet, rowNo })),
    question: `文件会修改 ${changed.length} 位已有客户的关键信息（姓名、证件、手机）：${said.join("；")}${more}。是否确认修改？`,
  };
}
