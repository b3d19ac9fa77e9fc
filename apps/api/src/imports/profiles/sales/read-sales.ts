import { idTypeLabels, type IdType, type RoomState } from "@linli/contracts/enums";
import type { Workbook } from "../../workbook/cell.js";
import { parseRange } from "../../workbook/cell.js";
import { openTable, type Table, tableRows, type TableRow } from "../../workbook/read-table.js";
import { missingCustomerFields, missingRoomFields } from "../completeness.js";
import { Draft } from "../draft.js";
import { checkIdNumber, checkPhone, findSharedNumbers } from "../people.js";
import { addIssue, type CustomerRecord, type ImportRecords, type RelationRecord, type RoomRecord } from "../records.js";
import { RowReader } from "../row-reader.js";
import { type Buyer, equalShares, splitBuyers } from "./buyers.js";
import { SALES_FIELDS, type SalesKey } from "./fields.js";

type Reader = RowReader<SalesKey>;

const ID_TYPES: Record<string, IdType> = {
  身份证: "ID_CARD",
  二代身份证: "ID_CARD",
  居民身份证: "ID_CARD",
  营业执照: "CREDIT_CODE",
  统一社会信用代码: "CREDIT_CODE",
  港澳通行证: "HK_MACAU_PERMIT",
  回乡证: "HK_MACAU_PERMIT",
  台胞证: "TAIWAN_PERMIT",
  其他: "OTHER",
};
const SOLD = /^(已售|售出|已出售|签约|已签约|网签|已网签|备案|已备案|已交房|已交付|已入伙)$/u;

/**
 * Reads a list of rooms and buyers of a developer's sales software: one row a room with all its buyers, or one row a
 * buyer, the room's cells merged or left empty. What the system has no field for goes to the room's remark; columns
 * nobody knows are named in the report (CUS-02).
 */
export async function readSales(workbook: Workbook, sheet: string): Promise<ImportRecords> {
  const draft = new Draft();
  const table = await openTable(workbook, sheet, SALES_FIELDS);
  const list = new SalesList(draft);
  noteUnmapped(table, draft);
  for await (const row of tableRows(workbook, table)) list.read(withoutColumns(row));
  list.finish();
  const records = draft.toRecords();
  findSharedNumbers(records);
  records.customers.forEach(missingCustomerFields);
  return records;
}

/** Rows of one room hang together by cells merged from top to bottom; what is merged sideways stays a fault. */
function withoutColumns(row: TableRow<SalesKey>): TableRow<SalesKey> {
  if (row.merged.length === 0) return row;
  const merged = row.merged.filter((ref) => {
    const range = parseRange(ref);
    return !range || range.left !== range.right;
  });
  return { ...row, merged };
}

function noteUnmapped({ sheet, header, mapping }: Table<SalesKey>, draft: Draft): void {
  const names = mapping.unmapped.map(({ text }) => `“${text}”`);
  if (names.length === 0) return;
  const message = `这些列系统里没有对应的资料，没有导入：${names.join("、")}`;
  const issue = { severity: "NOTE" as const, field: null, code: "COLUMNS_NOT_KEPT", message };
  draft.refused.push({ sheet: sheet.name, rowNo: header.rowNo, issues: [issue] });
}

class SalesList {
  private room: RoomRecord | null = null;
  private readonly owners = new Map<string, RelationRecord[]>();

  constructor(private readonly draft: Draft) {}

  read(row: TableRow<SalesKey>): void {
    const reader: Reader = new RowReader(row, SALES_FIELDS);
    const continues = !reader.has("building") && !reader.has("code") && this.room !== null && reader.has("buyers");
    const room = continues ? this.room : this.readRoom(reader);
    this.room = room;
    if (room) this.readBuyers(reader, room, continues);
    else this.draft.refused.push(reader.source());
  }

  /** Owners without a share own equal parts (largest remainder of 100 %); an only owner owns the whole. */
  finish(): void {
    for (const relations of this.owners.values()) {
      if (relations.length > 1 && relations.every(({ share }) => share === null)) {
        equalShares(relations.length).forEach((share, at) => Object.assign(relations[at]!, { share }));
        const [first] = relations;
        if (first)
          addIssue(first, "NOTE", "share", "SHARES_EQUAL", `没有产权比例，${relations.length} 位买受人按均等份额导入`);
      }
      for (const relation of relations) this.draft.share(relation);
    }
  }

  private readRoom(reader: Reader): RoomRecord | null {
    const building = reader.need("building", placeOf(reader.code("building"), /(号?楼|栋|幢|座|#)$/u));
    const unit = placeOf(reader.code("unit"), /单元$/u) ?? "0";
    const code = reader.need("code", roomNoOf(reader.code("code")));
    const area = { places: 4, max: "100000" };
    const buildingArea = reader.need("buildingArea", reader.decimal("buildingArea", area));
    if (building === null || code === null) return null;
    const key = `${building}/${unit}/${code}`;
    const innerArea = reader.decimal("innerArea", area);
    const layout = reader.text("layout", 50);
    const handedOverOn = reader.date("handedOverOn");
    const floor = reader.integer("floor", { min: -10, max: 200 });
    const known = this.draft.rooms.get(key);
    if (known) {
      if (buildingArea !== null && known.buildingArea !== buildingArea)
        reader.issue(
          "NOTE",
          "buildingArea",
          "ROOM_DIFFERS",
          `房间 ${code} 的建筑面积与第 ${known.rowNo} 行不同，按第 ${known.rowNo} 行导入`,
        );
      return known;
    }
    const unitKey = `${building}/${unit}`;
    if (!this.draft.units.get(unitKey))
      this.draft.units.add({
        ...reader.further(),
        key: unitKey,
        building,
        unit,
        floors: null,
        lift: null,
        implied: true,
      });
    const room: RoomRecord = {
      ...reader.source(),
      key,
      building,
      unit,
      code,
      name: unit === "0" ? `${building}栋${code}` : `${building}栋${unit}单元${code}`,
      floor: floor ?? this.floorOf(reader, code),
      buildingArea,
      chargeArea: buildingArea,
      innerArea,
      layout,
      orientation: null,
      purpose: null,
      state: stateOf(reader),
      rentFen: null,
      handedOverOn,
      remark: remarkOf(reader),
      loose: true,
    };
    missingRoomFields(room);
    this.draft.rooms.add(room);
    return room;
  }

  private floorOf(reader: Reader, code: string): number | null {
    const digits = /(\d{3,4})$/.exec(code)?.[1];
    if (!digits) return null;
    const floor = Number(digits.slice(0, -2));
    if (floor > 0) reader.issue("NOTE", "floor", "FLOOR_ASSUMED", `没有楼层，按房号 ${code} 推为 ${floor} 层`);
    return floor > 0 ? floor : null;
  }

  private readBuyers(reader: Reader, room: RoomRecord, continues: boolean): void {
    const idType = reader.choice("idType", idTypeLabels, ID_TYPES);
    const idCell = reader.cell("idNumber");
    const lost = idCell?.imprecise === true;
    const { buyers, faults } = splitBuyers({
      names: reader.lines("buyers", 300),
      ids: lost ? null : reader.lines("idNumber", 300),
      phones: reader.lines("phones", 300),
      shares: sharesText(reader),
      idType,
    });
    if (lost && idCell)
      reader.issue(
        "REFUSE",
        "idNumber",
        "ID_LOST",
        `证件号码 ${idCell.text} 是数字格式，15 位以后已被表格软件改为 0，不能导入；请把该列设为“文本”格式后重填`,
      );
    for (const { field, refuse, message } of faults)
      reader.issue(refuse ? "REFUSE" : "NOTE", field, refuse ? "BUYERS_UNCLEAR" : "BUYERS_ASSUMED", message);
    if (buyers.length === 0) return;
    const address = reader.text("address", 200);
    const from = reader.date("handedOverOn") ?? room.handedOverOn ?? null;
    const signed = reader.date("signedOn");
    buyers.forEach((buyer, at) => {
      const source = at === 0 && (continues || room.issues !== reader.issues) ? reader.source() : reader.further();
      const customer = this.customerOf(source, buyer, { idType, address, room, at });
      const relation = this.relate(reader, customer, room, { share: buyer.share, from: from ?? signed });
      if (from === null && signed !== null)
        addIssue(relation, "NOTE", "from", "FROM_SIGNED", `没有交房日期，业主关系自签约日期 ${signed} 起`);
    });
  }

  private customerOf(
    source: ReturnType<Reader["source"]>,
    buyer: Buyer,
    { idType, address, room, at }: { idType: IdType | null; address: string | null; room: RoomRecord; at: number },
  ): CustomerRecord {
    const { name, company, idNumber, mobile, homePhone, otherPhones } = buyer;
    const customer: CustomerRecord = {
      ...source,
      key: `${name}/${idNumber ?? mobile ?? homePhone ?? `${room.key}/${at}`}`,
      name,
      kind: company ? "COMPANY" : "PERSON",
      sex: null,
      age: null,
      idType: idNumber === null ? null : (idType ?? (company ? "CREDIT_CODE" : "ID_CARD")),
      idNumber,
      registeredResidence: null,
      emergencyName: null,
      emergencyPhone: null,
      homePhone,
      mobile,
      otherPhones,
      address,
      role: "OWNER",
    };
    checkIdNumber(customer);
    checkPhone(customer, "mobile", "联系电话");
    checkPhone(customer, "homePhone", "联系电话");
    const known = this.draft.customers.get(customer.key);
    if (known) return known;
    this.draft.customers.add(customer);
    return customer;
  }

  private relate(
    reader: Reader,
    customer: CustomerRecord,
    room: RoomRecord,
    { share, from }: { share: string | null; from: string | null },
  ): RelationRecord {
    const relation: RelationRecord = {
      ...reader.further(),
      roomKey: room.key,
      customerKey: customer.key,
      role: "OWNER",
      share,
      from,
      to: null,
      kinship: null,
    };
    const twice = this.draft.relate(relation);
    if (twice)
      addIssue(
        relation,
        "REFUSE",
        null,
        "DUPLICATE",
        `${customer.name} 与房间 ${room.code} 的关系与第 ${twice.rowNo} 行重复`,
      );
    const owners = this.owners.get(room.key);
    if (owners) owners.push(relation);
    else this.owners.set(room.key, [relation]);
    return relation;
  }
}

/** 1栋 and 1# are building 1, 2单元 is unit 2: numbers without their counter; other names stay as they are. */
function placeOf(text: string | null, counter: RegExp): string | null {
  const bare = text?.replace(counter, "") ?? "";
  return /^[A-Za-z0-9]+$/.test(bare) ? bare : text;
}

const roomNoOf = (text: string | null): string | null => text?.replace(/(室|号|号房)$/u, "") ?? null;

function stateOf(reader: Reader): RoomState {
  const state = reader.text("state", 20);
  if (state === null) return reader.has("buyers") ? "SOLD" : "UNSOLD";
  if (SOLD.test(state)) return "SOLD";
  if (reader.has("buyers")) {
    reader.issue("NOTE", "state", "STATE_ASSUMED", `销售状态“${state}”但已有买受人，按已售导入`);
    return "SOLD";
  }
  return "UNSOLD";
}

/** A share may be a number with a percent format, or a text for several buyers. */
function sharesText(reader: Reader): string | null {
  const cell = reader.cell("shares");
  if (cell?.percent) return `${Number(cell.text) * 100}%`;
  return reader.lines("shares", 100);
}

/** What the system has no field for, in words. */
function remarkOf(reader: Reader): string | null {
  const signed = reader.date("signedOn");
  const parts = [
    ["合同编号", reader.text("contract", 60)],
    ["签约日期", signed],
    ["付款方式", reader.text("payment", 40)],
    ["置业顾问", reader.text("adviser", 40)],
  ].flatMap(([label, value]) => (value ? [`${label} ${value}`] : []));
  return parts.length > 0 ? parts.join("；") : null;
}
