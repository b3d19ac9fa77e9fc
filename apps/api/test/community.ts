/** Anything that runs SQL: a pool or a client of pg. */
export interface Database {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, string>[] }>;
}

/**
 * Communities made by SQL alone, for benches and tests that need many rooms: per project one building, two units, rooms with an owner each, three fee items with
 * a rate and a binding per room.
 */
export async function makeCommunities(
  admin: Database,
  { projects, rooms, firstPeriod }: { projects: number; rooms: number; firstPeriod: string },
): Promise<string[]> {
  await admin.query("CREATE UNLOGGED TABLE IF NOT EXISTS bench_project (id uuid PRIMARY KEY)");
  await admin.query("TRUNCATE bench_project");
  await admin.query(
    `WITH made AS (
       INSERT INTO project (id, name, short_name, time_zone, modules, level_names, first_period, difference_percent, active, created_at)
       SELECT gen_random_uuid(), '测速 ' || n || ' ' || gen_random_uuid(), '测速', 'Asia/Shanghai', '{property,customer,billing,parking}',
              '{管理区,楼栋,单元,房间}', $2, 20, true, now()
         FROM generate_series(1, $1) n RETURNING id)
     INSERT INTO bench_project SELECT id FROM made`,
    [projects, firstPeriod],
  );
  await admin.query(
    `INSERT INTO building (project_id, id, created_at, code, name, kind, floors, sort)
     SELECT id, gen_random_uuid(), now(), '1', '1栋', 'RESIDENTIAL', 33, 1 FROM bench_project`,
  );
  await admin.query(
    `INSERT INTO unit (project_id, id, created_at, building_id, code, name, floors, sort)
     SELECT b.project_id, gen_random_uuid(), now(), b.id, n::text, n || '单元', 33, n
       FROM bench_project p JOIN building b ON b.project_id = p.id, generate_series(1, 2) n`,
  );
  await admin.query(
    `INSERT INTO room (project_id, id, created_at, unit_id, code, name, floor, building_area, charge_area, layout, orientation,
                       purpose, state, incomplete, active)
     SELECT u.project_id, gen_random_uuid(), now(), u.id, u.code || '-' || lpad(n::text, 5, '0'), u.code || '-' || n, 1 + n % 33,
            80 + n % 60 + 0.37, 80 + n % 60 + 0.37, '三室两厅', 'S', 'RESIDENCE', 'OCCUPIED', '{}', true
       FROM bench_project p JOIN unit u ON u.project_id = p.id, generate_series(1, $1::int / 2) n`,
    [rooms],
  );
  await admin.query(
    `INSERT INTO customer (project_id, id, created_at, number, name, kind, sex, mobile, other_phones, incomplete)
     SELECT r.project_id, r.id, now(), 'KH' || r.code, '业主' || r.code, 'PERSON', 'MALE', '13800000000', '{}', '{}'
       FROM bench_project p JOIN room r ON r.project_id = p.id`,
  );
  await admin.query(
    `INSERT INTO room_relation (project_id, id, created_at, room_id, customer_id, role, is_primary_contact, starts_on)
     SELECT r.project_id, gen_random_uuid(), now(), r.id, r.id, 'OWNER', true, '2020-01-01'
       FROM bench_project p JOIN room r ON r.project_id = p.id`,
  );
  await makePrices(admin);
  await admin.query("ANALYZE");
  const { rows: made } = await admin.query("SELECT id FROM bench_project ORDER BY id");
  return made.map(({ id }) => id!);
}

async function makePrices(admin: Database): Promise<void> {
  await admin.query(
    `INSERT INTO fee_item (project_id, id, created_at, code, name, kind, income_class, collected_for_others, sort, active)
     SELECT p.id, gen_random_uuid(), now(), f.code, f.name, 'REGULAR', 'PROPERTY', false, f.sort, true
       FROM bench_project p, (VALUES ('WY', '物业服务费', 1), ('LJ', '垃圾清运费', 2), ('GG', '公共能耗费', 3)) f(code, name, sort)`,
  );
  await admin.query(
    `INSERT INTO rate (project_id, id, created_at, fee_item_id, name, base, area_kind, cycle, timing, proration, change_policy,
                       rounding_mode, rounding_unit, due_rule, due_days, active)
     SELECT f.project_id, gen_random_uuid(), now(), f.id, '标准', CASE f.code WHEN 'LJ' THEN 'HOUSEHOLD' ELSE 'AREA' END, 'CHARGE', 'MONTH',
            'PREPAID', 'ACTUAL_DAYS', 'SPLIT_DAYS', 'HALF_UP', '0.01', 'DAY_OF_MONTH', 20, true
       FROM bench_project p JOIN fee_item f ON f.project_id = p.id`,
  );
  await admin.query(
    `INSERT INTO rate_version (project_id, id, created_at, rate_id, starts_on, unit_price, surcharge)
     SELECT r.project_id, gen_random_uuid(), now(), r.id, '2020-01-01', 2.38, 0 FROM bench_project p JOIN rate r ON r.project_id = p.id`,
  );
  await admin.query(
    `INSERT INTO rate_binding (project_id, id, created_at, room_id, rate_id, fee_item_id, starts_on)
     SELECT o.project_id, gen_random_uuid(), now(), o.id, r.id, r.fee_item_id, '2020-01-01'
       FROM bench_project p JOIN room o ON o.project_id = p.id JOIN rate r ON r.project_id = o.project_id`,
  );
}

/**
 * Issued charges by SQL: as many months back as it takes to reach `count`; all unpaid, or those of the last `openMonths`,
 * older ones paid as far as their kept sums say.
 */
export async function makeCharges(
  admin: Database,
  projectId: string,
  count: number,
  openMonths = 1_000_000,
): Promise<void> {
  await admin.query(
    `INSERT INTO charge (project_id, id, created_at, room_id, payer_id, fee_item_id, rate_id, source, period, booked_period,
                         service_from, service_to, quantity, unit_price, amount_fen, reduced_fen, received_fen, offset_fen, reversed_fen,
                         open_fen, due_on, trace)
     SELECT b.project_id, gen_random_uuid(), now(), b.room_id, b.room_id, b.fee_item_id, b.rate_id, 'RUN', to_char(m, 'YYYY-MM'),
            to_char(m, 'YYYY-MM'), m, (m + interval '1 month - 1 day')::date, 100, 2.38, 23800, 0, CASE WHEN n < $3 THEN 0 ELSE 23800 END, 0, 0,
            CASE WHEN n < $3 THEN 23800 ELSE 0 END, m + 19, '{}'
       FROM rate_binding b, generate_series(0, 10000) n, LATERAL (SELECT ('2026-01-01'::date - n * interval '1 month')::date AS m) d
      WHERE b.project_id = $1 AND n < ceil($2::numeric / (SELECT count(*) FROM rate_binding WHERE project_id = $1))
      LIMIT $2`,
    [projectId, count, openMonths],
  );
  await admin.query("ANALYZE charge");
}

/**
 * Years of history by SQL, for benches: for every room of the project the given months of charges, all but the last
 * three paid by a receipt a month, an owner before the present one for every ten months, and ten rows of its history a year.
 */
export async function makeHistory(admin: Database, projectId: string, months: number): Promise<void> {
  const { rows } = await admin.query("SELECT count(*) AS bindings FROM rate_binding WHERE project_id = $1", [
    projectId,
  ]);
  await makeCharges(admin, projectId, Number(rows[0]?.bindings) * months);
  await admin.query(
    `INSERT INTO receipt (project_id, id, created_at, receipt_no, payer_id, booked_on, period, amount_fen, charges_fen, prepayment_fen,
                          change_fen, cashier_id, cashier_name, request_hash)
     SELECT project_id, gen_random_uuid(), now(), 'SJ' || row_number() OVER (ORDER BY room_id, period), payer_id, max(due_on), period,
            sum(amount_fen), sum(amount_fen), 0, 0, gen_random_uuid(), '收费员', '-'
       FROM charge WHERE project_id = $1 AND period < '2025-11' GROUP BY project_id, room_id, payer_id, period`,
    [projectId],
  );
  await admin.query(
    `INSERT INTO charge_entry (project_id, id, created_at, charge_id, kind, amount_fen, booked_on, period, receipt_id, created_by)
     SELECT c.project_id, gen_random_uuid(), now(), c.id, 'RECEIPT', -c.amount_fen, s.booked_on, s.period, s.id, s.cashier_id
       FROM charge c JOIN receipt s ON s.project_id = c.project_id AND s.payer_id = c.payer_id AND s.period = c.period
      WHERE c.project_id = $1`,
    [projectId],
  );
  await admin.query(
    `UPDATE charge SET received_fen = amount_fen, open_fen = 0, last_received_on = due_on WHERE project_id = $1 AND period < '2025-11'`,
    [projectId],
  );
  await admin.query(
    `INSERT INTO room_relation (project_id, id, created_at, room_id, customer_id, role, is_primary_contact, starts_on, ends_on, end_reason)
     SELECT r.project_id, gen_random_uuid(), now(), r.room_id, r.customer_id, 'TENANT', false,
            ('2020-01-01'::date - (n + 1) * 300), ('2020-01-01'::date - n * 300 - 1), '退租'
       FROM room_relation r, generate_series(0, $2::int / 10 - 1) n WHERE r.project_id = $1 AND r.role = 'OWNER'`,
    [projectId, months],
  );
  await admin.query(
    `INSERT INTO audit_log (project_id, id, at, user_id, user_name, ip, request_id, action, entity, entity_id, summary, success)
     SELECT r.project_id, gen_random_uuid(), now(), gen_random_uuid(), '管家', '-', '-', 'room.update', 'room', r.id, '修改房间', true
       FROM room r, generate_series(1, $2::int * 10 / 12) n WHERE r.project_id = $1`,
    [projectId, months],
  );
  await admin.query("ANALYZE");
}
