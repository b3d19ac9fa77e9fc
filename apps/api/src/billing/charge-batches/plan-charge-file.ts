import { type ChargeFileFaultDto, type ChargeFileItemDto, handChargedKinds } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { formatFen } from "../../common/money.js";
import { beforeStart } from "../charge-start/before-start.js";
import { type ChargeObjects, elsewhere, type KnownObject } from "../objects/charge-objects.js";
import { type AskedCharge, doublesOf, fenOfUse, type NewCharge, payersOf } from "./new-charge.js";

/** A row of a workbook of one-off charges as it was read. */
export interface ChargeFileRow {
  rowNo: number;
  roomCode: string;
  /** What it is for beside the room, in words such as 车位 B1-023; null for the room itself. */
  object: string | null;
  /** Name or code. */
  feeItem: string;
  amountFen: number | null;
  quantity: string | null;
  unitPrice: string | null;
  serviceFrom: string;
  serviceTo: string;
  dueOn: string;
  remark: string;
}

/** What the rows of a workbook come to. */
export interface ChargeFilePlan {
  charges: NewCharge[];
  faults: ChargeFileFaultDto[];
  items: ChargeFileItemDto[];
  /** The things that charges are for, to be kept before they are written. */
  objects: KnownObject[];
}

interface KnownItem {
  id: string;
  code: string;
  name: string;
  kind: string;
  active: boolean;
}

interface KnownRoom {
  id: string;
  code: string;
  active: boolean;
  ended: boolean;
}

interface Readied {
  row: ChargeFileRow;
  item: KnownItem;
  asked: AskedCharge;
}

/** Decides row by row what is charged to whom, or what is wrong with it. */
export async function planChargeFile(
  tx: EntityManager,
  projectId: string,
  rows: readonly ChargeFileRow[],
  objects: ChargeObjects,
): Promise<ChargeFilePlan> {
  const plan: ChargeFilePlan = { charges: [], faults: [], items: [], objects: [] };
  const named = await objects.named(
    tx,
    projectId,
    rows.map(({ object }) => object),
  );
  const rooms = await knownRooms(tx, projectId, rows);
  const items = await knownItems(tx, projectId);
  const seen = new Map<string, number>();
  const readied = rows.flatMap((row): Readied[] => {
    const [room, item] = [rooms.get(row.roomCode), items.get(row.feeItem)];
    const amount = amountOf(row);
    const object = row.object === null ? null : (named.get(row.object) ?? null);
    const fault =
      roomFault(row, room) ?? objectFault(object, room) ?? itemFault(row, item) ?? amount.fault ?? daysFault(row);
    if (fault !== null || typeof object === "string" || !room || !item || amount.fen === null) {
      plan.faults.push(faultOf(row, fault ?? ""));
      return [];
    }
    const { quantity, unitPrice, serviceFrom, serviceTo, dueOn, remark } = row;
    const asked = { quantity, unitPrice, serviceFrom, serviceTo, dueOn, remark };
    if (object) plan.objects.push(object);
    const objectId = object?.id ?? null;
    const charge = { ...asked, roomId: room.id, objectId, feeItemId: item.id, amountFen: amount.fen };
    const key = JSON.stringify([room.id, objectId, item.id, serviceFrom, serviceTo, amount.fen, remark]);
    const before = seen.get(key);
    if (before !== undefined) {
      plan.faults.push(faultOf(row, `与第 ${before} 行重复；如确是另一笔，请在备注里写明`));
      return [];
    }
    seen.set(key, row.rowNo);
    return [{ row, item, asked: charge }];
  });
  const asked = readied.map((one) => one.asked);
  const payers = await payersOf(tx, projectId, asked);
  const doubles = await doublesOf(tx, projectId, asked);
  const early = await beforeStart(
    tx,
    projectId,
    asked.map((one, at) => ({ ...one, payerId: payers[at] ?? null })),
  );
  const sums = new Map<string, ChargeFileItemDto>();
  for (const [at, { row, item, asked: charge }] of readied.entries()) {
    const payerId = payers[at];
    if (doubles.has(at)) plan.faults.push(faultOf(row, "系统里已有相同的临时收费；如确是另一笔，请在备注里写明"));
    else if (!payerId) plan.faults.push(faultOf(row, `房间“${row.roomCode}”在费用起日没有收费对象`));
    else if (early[at]) plan.faults.push(faultOf(row, `${early[at]}；确需收费的请逐笔登记并写明原因`));
    else {
      plan.charges.push({ ...charge, payerId, remark: row.remark });
      const sum = sums.get(item.id) ?? { feeItemName: item.name, count: 0, amountFen: 0 };
      sum.count += 1;
      sum.amountFen += charge.amountFen;
      sums.set(item.id, sum);
    }
  }
  plan.items.push(...sums.values());
  return plan;
}

const faultOf = ({ rowNo, roomCode }: ChargeFileRow, message: string): ChargeFileFaultDto => ({
  rowNo,
  roomCode,
  message,
});

function roomFault({ roomCode }: ChargeFileRow, room: KnownRoom | undefined): string | null {
  if (!room) return `没有房间“${roomCode}”`;
  if (room.ended) return `房间“${roomCode}”已拆分或合并，不再收费`;
  return room.active ? null : `房间“${roomCode}”已停用`;
}

/** @param object the thing that is meant, or why nobody can say which */
function objectFault(object: KnownObject | string | null, room: KnownRoom | undefined): string | null {
  if (object === null || !room) return null;
  const fault = typeof object === "string" ? object : elsewhere(object, room.id);
  return fault && `计费对象：${fault}`;
}

function itemFault({ feeItem }: ChargeFileRow, item: KnownItem | undefined): string | null {
  if (!item) return `没有收费项目“${feeItem}”`;
  if (!handChargedKinds.includes(item.kind))
    return `“${item.name}”不是临时收费或出入证项目，不能导入；常规费用请用应收批次`;
  return item.active ? null : `收费项目“${item.name}”已停用`;
}

/** The amount as it is said, or quantity × unit price; said twice it must be the same. */
function amountOf({ amountFen, quantity, unitPrice }: ChargeFileRow): { fen: number | null; fault: string | null } {
  const refuse = (fault: string) => ({ fen: null, fault });
  if ((quantity === null) !== (unitPrice === null)) return refuse("数量和单价要一起填写，或都不填只填金额");
  if (quantity === null || unitPrice === null) {
    if (amountFen === null) return refuse("缺少金额（或数量和单价）");
    return amountFen > 0 ? { fen: amountFen, fault: null } : refuse("金额必须大于 0");
  }
  const fen = fenOfUse(quantity, unitPrice);
  if (fen === null) return refuse("数量 × 单价必须大于 0，且不超过一百亿元");
  if (amountFen !== null && amountFen !== fen)
    return refuse(`金额 ${formatFen(amountFen)} 元与数量 × 单价 ${formatFen(fen)} 元不符`);
  return { fen, fault: null };
}

function daysFault({ serviceFrom, serviceTo, dueOn }: ChargeFileRow): string | null {
  if (serviceTo < serviceFrom) return "费用止不能早于费用起";
  return dueOn < serviceFrom ? "应缴日不能早于费用起" : null;
}

async function knownRooms(
  tx: EntityManager,
  projectId: string,
  rows: readonly ChargeFileRow[],
): Promise<Map<string, KnownRoom>> {
  const rooms = await tx.query<KnownRoom[]>(
    "SELECT id, code, active, ended_on IS NOT NULL AS ended FROM room WHERE project_id = $1 AND code = ANY ($2)",
    [projectId, [...new Set(rows.map(({ roomCode }) => roomCode))]],
  );
  return new Map(rooms.map((room) => [room.code, room]));
}

/** The fee items by code and name; a code goes before a name that reads like it. */
async function knownItems(tx: EntityManager, projectId: string): Promise<Map<string, KnownItem>> {
  const items = await tx.query<KnownItem[]>(
    "SELECT id, code, name, kind, active FROM fee_item WHERE project_id = $1 ORDER BY id",
    [projectId],
  );
  return new Map([
    ...items.map((item) => [item.name, item] as const),
    ...items.map((item) => [item.code, item] as const),
  ]);
}
