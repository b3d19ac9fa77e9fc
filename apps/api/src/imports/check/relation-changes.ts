import { kinshipLabels, relationRoleLabels, type ImportChangeDto, type Kinship } from "@linli/contracts";
import { Decimal } from "decimal.js";
import type { RelationUpdate } from "../../customer/relations/import-relations.service.js";
import { overlaps } from "../profiles/draft.js";
import { addIssue, type RelationRecord } from "../profiles/records.js";
import type { KnownRelation } from "./known-project.js";
import type { Fate } from "./planned-row.js";

/**
 * The relation of the project a relation of the file means: the same person in the same role at the same time; without
 * a first day in the file the one that lasts, else the latest.
 */
export function sameRelation(
  relation: RelationRecord,
  existing: readonly KnownRelation[],
  customerId: string | null,
): KnownRelation | undefined {
  const own = existing.filter((other) => other.customerId === customerId && other.role === relation.role);
  if (relation.from === null)
    return own.find(({ endsOn }) => endsOn === null) ?? own.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0];
  return own.find(({ startsOn, endsOn }) => overlaps({ from: startsOn, to: endsOn }, relation));
}

/** What the file says anew of a relation that is there: its last day, share, kinship, first contact. */
export function updateOf(
  relation: RelationRecord,
  there: KnownRelation,
): Omit<RelationUpdate, "relationId" | "roomId"> {
  const { to, kinship, isPrimaryContact } = relation;
  const share = relation.share === null ? null : new Decimal(relation.share).times(100);
  return {
    ...(to !== null && to !== there.endsOn && { endsOn: to }),
    ...(share !== null && !share.eq(there.share ?? 0) && { share: share.toFixed() }),
    ...(kinship !== null && kinship !== there.kinship && { kinship }),
    ...(typeof isPrimaryContact === "boolean" && isPrimaryContact !== there.isPrimaryContact && { isPrimaryContact }),
  };
}

/** Refuses what an import may not change of a relation that is there, and says what it leaves alone. */
export function checkRelationUpdate(relation: RelationRecord, code: string, there: KnownRelation): void {
  const { from, to } = relation;
  relation.from ??= there.startsOn;
  const who = `${there.customerName} 与房间 ${code} 的${relationRoleLabels[relation.role]}关系`;
  if (from !== null && from !== there.startsOn)
    addIssue(
      relation,
      "NOTE",
      "from",
      "FROM_KEPT",
      `${who}在系统中自 ${there.startsOn} 起，导入不改起始日期；需要时在房间档案里更正`,
    );
  if (to === null || to === there.endsOn) return;
  if (to < there.startsOn)
    addIssue(relation, "REFUSE", "to", "DATES_REVERSED", `${who}：结束日期 ${to} 早于起始日期 ${there.startsOn}`);
  else if (there.endsOn !== null && to > there.endsOn)
    addIssue(
      relation,
      "REFUSE",
      "to",
      "ALREADY_ENDED",
      `${who}已于 ${there.endsOn} 结束，导入不能延长到 ${to}；请在房间档案里办理`,
    );
}

/** What becomes of a relation of the file. */
export function fateOfRelation(
  relation: RelationRecord,
  code: string,
  name: string,
  existing: readonly KnownRelation[],
  customerId: string | null,
): Fate {
  const key = `${code} ${relationRoleLabels[relation.role]} ${name}`;
  const there = sameRelation(relation, existing, customerId);
  if (!there) return { entity: "relation", key, outcome: "CREATE", changes: [] };
  const changes = inWords(there, updateOf(relation, there));
  return { entity: "relation", key, outcome: changes.length > 0 ? "UPDATE" : "SAME", changes };
}

function inWords(there: KnownRelation, update: ReturnType<typeof updateOf>): ImportChangeDto[] {
  const percent = (share: string | null) => share && `${new Decimal(share).toFixed()}%`;
  const yes = (flag: boolean) => (flag ? "是" : "否");
  const kin = (kinship: string | null) => kinship && (kinshipLabels[kinship as Kinship] ?? kinship);
  const changes: (ImportChangeDto | false)[] = [
    update.endsOn !== undefined && { label: "结束日期", before: there.endsOn, after: update.endsOn },
    update.share !== undefined && { label: "份额", before: percent(there.share), after: percent(update.share) },
    update.kinship !== undefined && { label: "与业主关系", before: kin(there.kinship), after: kin(update.kinship) },
    update.isPrimaryContact !== undefined && {
      label: "首要联系人",
      before: yes(there.isPrimaryContact),
      after: yes(update.isPrimaryContact),
    },
  ];
  return changes.filter((change) => change !== false);
}
