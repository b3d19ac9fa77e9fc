import { Decimal } from "decimal.js";
import { relationRoleLabels } from "@linli/contracts";
import { maskIdNumber } from "../../common/crypto.js";
import type { BulkCustomer } from "../../customer/bulk-customer.js";
import type { FoundCustomer } from "../../customer/bulk-customers.service.js";
import { overlaps } from "../profiles/draft.js";
import { addIssue, type CustomerRecord, type ImportRecords, type RelationRecord } from "../profiles/records.js";
import type { KnownProject } from "./known-project.js";

/** A customer as the customer domain takes him; a kind or document nobody stated changes nothing. */
export const toBulkCustomer = (customer: CustomerRecord): BulkCustomer => ({
  name: customer.name,
  ...(customer.kind === "COMPANY" ? { kind: "COMPANY" as const } : {}),
  sex: customer.sex,
  idType: customer.idType,
  idNumber: customer.idNumber,
  registeredPlace: customer.registeredResidence,
  mobile: customer.mobile,
  homePhone: customer.homePhone,
  emergencyName: customer.emergencyName,
  emergencyPhone: customer.emergencyPhone,
});

/** A document of somebody else in the project, by the same question as a document several people of the file share. */
export function checkCustomers({ customers }: ImportRecords, found: readonly (FoundCustomer | null)[]): void {
  customers.forEach((customer, index) => {
    const holder = found[index];
    if (holder?.by !== "ID_NUMBER" || holder.name === customer.name || customer.idNumber === null) return;
    const number = maskIdNumber(customer.idNumber);
    const message = `${customer.name}：证件号码 ${number} 在系统中属于客户 ${holder.name}（${holder.number}），一个号码只能属于一个人`;
    addIssue(customer, "REFUSE", "idNumber", "ID_SHARED", message);
  });
}

/** Fills in where relations begin, and refuses unknown rooms and shares over the whole. */
export function checkRelations(records: ImportRecords, known: KnownProject, codeOf: (roomKey: string) => string): void {
  const rooms = new Set(records.rooms.map(({ code }) => code));
  const names = new Map(records.customers.map(({ key, name }) => [key, name]));
  const firstFees = new Map<string, string>();
  for (const { roomKey, from } of records.bindings)
    if (from && from < (firstFees.get(roomKey) ?? "9999")) firstFees.set(roomKey, from);
  const shares = new Map<string, Decimal>();
  for (const relation of records.relations) {
    const code = codeOf(relation.roomKey);
    const room = known.rooms.get(code);
    if (!room && !rooms.has(code)) {
      addIssue(relation, "REFUSE", "roomKey", "ROOM_UNKNOWN", `房间 ${code} 不存在，请先导入房产`);
      continue;
    }
    assumeStart(relation, code, firstFees.get(relation.roomKey), known.firstDay);
    if (!room || relation.role !== "OWNER") continue;
    const owners = (known.relations.get(room.id) ?? []).filter(
      (other) => other.role === "OWNER" && overlaps({ from: other.startsOn, to: other.endsOn }, relation),
    );
    const name = names.get(relation.customerKey);
    const others = owners.filter(({ customerName }) => customerName !== name);
    if (others.length > 0) {
      const who = others.map(({ customerName }) => customerName).join("、");
      addIssue(relation, "NOTE", null, "OTHER_OWNER", `房间 ${code} 已有业主 ${who}，导入后为共有；请指定收费对象`);
    }
    refuseShares(relation, code, others, shares);
  }
}

function assumeStart(relation: RelationRecord, code: string, firstFee: string | undefined, firstDay: string): void {
  if (relation.from !== null) return;
  const start = firstFee ?? firstDay;
  relation.from = relation.to !== null && relation.to < start ? relation.to : start;
  const why = firstFee ? "该房间最早的费用开始时间" : "本管理区开始计费之日";
  addIssue(
    relation,
    "NOTE",
    "from",
    "FROM_ASSUMED",
    `房间 ${code} 的${relationRoleLabels[relation.role]}关系没有开始日期，按${why} ${relation.from} 起`,
  );
}

function refuseShares(
  relation: RelationRecord,
  code: string,
  others: readonly { share: string | null }[],
  shares: Map<string, Decimal>,
): void {
  if (relation.share === null) return;
  const there = others.reduce((sum, { share }) => sum.plus(share ?? 0), new Decimal(0));
  const total = (shares.get(code) ?? there).plus(new Decimal(relation.share).times(100));
  shares.set(code, total);
  if (total.gt(100))
    addIssue(
      relation,
      "REFUSE",
      "share",
      "SHARES_EXCEED",
      `房间 ${code} 的业主份额连同系统中已有的合计 ${total.toFixed()}%，超过 100%`,
    );
}
