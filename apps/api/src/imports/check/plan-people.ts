import { idTypeLabels, sexLabels, type ImportChangeDto } from "@linli/contracts";
import type { FoundCustomer } from "../../customer/bulk-customers.service.js";
import { addIssue, type CustomerRecord } from "../profiles/records.js";
import { changesOf, type Fate, type FieldValue } from "./planned-row.js";

const LABELS = {
  name: "客户名称",
  kind: "客户类型",
  sex: "性别",
  idType: "证件名称",
  idNumber: "证件号码",
  birthday: "出生日期",
  registeredPlace: "户口所在地",
  mobile: "手机",
  homePhone: "家庭电话",
  emergencyName: "紧急联络人",
  emergencyPhone: "紧急联络人电话",
  otherPhones: "其他电话",
  contactName: "公司联系人",
  address: "通讯地址",
  remark: "客户备注",
} as const;
const WORDS: Record<string, Record<string, string>> = {
  sex: sexLabels,
  idType: idTypeLabels,
  kind: { PERSON: "个人", COMPANY: "公司" },
};
const inWords = (field: string, value: FieldValue): string | null =>
  value === null ? null : (WORDS[field]?.[String(value)] ?? String(value));

/** What becomes of each customer of the file; several rows of one person become one customer. */
export function fatesOfCustomers(
  customers: readonly CustomerRecord[],
  found: readonly (FoundCustomer | null)[],
): Map<string, Fate & { id: string | null }> {
  const fates = new Map<string, Fate & { id: string | null }>();
  const fresh = new Map<string, CustomerRecord>();
  customers.forEach((customer, index) => {
    const there = found[index] ?? null;
    const base = { entity: "customer" as const, key: customer.name };
    if (there) {
      noteBareName(customer, there);
      const outcome = there.changes ? "UPDATE" : "SAME";
      fates.set(customer.key, { ...base, outcome, changes: there.changes ? changed(there) : [], id: there.id });
      return;
    }
    const twin = fresh.get(whoIs(customer));
    if (twin && (!twin.idNumber || !customer.idNumber)) {
      addIssue(
        customer,
        "NOTE",
        null,
        "SAME_PERSON",
        `与“${twin.sheet}”第 ${twin.rowNo} 行姓名和电话相同，作为同一个客户导入`,
      );
      fates.set(customer.key, { ...base, outcome: "SAME", changes: [], id: null });
      return;
    }
    fresh.set(whoIs(customer), customer);
    fates.set(customer.key, { ...base, outcome: "CREATE", changes: [], id: null });
  });
  return fates;
}

const whoIs = ({ name, mobile, homePhone }: CustomerRecord): string => `${name}\n${mobile ?? homePhone ?? ""}`;

function noteBareName(customer: CustomerRecord, there: FoundCustomer): void {
  if (there.by !== "NAME_AND_PHONE" || customer.mobile !== null || customer.homePhone !== null) return;
  addIssue(
    customer,
    "NOTE",
    null,
    "FOUND_BY_NAME",
    `${customer.name} 没有证件号码和电话，按姓名认作系统中的客户 ${there.number}`,
  );
}

/** Masked numbers may look alike before and after. */
function changed({ before, after }: FoundCustomer): ImportChangeDto[] {
  const changes = changesOf(LABELS, flat(before), flat(after), inWords);
  return changes.length > 0 ? changes : [{ label: "号码", before: "（已登记）", after: "（文件中的号码）" }];
}

/** Lists as one text. */
const flat = (columns: object): object =>
  Object.fromEntries(
    Object.entries(columns).map(([field, value]) => [field, Array.isArray(value) ? value.join("、") || null : value]),
  );
