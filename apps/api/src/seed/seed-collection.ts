import type { ShareDto } from "@linli/contracts";
import type { DataSource } from "typeorm";
import { SCHEME_TEMPLATES } from "../billing/debit/schemes/scheme-templates.js";
import { addMonths, firstDay, lastDay } from "../common/calendar.js";
import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";

interface Tools {
  db: DataSource;
  today: string;
  manager: DemoClient;
  finance: DemoClient;
  cashier: DemoClient;
}

const ITEM = { incomeClass: "PROPERTY", collectedForOthers: false, active: true };

/** What the present month has beside its charges: a shared cost, and a rate by formula from next month on. */
export async function seedShares({ db, today, manager }: Tools, projectId: string): Promise<void> {
  const at = `/projects/${projectId}`;
  const period = today.slice(0, 7);
  const [building] = await db.query<{ id: string; name: string }[]>(
    "SELECT id, name FROM building WHERE project_id = $1 ORDER BY code LIMIT 1",
    [projectId],
  );
  const item = { ...ITEM, code: "GT", name: "电梯公摊电费", kind: "SHARED", unit: "元", taxRate: "13", sort: 5 };
  const { id: feeItemId } = await manager.post<{ id: string }>(`${at}/fee-items`, item);
  const { id: poolId } = await manager.post<{ id: string }>(`${at}/share-pools`, {
    name: `${building!.name}电梯用电`,
    feeItemId,
    purpose: `${building!.name}电梯运行和轿厢照明用电`,
    method: "AREA",
    areaKind: "CHARGE",
    source: "USE",
    unit: "kWh",
    rooms: { buildingIds: [building!.id], purposes: ["RESIDENCE"] },
    vacancy: "INCLUDE",
    dueRule: "DAY_OF_NEXT_MONTH",
    dueDays: 20,
    legalBasis: "前期物业服务合同第九条",
    startsPeriod: period,
    active: true,
  });
  const month = `${at}/share-pools/${poolId}/months/${period}`;
  await manager.put(month, { use: "2680", unitPrice: "0.62", remark: "供电公司本月账单" });
  const { fingerprint } = await manager.get<ShareDto>(month);
  await manager.post(`${month}/confirm`, { fingerprint });

  const shop = { ...ITEM, code: "SPLJ", name: "商铺垃圾处理费", kind: "REGULAR", unit: "元/月", taxRate: "6", sort: 6 };
  const { id: shopItemId } = await manager.post<{ id: string }>(`${at}/fee-items`, shop);
  const { id: rateId } = await manager.post<{ id: string }>(`${at}/rates`, {
    feeItemId: shopItemId,
    name: "按面积，最低 60 平方米",
    base: "FORMULA",
    formula: "最大(收费面积, 60) × 单价 + 附加费",
    areaKind: "CHARGE",
    cycle: "QUARTER",
    cycleAnchor: "START",
    timing: "PREPAID",
    proration: "ACTUAL_DAYS",
    changePolicy: "SPLIT_DAYS",
    roundingMode: "HALF_UP",
    roundingUnit: "0.01",
    dueRule: "DAY_OF_MONTH",
    dueDays: 20,
    legalBasis: "商铺垃圾处理服务协议",
    version: { startsOn: "2021-01-01", unitPrice: "0.80", surcharge: "20" },
  });
  const startsOn = firstDay(addMonths(period, 1));
  await manager.post(`${at}/bindings`, { rateId, rooms: { purposes: ["SHOP"] }, startsOn });
}

/** Deposits for decoration: paid, paid and ready to be paid back, and one that waits for its payment. */
export async function seedDeposits({ db, manager, cashier }: Tools, projectId: string): Promise<void> {
  const at = `/projects/${projectId}`;
  const item = { ...ITEM, code: "ZXYJ", name: "装修押金", kind: "DEPOSIT", unit: "元/户", sort: 7 };
  const { id: feeItemId } = await manager.post<{ id: string }>(`${at}/fee-items`, item);
  const rooms = await db.query<{ id: string; owner: string }[]>(
    `SELECT r.id, min(o.customer_id::text) AS owner FROM room r
       JOIN room_relation o ON o.project_id = r.project_id AND o.room_id = r.id AND o.role = 'OWNER' AND o.ends_on IS NULL
      WHERE r.project_id = $1 AND r.active AND r.purpose = 'RESIDENCE'
      GROUP BY r.id, r.code HAVING count(*) = 1 ORDER BY r.code DESC LIMIT 3`,
    [projectId],
  );
  for (const [index, { id: roomId, owner: payerId }] of rooms.entries()) {
    const id = newId();
    const objectRef = `ZX2026-${String(index + 11).padStart(4, "0")}`;
    const body = { id, roomId, feeItemId, payerId, object: "DECORATION", objectRef, amountFen: 200_000 };
    const { chargeId, amountFen } = await manager.post<{ chargeId: string; amountFen: number }>(`${at}/deposits`, body);
    if (index === 2) continue;
    await cashier.post(`${at}/receipts`, {
      id: newId(),
      payerId,
      lines: [{ chargeId, amountFen }],
      methods: [{ method: "WECHAT", tenderedFen: amountFen }],
      remark: "装修押金",
    });
    if (index === 1)
      await manager.post(`${at}/deposits/${id}/refundable`, { refundable: true, reason: "装修验收合格" });
  }
}

interface DebitHousehold {
  room_id: string;
  fee_item_id: string;
  customer_id: string;
  name: string;
}

const HOUSEHOLDS = 12;

/** Households on direct debit: agreements of which one waits for its signature, and a batch that is out with the bank. */
export async function seedDebit({ db, today, finance, cashier }: Tools, projectId: string): Promise<void> {
  const at = `/projects/${projectId}`;
  const { scheme } = SCHEME_TEMPLATES.find(({ code }) => code === "EXCEL_TO_BRANCH")!;
  const { id: schemeId } = await finance.post<{ id: string }>(`${at}/debit-schemes`, scheme);
  const households = await db.query<DebitHousehold[]>(
    `SELECT DISTINCT ON (r.code) c.room_id, c.fee_item_id, k.id AS customer_id, k.name FROM charge c
       JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
       JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id AND i.code = 'WY'
       JOIN customer k ON k.project_id = c.project_id AND k.id = c.payer_id AND k.kind = 'PERSON' AND k.merged_into_id IS NULL
      WHERE c.project_id = $1 AND c.open_fen > 0 AND r.active ORDER BY r.code DESC, c.id LIMIT $2`,
    [projectId, HOUSEHOLDS],
  );
  for (const [index, { room_id, fee_item_id, customer_id, name }] of households.entries()) {
    const no = String(index + 1).padStart(4, "0");
    const { id } = await cashier.post<{ id: string }>(`${at}/debit-agreements`, {
      schemeId,
      agreementNo: `HK${no}`,
      customerId: customer_id,
      holder: name,
      account: `622202120200${no}${String((index * 37) % 1000).padStart(3, "0")}`,
      accountKind: "CARD",
      bankName: "工商银行江州支行",
      bankCode: "0102",
      roomIds: [room_id],
      feeItemIds: [fee_item_id],
      validFrom: `${today.slice(0, 4)}-01-01`,
    });
    if (index === HOUSEHOLDS - 1) continue;
    await cashier.post(`${at}/debit-agreements/${id}/sign`, {
      signedOn: today,
      consented: true,
      consentWay: "WRITTEN",
    });
  }
  const batch = { id: newId(), schemeId, dueUntil: lastDay(today.slice(0, 7)) };
  await cashier.post(`${at}/debit-batches`, batch);
  await cashier.post(`${at}/debit-batches/${batch.id}/export`);
}
