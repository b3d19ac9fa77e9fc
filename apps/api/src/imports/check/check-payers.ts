import type { ImportChangeDto } from "@linli/contracts";
import { overlaps } from "../profiles/draft.js";
import { addIssue, type ImportRecords, type PayerRecord } from "../profiles/records.js";
import { noteDifferences } from "./note-differences.js";
import type { KnownPayer, KnownPerson, KnownProject } from "./known-project.js";
import { personOfRow } from "./person-of-row.js";
import type { Fate } from "./planned-row.js";

/** Whom and what a payer of the file means. */
export interface FoundPayer {
  roomId: string;
  customerId: string;
  feeItemId: string | null;
  /** Whether this entry is there. */
  same: boolean;
  /** What the file says otherwise of it. */
  differences: ImportChangeDto[];
}

/** Finds room, person and fee item of every payer; another payer at the same time is refused. Answers by the record's number. */
export function checkPayers(
  { payers }: ImportRecords,
  known: KnownProject,
  codeOf: (roomKey: string) => string,
): Map<number, FoundPayer> {
  const found = new Map<number, FoundPayer>();
  for (const payer of payers) {
    const code = codeOf(payer.roomKey);
    const roomId = known.rooms.get(code)?.id;
    const refuse = (field: string, issue: string, message: string) => addIssue(payer, "REFUSE", field, issue, message);
    if (!roomId) {
      refuse("roomKey", "ROOM_UNKNOWN", `房间 ${code} 不存在，请先导入房产`);
      continue;
    }
    const item = payer.fee === null ? null : known.items.get(payer.fee);
    if (item === undefined) refuse("fee", "FEE_NOT_FOUND", `没有收费项目“${payer.fee}”`);
    const person = personOfRow(payer, known.customers, known.relations.get(roomId) ?? [], refuse);
    if (!person || item === undefined) continue;
    const feeItemId = item?.id ?? null;
    const there = (known.payers.get(roomId) ?? []).filter((other) => other.feeItemId === feeItemId);
    const entry = there.find((other) => isSame(payer, person, other));
    const same = entry !== undefined;
    const differences = entry ? differencesOf(payer, entry) : [];
    noteDifferences(payer, `房间 ${code} 的收费对象 ${payer.name}`, differences, "收费对象");
    const other = there.find(({ startsOn, endsOn }) => overlaps({ from: startsOn, to: endsOn }, payer));
    if (other && !same) {
      const until = other.endsOn === null ? "起长期有效" : `至 ${other.endsOn}`;
      refuse(
        "from",
        "OVERLAP",
        `房间 ${code} 的收费对象已是 ${other.customerName}（${other.startsOn} ${until}），日期重叠；请先终止原来的收费对象`,
      );
    }
    found.set(payer.uid ?? 0, { roomId, customerId: person.id, feeItemId, same, differences });
  }
  return found;
}

const isSame = (payer: PayerRecord, person: KnownPerson, other: KnownPayer): boolean =>
  other.customerId === person.id && other.startsOn === payer.from;

const differencesOf = ({ to }: PayerRecord, { endsOn }: KnownPayer): ImportChangeDto[] =>
  to !== null && to !== endsOn ? [{ label: "结束日期", before: endsOn, after: to }] : [];

/** Undefined for one that is refused. */
export const fateOfPayer = (payer: PayerRecord, code: string, found: FoundPayer | undefined): Fate | undefined =>
  found && {
    entity: "payer",
    key: `${code} ${payer.fee ?? "全部项目"} ${payer.name}`,
    outcome: !found.same ? "CREATE" : found.differences.length > 0 ? "LEFT_OUT" : "SAME",
    changes: found.differences,
  };
