import type { Workbook } from "../../workbook/cell.js";
import type { TableRow } from "../../workbook/read-table.js";
import { missingCustomerFields } from "../completeness.js";
import { Draft } from "../draft.js";
import { checkIdNumber, checkPhone, findSharedNumbers } from "../people.js";
import { addIssue, type CustomerRecord, type ImportRecords, type RelationRecord, type RoomRecord } from "../records.js";
import { RowReader } from "../row-reader.js";
import {
  OWNER_TYPES,
  ownerTypeLabels,
  PURPOSES,
  purposeLabels,
  SEXES,
  STATES,
  stateLabels,
  STATES_WITH_OWNER,
} from "./codes.js";
import { IMPORT_ROOM_FIELDS, IMPORT_ROOM_SHEET, type ImportRoomKey } from "./fields.js";
import { eachRow } from "./hc.js";
import { checkRoom, roomDefaults } from "./hc-rooms.js";

type Reader = RowReader<ImportRoomKey>;

/**
 * Reads importRoom.xlsx: one sheet whose rows hold unit, room and one person; a room with several people stands in
 * several rows, its owner first. People without document and telephone are told apart by room and name.
 */
export async function readImportRoom(workbook: Workbook, sheet = IMPORT_ROOM_SHEET): Promise<ImportRecords> {
  const draft = new Draft();
  await eachRow(workbook, sheet, IMPORT_ROOM_FIELDS, (row) => readRow(row, draft));
  checkOwners(draft);
  const records = draft.toRecords();
  findSharedNumbers(records);
  records.customers.forEach(missingCustomerFields);
  return records;
}

function readRow(row: TableRow<ImportRoomKey>, draft: Draft): void {
  const reader = new RowReader(row, IMPORT_ROOM_FIELDS, { rent: "rentFen" });
  const building = reader.need("building", reader.code("building"));
  const unit = reader.need("unit", reader.code("unit"));
  const code = reader.need("code", reader.code("code"));
  if (building === null || unit === null || code === null) {
    draft.refused.push(reader.source());
    return;
  }
  readUnitOf(reader, building, unit, draft);
  const state = reader.choice("state", stateLabels);
  const room = readRoomOf(reader, { building, unit, code }, state, draft);
  const person = readPerson(reader, room, draft);
  if (person && state === "2002") {
    addIssue(
      person.relation,
      "LINK",
      "customerKey",
      "UNSOLD_WITH_OWNER",
      `房屋 ${code} 的状态是“未销售”，业主信息应留空，现填了 ${person.customer.name}`,
    );
  }
  if (!person && state !== null && STATES_WITH_OWNER.includes(state) && room.rowNo === row.rowNo) {
    addIssue(
      room,
      "INCOMPLETE",
      "owner",
      "OWNER_EXPECTED",
      `房屋 ${code} 的状态是“${stateLabels[state]}”，应有业主，现业主信息为空`,
    );
  }
}

function readUnitOf(reader: Reader, building: string, unit: string, draft: Draft): void {
  const key = `${building}/${unit}`;
  const floors = reader.integer("floors", { min: 1, max: 200 });
  const lift = reader.yesNo("lift");
  const known = draft.units.get(key);
  if (!known) {
    draft.units.add({ ...reader.further(), key, building, unit, floors, lift, implied: true });
  } else if ((floors !== null && known.floors !== floors) || (lift !== null && known.lift !== lift)) {
    const message = `楼栋 ${building} 单元 ${unit} 的总层数或电梯与第 ${known.rowNo} 行不同，按第 ${known.rowNo} 行导入`;
    reader.issue("NOTE", "floors", "UNIT_DIFFERS", message);
  }
}

function readRoomOf(
  reader: Reader,
  at: { building: string; unit: string; code: string },
  state: string | null,
  draft: Draft,
): RoomRecord {
  const key = `${at.building}/${at.unit}/${at.code}`;
  const purpose = reader.choice("purpose", purposeLabels);
  const rentFen = reader.fen("rent");
  const buildingArea = reader.need("buildingArea", reader.decimal("buildingArea", { places: 4, max: "100000" }));
  const room: RoomRecord = {
    ...reader.source(),
    key,
    ...at,
    buildingArea,
    floor: reader.integer("floor", {
      min: -10,
      max: 200,
    }),
    layout: reader.text("layout", 50),
    innerArea: reader.decimal("innerArea", {
      places: 4,
      max: "100000",
    }),
    ...roomDefaults(at.building, at.unit, at.code, buildingArea),
    purpose: purpose === null ? null : (PURPOSES[purpose] ?? null),
    state: state === null ? null : (STATES[state] ?? null),
    rentFen: rentFen === 0 ? null : rentFen,
  };
  const known = draft.rooms.get(key);
  if (known) {
    sameRoom(reader, known, room, draft);
    return known;
  }
  checkRoom(room, draft);
  draft.rooms.add(room);
  return room;
}

/** The rows of further people repeat the room; what they say of it must agree. Their own faults are kept as a refused row. */
function sameRoom(reader: Reader, known: RoomRecord, again: RoomRecord, draft: Draft): void {
  const differs = (["floor", "buildingArea", "innerArea", "layout", "purpose", "state"] as const).filter(
    (field) => again[field] !== null && again[field] !== known[field],
  );
  if (differs.length > 0) {
    reader.issue(
      "REFUSE",
      "code",
      "ROOM_DIFFERS",
      `房屋 ${known.code} 的房屋信息与第 ${known.rowNo} 行不同，同一房屋的各行应重复填写相同的信息`,
    );
  }
  draft.refused.push(reader.source());
}

function readPerson(
  reader: Reader,
  room: RoomRecord,
  draft: Draft,
): { customer: CustomerRecord; relation: RelationRecord } | null {
  const name = reader.text("name", 50);
  const sex = reader.choice("sex", SEXES);
  const mobile = reader.text("mobile", 30);
  const idNumber = reader.text("idNumber", 40);
  const role = OWNER_TYPES[reader.choice("type", ownerTypeLabels) ?? 1001] ?? "OWNER";
  if (name === null) {
    if (mobile !== null || idNumber !== null)
      reader.issue("REFUSE", "name", "REQUIRED", "填了手机号或身份证号，却缺少业主名称");
    return null;
  }
  if (/[,，、;；]/u.test(name))
    reader.issue("NOTE", "name", "SEVERAL_NAMES", `业主名称“${name}”里像有几个人，按一个客户导入；建议每人一行`);
  const customer: CustomerRecord = {
    ...reader.further(),
    key: `${room.key}/${name}`,
    name,
    kind: "PERSON",
    role,
    sex,
    age: null,
    mobile,
    idNumber,
    homePhone: null,
    idType: idNumber === null ? null : "ID_CARD",
    registeredResidence: null,
    emergencyName: null,
    emergencyPhone: null,
  };
  checkPhone(customer, "mobile", "手机");
  checkIdNumber(customer);
  // The same person in several rows: the same name with the same document or, lacking one, the same telephone.
  const mark = customer.idNumber ?? customer.mobile;
  if (mark !== null) customer.key = `${name}/${mark}`;
  const known = draft.customers.get(customer.key);
  if (!known) draft.customers.add(customer);
  const at = { ...reader.further(), roomKey: room.key, customerKey: customer.key };
  const relation: RelationRecord = { ...at, role, share: null, from: null, to: null, kinship: null };
  const twice = draft.relate(relation);
  if (twice)
    addIssue(
      relation,
      "REFUSE",
      null,
      "DUPLICATE",
      `房屋 ${room.code} 的业主或成员 ${name} 与第 ${twice.rowNo} 行重复`,
    );
  return { customer: known ?? customer, relation };
}

/** Members need an owner of the room in an earlier row. */
function checkOwners(draft: Draft): void {
  const withOwner = new Set<string>();
  for (const relation of draft.relations) {
    if (relation.role === "OWNER") withOwner.add(relation.roomKey);
    else if (!withOwner.has(relation.roomKey)) {
      const message = `房屋 ${relation.roomKey}：家庭成员、租客和临时人员之前必须先有业主一行`;
      addIssue(relation, "REFUSE", "role", "OWNER_FIRST", message);
    }
  }
}
