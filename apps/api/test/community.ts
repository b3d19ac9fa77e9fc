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

/** Issued, unpaid charges by SQL: as many months back as it takes to reach `count`. */
export async function makeCharges(admin: Database, projectId: string, count: number): Promise<void> {
  await admin.query(
    `INSERT INTO charge (project_id, id, created_at, room_id, payer_id, fee_item_id, rate_id, source, period, booked_period,
                         service_from, service_to, quantity, unit_price, amount_fen, reduced_fen, received_fen, offset_fen, reversed_fen,
                         open_fen, due_on, trace)
     SELECT b.project_id, gen_random_uuid(), now(), b.room_id, b.room_id, b.fee_item_id, b.rate_id, 'RUN', to_char(m, 'YYYY-MM'),
            to_char(m, 'YYYY-MM'), m, (m + interval '1 month - 1 day')::date, 100, 2.38, 23800, 0, 0, 0, 0, 23800, m + 19, '{}'
       FROM rate_binding b, generate_series(0, 10000) n, LATERAL (SELECT ('2026-01-01'::date - n * interval '1 month')::date AS m) d
      WHERE b.project_id = $1 AND n < ceil($2::numeric / (SELECT count(*) FROM rate_binding WHERE project_id = $1))
      LIMIT $2`,
    [projectId, count],
  );
  await admin.query("ANALYZE charge");
}
