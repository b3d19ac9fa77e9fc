import { missingCustomerFields, missingRoomFields } from "./completeness.js";
import { allRecords, type ImportRecords, type Issue, type Sourced } from "./records.js";

/** What a yes does; CONFIRM leaves nothing out, it is agreed to. */
export type DecisionEffect = "LEAVE_OUT_ROW" | "LEAVE_OUT_LINK" | "LEAVE_OUT_FIELD" | "CONFIRM";

/** A row, and where it matters the field, that a decision is about. */
export interface Affected {
  sheet: string;
  rowNo: number;
  field?: string;
}

/** Something the operator may decide instead of correcting the file. */
export interface Decision {
  code: string;
  /** The question in so many words, with the rows and what follows from a yes. */
  question: string;
  affects: Affected[];
  effect: DecisionEffect;
}

/** What a decision is called and does, by the code of the issues it settles. Anything else falls to ROWS_FAULTY. */
const RULES: Record<string, { effect: DecisionEffect; ask: (rows: string, count: number) => string }> = {
  OWNER_UNKNOWN: {
    effect: "LEAVE_OUT_LINK",
    ask: (rows) => `${rows}指向的业主在业主表中不存在。是否不导入这些与业主的关系？房屋（车位）照常导入，暂无业主。`,
  },
  FEE_UNKNOWN: {
    effect: "LEAVE_OUT_LINK",
    ask: (rows) => `${rows}绑定的费用在费用表中不存在。是否不导入这些收费绑定？房屋照常导入。`,
  },
  UNSOLD_WITH_OWNER: {
    effect: "LEAVE_OUT_LINK",
    ask: (rows) => `${rows}的房屋状态是“未销售”，却填了业主。是否不导入这些客房关系？房屋和客户照常导入。`,
  },
  ID_SHARED: {
    effect: "LEAVE_OUT_FIELD",
    ask: (rows, count) =>
      `${rows}的客户姓名不同，却使用同一个证件号码。是否不导入这 ${count} 人的证件号码？客户照常导入，标记为资料不完整。`,
  },
  ID_INVALID: {
    effect: "LEAVE_OUT_FIELD",
    ask: (rows, count) => `${rows}的证件号码有误。是否不导入这 ${count} 个证件号码？客户照常导入，标记为资料不完整。`,
  },
  ID_LOST: {
    effect: "LEAVE_OUT_FIELD",
    ask: (rows, count) =>
      `${rows}的证件号码是数字格式，后几位已经丢失。是否不导入这 ${count} 行的证件号码？客户照常导入，标记为资料不完整。`,
  },
  ATTRIBUTE_INVALID: {
    effect: "LEAVE_OUT_FIELD",
    ask: (rows, count) => `${rows}的自定义资料有误。是否不导入这 ${count} 个值？房间和客户照常导入。`,
  },
  BIRTHDAY_INVALID: {
    effect: "LEAVE_OUT_FIELD",
    ask: (rows, count) => `${rows}的出生日期有误。是否不导入这 ${count} 个出生日期？客户照常导入。`,
  },
  PHONE_INVALID: {
    effect: "LEAVE_OUT_FIELD",
    ask: (rows, count) => `${rows}的电话号码有误。是否不导入这 ${count} 个电话号码？客户照常导入。`,
  },
  PLATE_INVALID: {
    effect: "LEAVE_OUT_FIELD",
    ask: (rows, count) => `${rows}的车牌号有误。是否不导入这 ${count} 个车牌号？车位照常导入。`,
  },
};
const ROWS_FAULTY = "ROWS_FAULTY";

const isBlocking = (issue: Issue): boolean => issue.severity === "REFUSE" || issue.severity === "LINK";
const decisionOf = (issue: Issue): string => (RULES[issue.code] ? issue.code : ROWS_FAULTY);

/** Issues that block the commit. */
export const blockingIssues = (records: ImportRecords): (Issue & { sheet: string; rowNo: number })[] =>
  allRecords(records).flatMap(({ sheet, rowNo, issues }) =>
    issues.filter(isBlocking).map((issue) => ({ ...issue, sheet, rowNo })),
  );

/** The decisions that would settle everything that blocks, in the order in which they are applied. */
export function decisionsFor(records: ImportRecords): Decision[] {
  const affected = new Map<string, Map<string, Affected>>();
  for (const { sheet, rowNo, field, ...issue } of blockingIssues(records)) {
    const code = decisionOf({ ...issue, field });
    const list = affected.get(code) ?? new Map<string, Affected>();
    const key = { sheet, rowNo, ...(RULES[code]?.effect === "LEAVE_OUT_FIELD" && field ? { field } : {}) };
    list.set(JSON.stringify(key), key);
    affected.set(code, list);
  }
  const codes = [
    ...Object.keys(RULES).filter((code) => affected.has(code)),
    ...(affected.has(ROWS_FAULTY) ? [ROWS_FAULTY] : []),
  ];
  return codes.map((code) => {
    const affects = [...(affected.get(code)?.values() ?? [])];
    const rule = RULES[code];
    if (rule) return { code, affects, effect: rule.effect, question: rule.ask(rowList(affects), affects.length) };
    return { code, affects, effect: "LEAVE_OUT_ROW", question: rowsQuestion(records, affects) };
  });
}

function rowsQuestion(records: ImportRecords, affects: Affected[]): string {
  const left = structuredClone(records);
  removeRows(left, affects);
  const rows = new Set(affects.map(rowKey));
  const lost = (kind: "rooms" | "relations" | "bindings") => {
    const own = records[kind].filter((record) => rows.has(rowKey(record))).length;
    return records[kind].length - left[kind].length - own;
  };
  const also = [
    [lost("rooms"), "间房屋"],
    [lost("relations"), "条客房关系"],
    [lost("bindings"), "条收费绑定"],
  ].filter(([count]) => Number(count) > 0);
  const follow =
    also.length > 0 ? `其他行中依赖它们的 ${also.map(([count, what]) => `${count} ${what}`).join("、")}也不导入。` : "";
  return `${rowList(affects)}有错误，不能导入。是否不导入这 ${affects.length} 行？${follow}`;
}

/** `“房屋信息”第 7、8、9 行`, at most 20 rows by number for each sheet. */
function rowList(affects: Affected[]): string {
  const sheets = Map.groupBy(affects, ({ sheet }) => sheet);
  return [...sheets]
    .map(([sheet, rows]) => {
      const numbers = [...new Set(rows.map(({ rowNo }) => rowNo))].toSorted((a, b) => a - b);
      const more = numbers.length > 20 ? ` 等共 ${numbers.length}` : "";
      return `“${sheet}”第 ${numbers.slice(0, 20).join("、")}${more} 行`;
    })
    .join("，");
}

const rowKey = ({ sheet, rowNo }: { sheet: string; rowNo: number }): string => `${sheet}\n${rowNo}`;

/**
 * The records as they are after the operator said yes to the decisions named: fields emptied, links and rows left out,
 * and what hung on them too. Pure: the input stays as it is. What still blocks afterwards, `blockingIssues` tells.
 */
export function applyDecisions(records: ImportRecords, accepted: readonly string[]): ImportRecords {
  const result = structuredClone(records);
  for (const code of accepted) {
    const effect = code === ROWS_FAULTY ? "LEAVE_OUT_ROW" : RULES[code]?.effect;
    if (effect === "LEAVE_OUT_FIELD") leaveOutFields(result, code);
    if (effect === "LEAVE_OUT_LINK") leaveOutLinks(result, code);
  }
  if (accepted.includes(ROWS_FAULTY)) {
    removeRows(
      result,
      blockingIssues(result)
        .filter((issue) => decisionOf(issue) === ROWS_FAULTY)
        .map(({ sheet, rowNo }) => ({ sheet, rowNo })),
    );
  }
  noteGaps(result);
  return result;
}

/** The relations, by number, that are left when every decision was taken: their own rows and what they hang on are too. */
export function relationsThatStay(records: ImportRecords): ReadonlySet<number | undefined> {
  const blocked = blockingIssues(records).length > 0;
  const left = blocked ? applyDecisions(records, [...Object.keys(RULES), ROWS_FAULTY]) : records;
  return new Set(left.relations.map(({ uid }) => uid));
}

/** Says which compulsory fields customers and rooms lack. */
export function noteGaps({ customers, rooms }: ImportRecords): void {
  for (const customer of customers) missingCustomerFields(customer);
  for (const room of rooms) missingRoomFields(room);
}

function leaveOutFields(records: ImportRecords, code: string): void {
  for (const record of allRecords(records)) {
    const fields = new Set(
      record.issues.filter((issue) => issue.code === code && isBlocking(issue)).map(({ field }) => field),
    );
    for (const field of fields) {
      if (field === null) continue;
      if (field in record) Object.assign(record, { [field]: null });
      // What else was wrong with the value went with it.
      record.issues = record.issues.filter((issue) => issue.field !== field || !isBlocking(issue));
    }
  }
}

function leaveOutLinks(records: ImportRecords, code: string): void {
  const stays = (record: Sourced) => !record.issues.some((issue) => issue.code === code && isBlocking(issue));
  records.relations = records.relations.filter(stays);
  records.bindings = records.bindings.filter(stays);
  for (const space of records.spaces) {
    if (stays(space)) continue;
    Object.assign(space, { customerKey: null, tenure: null, from: null, to: null });
    space.issues = space.issues.filter((issue) => issue.code !== code);
  }
}

/** Takes the rows out, then what points to records that are gone. */
function removeRows(records: ImportRecords, affects: Affected[]): void {
  const gone = new Set(affects.map(rowKey));
  const stays = (record: Sourced) => !gone.has(rowKey(record));
  const lost = {
    units: new Set(records.units.filter((unit) => !unit.implied && !stays(unit)).map(({ key }) => key)),
    customers: new Set(records.customers.filter((customer) => !stays(customer)).map(({ key }) => key)),
    fees: new Set(records.fees.filter((fee) => !stays(fee)).map(({ key }) => key)),
  };
  for (const { key } of records.units.filter(stays)) lost.units.delete(key);
  for (const { key } of records.customers.filter(stays)) lost.customers.delete(key);
  for (const { key } of records.fees.filter(stays)) lost.fees.delete(key);
  const before = new Set(records.rooms.map(({ key }) => key));
  records.customers = records.customers.filter(stays);
  records.fees = records.fees.filter(stays);
  records.rooms = records.rooms.filter((room) => stays(room) && !lost.units.has(`${room.building}/${room.unit}`));
  const used = new Set(records.rooms.map((room) => `${room.building}/${room.unit}`));
  records.units = records.units.filter((unit) => (unit.implied ? used.has(unit.key) : stays(unit)));
  const rooms = new Set(records.rooms.map(({ key }) => key));
  // A room that was never in the file (it is in the project already) is not lost.
  const hasRoom = (key: string) => rooms.has(key) || !before.has(key);
  records.relations = records.relations.filter(
    (r) => stays(r) && hasRoom(r.roomKey) && !lost.customers.has(r.customerKey),
  );
  records.payers = records.payers.filter((p) => stays(p) && hasRoom(p.roomKey));
  records.bindings = records.bindings.filter((b) => stays(b) && hasRoom(b.roomKey) && !lost.fees.has(b.feeKey));
  records.spaces = records.spaces.filter(stays);
  records.vehicles = records.vehicles.filter((v) => stays(v) && (v.roomKey === null || hasRoom(v.roomKey)));
  for (const space of records.spaces)
    if (space.customerKey && lost.customers.has(space.customerKey)) space.customerKey = null;
  records.refused = records.refused.filter(stays);
}
