import type { SealFaultDto } from "@linli/contracts";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { APP_ROLE } from "../../data-source.js";
import { aDesk, aReceipt, type Desk } from "../receipts.factories.js";
import { PeriodSeal } from "./period-seal.entity.js";
import { digestMonth, hashOf, verifySeals } from "./seal.js";
import { CURRENT_SCHEME, SCHEMES } from "./sealed-parts.js";

/** What a seal covers, held against what the database has: a table or column of money is out by decision only. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-31"));

/** Money that no seal covers, and why. */
const OUT: Readonly<Record<string, string>> = {
  billing_settings: "rules, not money",
  debit_scheme: "rules, not money",
  discount_scheme: "rules, not money",
  dunning_level: "rules, not money",
  dunning_plan: "rules, not money",
  waiver_limit: "rules, not money",
  debit_agreement: "a mandate; its limit moves nothing",
  prepayment_account: "kept sum of sealed movements",
  fund_account: "kept sum of sealed entries",
  deposit: "its charge and its movements are sealed",
  charge_batch: "its charges are sealed and name it",
  charge_run: "its charges are sealed and name it",
  charge_run_line: "a rehearsal; what was published are charges",
  offset_run: "its receipts are sealed and name it",
  waiver: "a request; what it does are sealed entries",
  waiver_line: "what it does are sealed entries",
  vacancy: "a request; what it does are sealed entries",
  vacancy_line: "what it does are sealed entries",
  discount_line: "what it does are sealed entries",
  write_off: "a request; which entries are write-offs is sealed",
  write_off_line: "what it does are sealed entries",
  refund_request: "a request; the refund is sealed",
  prepayment_refund: "a request; the refund is sealed",
  month_share: "how sealed charges came about, which keep it in their trace",
  share_line: "how sealed charges came about, which keep it in their trace",
  recalculation: "a request; what it does are sealed entries and charges",
  recalculation_line: "what it does are sealed entries and charges",
  payment_plan: "a promise; moves nothing",
  payment_plan_charge: "a promise; moves nothing",
  payment_plan_instalment: "a promise; moves nothing",
  dunning_batch: "a demand; moves nothing",
  dunning_step: "a demand; moves nothing",
  dunning_step_charge: "a demand; moves nothing",
  dunning_promise: "a promise; moves nothing",
  dunning_lawsuit: "a claim; moves nothing",
  opening_total: "what was expected of an import",
  debit_batch: "what a bank was asked for; its receipts and credits are sealed",
  debit_line: "what a bank was asked for; its receipts and credits are sealed",
  debit_line_charge: "what a bank was asked for; its receipts and credits are sealed",
  debit_exclusion: "what a bank was not asked for",
  online_order: "a request to a channel; its receipt is sealed",
  online_order_charge: "a request to a channel; its receipt is sealed",
  online_refund: "a request to a channel; the refund is sealed",
  online_notification: "what a channel said; the receipt is sealed",
  online_statement: "what a channel said, compared with sealed receipts",
  online_difference: "what a channel said, compared with sealed receipts",
  channel_statement: "what a channel said, compared with sealed receipts",
  daily_report: "a cashier's sum of sealed receipts, signed by who received it",
  cashier_shift: "a count of sealed receipts, signed by its witness",
  e_invoice: "tax papers of their own numbers, kept by the tax authority",
  e_invoice_line: "tax papers of their own numbers, kept by the tax authority",
  red_invoice: "tax papers of their own numbers, kept by the tax authority",
  red_invoice_line: "tax papers of their own numbers, kept by the tax authority",
  voucher_export: "written from sealed rows, with a hash of its own",
};

/** Columns of sealed tables that no digest covers though nothing changes them, and why. */
const OUT_COLUMNS: Readonly<Record<string, string>> = {
  project_id: "the seal is a project's",
  "period_balance.created_at": "the seal's own moment",
};

const tableOf = (from: string) => from.split(" ")[0]!;
const SEALED = SCHEMES[CURRENT_SCHEME]!;
const sealedTables = new Set(SEALED.map(({ from }) => tableOf(from)));

interface ColumnRow {
  table: string;
  column: string;
}
const columnsWhere = (condition: string, params: unknown[] = []) =>
  app.db.query<ColumnRow[]>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND ${condition} ORDER BY table_name, ordinal_position`,
    params,
  );

describe("what a seal covers", () => {
  test("every table with money is sealed or left out by decision", async () => {
    const money = "(column_name LIKE '%\\_fen' OR column_name IN ('snapshot', 'totals', 'balances'))";
    const tables = new Set((await columnsWhere(money)).map(({ table }) => table));
    expect([...tables].filter((table) => !sealedTables.has(table) && !(table in OUT))).toEqual([]);
    expect(Object.keys(OUT).filter((table) => !tables.has(table) || sealedTables.has(table))).toEqual([]);
  });

  test("of a sealed table every column is that the application cannot change", async () => {
    const rows = await columnsWhere(
      `table_name = ANY ($1) AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges p
         WHERE p.table_schema = 'public' AND p.table_name = columns.table_name AND p.column_name = columns.column_name
           AND p.grantee = '${APP_ROLE}' AND p.privilege_type = 'UPDATE')`,
      [[...sealedTables]],
    );
    const covered = (table: string, column: string) =>
      SEALED.some(({ from, columns }) => tableOf(from) === table && new RegExp(`\\bt\\.${column}\\b`).test(columns));
    const missing = rows
      .filter(({ table, column }) => !covered(table, column))
      .filter(({ table, column }) => !(column in OUT_COLUMNS) && !(`${table}.${column}` in OUT_COLUMNS));
    expect(missing).toEqual([]);
  });
});

/** Rows of the new kinds in March, past the application: what they belong to is not looked at. */
const ROWS: Readonly<Record<string, Record<string, unknown>>> = {
  deposit_movement: { deposit_id: newId(), kind: "DEDUCT", amount_fen: 100, reason: "损坏", period: "2026-03" },
  write_off_entry: { write_off_id: newId() },
  debit_credit: { batch_id: newId(), credited_on: "2026-03-20", credited_fen: 9_900, fee_fen: 100, reference: "YH-1" },
  public_income_entry: { kind: "COST", fee_item_id: newId(), amount_fen: 100, party: "广告公司", purpose: "维护" },
  remittance: { fee_item_id: newId(), amount_fen: 100, method: "TRANSFER", slip_no: "YH-2" },
  fund_document: { kind: "STATEMENT", title: "对账单" },
  opening_row: { kind: "COLLECTED", sheet: "代收", row_no: 2, fee_item_id: newId(), amount_fen: 700 },
  fund_entry: { room_id: newId(), kind: "INTEREST", amount_fen: 100, self_paid_fen: 0 },
};
const OPENING = {
  kind: "BALANCE",
  status: "POSTED",
  opening_no: "QC000001",
  posted_at: "2026-03-20T02:00:00Z",
  file_name: "期初.xlsx",
  sha256: "x",
  cut_over_on: "2026-03-01",
  row_count: 1,
  other_sheets: [],
};
const COMMON = {
  period: "2026-03",
  booked_on: "2026-03-20",
  created_at: "2026-03-20T02:00:00Z",
  request_hash: "x",
  created_by: newId(),
  created_by_name: "财务",
  recorded_by: newId(),
  recorded_by_name: "财务",
};

/** A project whose March is closed with a row of each new kind: a slip by the desk, the rest as they lie in the database. */
async function aClosedMonth() {
  const desk = await aDesk(app, { firstPeriod: "2026-03" });
  const charge = await desk.charged(10_000);
  expect((await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [charge]))).status).toBe(201);
  const twice = await desk.charged(500);
  const reversed = await desk.reviewer.post(`${desk.url}/charges/${twice.id}/reverse`, { reason: "重复登记" });
  expect(reversed.status).toBe(204);
  const banker = await app.as(["billing:collect", "billing:shifts"], desk.projectId);
  const slip = (slipNo: string) => ({
    id: newId(),
    slipNo,
    depositedOn: "2026-03-31",
    takingsOn: "2026-03-31",
    amountFen: 4_000,
    account: "基本户",
    fromShift: false,
  });
  const [kept, struck] = [slip("A1"), slip("A2")];
  for (const one of [kept, struck]) expect((await banker.post(`${desk.url}/bank-deposits`, one)).status).toBe(201);
  await banker.post(`${desk.url}/bank-deposits/${struck.id}/cancel`, { reason: "记错" });
  const [documentId, openingId] = [newId(), newId()];
  await app.db.transaction(async (tx) => {
    await tx.query("SET LOCAL ROLE NONE");
    await tx.query("SET LOCAL session_replication_role = replica");
    const [entry] = await tx.query<{ id: string }[]>("SELECT id FROM charge_entry WHERE project_id = $1", [
      desk.projectId,
    ]);
    for (const [table, row] of Object.entries({ ...ROWS, opening: OPENING })) {
      const id = { fund_document: documentId, opening: openingId }[table] ?? newId();
      const parents = { document_id: documentId, opening_id: openingId, entry_id: entry!.id };
      const keys = { project_id: desk.projectId, id, ...parents };
      await tx.query(`INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, $1)).*`, [
        { ...COMMON, ...row, ...keys },
      ]);
    }
  });
  const closed = await desk.reviewer.post(`${desk.url}/periods/2026-03/close`, { confirm: true });
  expect(closed.status).toBe(200);
  return { desk, banker, kept };
}

/** The faults found after a change past the application, which is undone afterwards. */
async function faultsAfter({ projectId }: Desk, sql: string): Promise<SealFaultDto[]> {
  const runner = app.db.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query("SET LOCAL ROLE NONE");
    await runner.query("SET LOCAL session_replication_role = replica");
    await runner.query(sql, [projectId]);
    const [month] = await verifySeals(runner.manager, projectId);
    return month!.faults;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

describe("money beside the bills", () => {
  test("a change in any of its tables shows, on the page and in the command alike", async () => {
    const { desk } = await aClosedMonth();
    const verify = async () => (await desk.reviewer.post(`${desk.url}/period-seals/2026-03/verify`)).body;
    expect(await verify()).toMatchObject({ intact: true, faults: [] });
    const changes = [
      ["bank_deposit SET account = '私人账户' WHERE slip_no = 'A1' AND", "解款单"],
      ["bank_deposit SET cancel_reason = NULL, cancelled_period = NULL WHERE slip_no = 'A2' AND", "解款单作废"],
      ["deposit_movement SET amount_fen = 1 WHERE", "押金变动"],
      ["write_off_entry SET write_off_id = gen_random_uuid() WHERE", "坏账核销"],
      ["debit_credit SET fee_fen = 90 WHERE", "托收到账"],
      ["public_income_entry SET amount_fen = 1 WHERE", "公共收益登记"],
      ["remittance SET slip_no = 'X' WHERE", "代收解缴"],
      ["fund_document SET title = 'X' WHERE", "维修资金登记"],
      ["fund_entry SET amount_fen = 1 WHERE", "维修资金分户账"],
      ["opening_row SET amount_fen = 1 WHERE", "期初代收未解缴"],
      ["opening SET status = 'REVERSED' WHERE", "期初代收未解缴"],
      ["billing_period SET snapshot = jsonb_set(snapshot, '{figures,closingFen}', '1') WHERE", "月结数字"],
      ["charge_entry SET source = 'RUN' WHERE source = 'HAND' AND", "应收变动"],
      ["receipt SET at_desk = NOT at_desk WHERE", "收据"],
    ] as const;
    for (const [change, name] of changes) {
      expect({ change, faults: await faultsAfter(desk, `UPDATE ${change} project_id = $1`) }).toEqual({
        change,
        faults: [{ name, detail: expect.any(String) }],
      });
    }
    const gone = await faultsAfter(desk, "DELETE FROM fund_entry WHERE project_id = $1");
    expect(gone).toEqual([{ name: "维修资金分户账", detail: "月结时 1 条，现在 0 条" }]);
    expect(await verify()).toMatchObject({ intact: true });
  });

  test("what is entered or struck out after the close stands in the next month", async () => {
    const { desk, banker, kept } = await aClosedMonth();
    app.clock.set("2026-04-02");
    const late = { ...kept, id: newId(), slipNo: "A3", depositedOn: "2026-04-01", amountFen: 1_000 };
    expect((await banker.post(`${desk.url}/bank-deposits`, late)).status).toBe(201);
    const cancel = await banker.post(`${desk.url}/bank-deposits/${kept.id}/cancel`, { reason: "存错账户" });
    expect(cancel.status).toBe(200);
    expect((await desk.reviewer.post(`${desk.url}/period-seals/2026-03/verify`)).body).toMatchObject({ intact: true });
    app.clock.set("2026-04-30");
    expect((await desk.reviewer.post(`${desk.url}/periods/2026-04/close`, { confirm: true })).status).toBe(200);
    const { items } = (await desk.reviewer.get(`${desk.url}/period-seals`)).body;
    const rowsOf = (name: string) => items[0].parts.find((part: { name: string }) => part.name === name).rows;
    expect([rowsOf("解款单"), rowsOf("解款单作废")]).toEqual([1, 1]);
  });

  test("a month sealed with an earlier version is verified with that version", async () => {
    const { desk } = await aClosedMonth();
    const [seal] = await app.db.manager.findBy(PeriodSeal, { projectId: desk.projectId });
    const parts = await digestMonth(app.db, desk.projectId, "2026-03", 5);
    const old = { ...seal!, scheme: 5, parts };
    await app.db.transaction(async (tx) => {
      await tx.query("SET LOCAL ROLE NONE");
      await tx.update(PeriodSeal, { projectId: desk.projectId, id: seal!.id }, { scheme: 5, parts, hash: hashOf(old) });
    });
    expect(parts.map(({ name }) => name)).not.toContain("解款单");
    expect(await faultsAfter(desk, "UPDATE remittance SET slip_no = 'X' WHERE project_id = $1")).toEqual([]);
    expect(await faultsAfter(desk, "UPDATE receipt SET remark = 'X' WHERE project_id = $1")).toMatchObject([
      { name: "收据" },
    ]);
    app.clock.set("2026-04-30");
    expect((await desk.reviewer.post(`${desk.url}/periods/2026-04/close`, { confirm: true })).status).toBe(200);
    expect((await verifySeals(app.db, desk.projectId)).map(({ intact }) => intact)).toEqual([true, true]);
    const schemes = await app.db.manager.find(PeriodSeal, {
      where: { projectId: desk.projectId },
      order: { sequence: "ASC" },
    });
    expect(schemes.map(({ scheme }) => scheme)).toEqual([5, CURRENT_SCHEME]);
  });
});

test.each([
  "charge",
  "receipt",
  "receipt_method",
  "charge_entry",
  "prepayment_movement",
  "refund",
  "billing_period",
  "period_seal",
])("the application cannot delete from %s (LAW-44)", async (table) => {
  await expect(app.db.query(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
});
