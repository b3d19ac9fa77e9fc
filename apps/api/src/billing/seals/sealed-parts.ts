/** Rows of one kind that belong to a month. */
interface SealedPart {
  name: string;
  /** The table and what it is joined with, its rows called `t`. */
  from: string;
  /** The expression that says the month of a row. */
  month: string;
  /** What the digest covers: every column that never changes, in this order. */
  columns: string;
}

/** The same moment is the same text in every time zone. */
const moment = (column: string) => `(${column} AT TIME ZONE 'UTC')`;
const CREATED = moment("t.created_at");

/** What the first version covers. */
const FIRST: readonly SealedPart[] = [
  {
    name: "应收",
    from: "charge t",
    month: "t.booked_period",
    columns: `t.id, t.room_id, t.payer_id, t.fee_item_id, t.rate_id, t.rate_version_id, t.binding_id, t.run_id,
      t.source, t.period, t.booked_period, t.service_from, t.service_to, t.quantity, t.unit_price,
      t.amount_fen, t.due_on, t.trace, t.remark, t.principal_id, ${CREATED}`,
  },
  {
    name: "应收变动",
    from: "charge_entry t",
    month: "t.period",
    columns: `t.id, t.charge_id, t.kind, t.amount_fen, t.booked_on, t.period, t.receipt_id, t.reason, t.created_by,
      ${CREATED}`,
  },
  {
    name: "收据",
    from: "receipt t",
    month: "t.period",
    columns: `t.id, t.receipt_no, t.payer_id, t.booked_on, t.period, t.amount_fen, t.charges_fen, t.prepayment_fen,
      t.change_fen, t.reversal_of, t.reversal_reason, t.remark, t.cashier_id, t.cashier_name,
      t.offset_run_id, t.shift_id, t.request_hash, ${CREATED}`,
  },
  {
    name: "收款方式",
    from: "receipt_method t JOIN receipt r ON r.project_id = t.project_id AND r.id = t.receipt_id",
    month: "r.period",
    columns: `t.id, t.receipt_id, t.method, t.amount_fen, t.tendered_fen, t.reference_no, ${CREATED}`,
  },
  {
    name: "退款",
    from: "refund t",
    month: "t.period",
    columns: `t.id, t.refund_no, t.red_receipt_id, t.prepayment_refund_id, t.method, t.amount_fen, t.booked_on,
      t.period, t.reference_no, t.reason, t.paid_by, t.paid_by_name, t.shift_id, ${CREATED}`,
  },
  {
    name: "预收变动",
    from: "prepayment_movement t",
    month: "t.period",
    columns: `t.id, t.account_id, t.source, t.amount_fen, t.balance_after_fen, t.booked_on, t.period, t.receipt_id,
      t.move_id, t.document_no, ${CREATED}`,
  },
  {
    name: "滚存快照",
    from: "period_balance t",
    month: "t.period",
    columns: `t.id, t.period, t.fee_item_id, t.building_id, t.opening_fen, t.charged_fen, t.adjusted_fen,
      t.adjusted_arrears_fen, t.waived_fen, t.waived_arrears_fen, t.received_current_fen,
      t.received_arrears_fen, t.closing_fen`,
  },
  {
    name: "反结账记录",
    from: "period_reopening t",
    month: "t.period",
    columns: `t.id, t.reason, t.requested_by, t.approved_by, t.snapshot, t.balances, ${CREATED}`,
  },
];

/** What was booked before the first month (期初): it belongs to the seal of that month, whose opening balance it is. */
const OPENING: readonly SealedPart[] = FIRST.slice(0, 2)
  .concat(FIRST.filter(({ name }) => name === "预收变动"))
  .map(({ name, from, month, columns }) => ({
    name: `期初${name}`,
    from: `${from} JOIN project p ON p.id = t.project_id AND ${month} < p.first_period`,
    month: "p.first_period",
    columns,
  }));

const SECOND: readonly SealedPart[] = [...FIRST, ...OPENING];

/** The same parts, of charges with these columns too. */
const withOfCharges = (parts: readonly SealedPart[], columns: string): readonly SealedPart[] =>
  parts.map((part) => (part.from.startsWith("charge t") ? { ...part, columns: `${part.columns}, ${columns}` } : part));

const THIRD = withOfCharges(SECOND, "t.late_booked_to");

const FOURTH = withOfCharges(THIRD, "t.late_booked_fen");

/** Money beside the bills: banks, owners, suppliers, the maintenance fund, what deposits were used for. */
const BESIDE_BILLS: readonly SealedPart[] = [
  {
    name: "押金变动",
    from: "deposit_movement t",
    month: "t.period",
    columns: `t.id, t.deposit_id, t.kind, t.amount_fen, t.booked_on, t.period, t.reason, t.document_no, t.created_by,
      t.created_by_name, t.request_hash, ${CREATED}`,
  },
  {
    name: "坏账核销",
    from: "write_off_entry t JOIN charge_entry e ON e.project_id = t.project_id AND e.id = t.entry_id",
    month: "e.period",
    columns: `t.id, t.write_off_id, t.entry_id, ${CREATED}`,
  },
  {
    name: "解款单",
    from: "bank_deposit t",
    month: "t.period",
    columns: `t.id, t.slip_no, t.deposited_on, t.takings_on, t.period, t.amount_fen, t.account, t.shift_id, t.remark,
      t.recorded_by, t.recorded_by_name, t.request_hash, ${CREATED}`,
  },
  {
    name: "解款单作废",
    from: "bank_deposit t",
    month: "t.cancelled_period",
    columns: "t.id, t.cancelled_period, t.cancel_reason, t.cancelled_by",
  },
  {
    name: "托收到账",
    from: "debit_credit t",
    month: "t.period",
    columns: `t.id, t.batch_id, t.credited_on, t.period, t.credited_fen, t.fee_fen, t.reference, t.remark, t.created_by,
      t.created_by_name, ${CREATED}`,
  },
  {
    name: "公共收益登记",
    from: "public_income_entry t",
    month: "t.period",
    columns: `t.id, t.kind, t.fee_item_id, t.booked_on, t.period, t.amount_fen, t.party, t.purpose, t.reference_no,
      t.reversal_of, t.recorded_by, t.recorded_by_name, t.request_hash, ${CREATED}`,
  },
  {
    name: "代收解缴",
    from: "remittance t",
    month: "t.period",
    columns: `t.id, t.fee_item_id, t.supplier_name, t.booked_on, t.period, t.amount_fen, t.method, t.slip_no, t.remark, t.reversal_of,
      t.recorded_by, t.recorded_by_name, t.request_hash, ${CREATED}`,
  },
  {
    name: "维修资金登记",
    from: "fund_document t",
    month: "t.period",
    columns: `t.id, t.kind, t.title, t.booked_on, t.period, t.decided_on, t.scope, t.party, t.reference_no, t.reversal_of,
      t.recorded_by, t.recorded_by_name, t.request_hash, ${CREATED}`,
  },
  {
    name: "维修资金分户账",
    from: "fund_entry t JOIN fund_document d ON d.project_id = t.project_id AND d.id = t.document_id",
    month: "d.period",
    columns: `t.id, t.document_id, t.room_id, t.kind, t.booked_on, t.amount_fen, t.area, t.self_paid_fen, ${CREATED}`,
  },
];

/** Columns that came after a table was sealed first. */
const LATER: Readonly<Record<string, string>> = {
  收据: "t.is_void, t.money_settled, t.at_desk, t.allocation_reason, t.reissue_of",
  退款: "t.deposit_id, t.account_id, t.request_id, t.request_hash",
  反结账记录: "t.period, t.seal_id, t.requested_by_name, t.approved_by_name",
};

const FIFTH = withOfCharges(FOURTH, "t.batch_id");

const SIXTH: readonly SealedPart[] = [
  ...FIFTH.map((part) => {
    const later = LATER[part.name];
    return later === undefined ? part : { ...part, columns: `${part.columns}, ${later}` };
  }),
  ...BESIDE_BILLS,
];

const SEVENTH = withOfCharges(SIXTH, "t.object_id");

/** The same parts, of entries with what took back or adjusted: reports of a closed month name it. */
const withSources = (parts: readonly SealedPart[]): readonly SealedPart[] =>
  parts.map((part) =>
    part.from.startsWith("charge_entry t") ? { ...part, columns: `${part.columns}, t.source` } : part,
  );

/** What was brought over for others and not remitted yet: an import is taken back only while the first month is open. */
const COLLECTED_BEFORE: SealedPart = {
  name: "期初代收未解缴",
  from: `opening_row t
    JOIN opening o ON o.project_id = t.project_id AND o.id = t.opening_id AND o.status = 'POSTED'
    JOIN project p ON p.id = t.project_id AND t.kind = 'COLLECTED' AND t.fault IS NULL`,
  month: "p.first_period",
  columns: `t.id, t.opening_id, t.kind, t.sheet, t.row_no, t.fee_item_id, t.amount_fen, t.remark, o.opening_no, o.cut_over_on,
    o.posted_by, o.posted_by_name, ${CREATED}`,
};

/** The figures that reports show of a closed month: its totals, rates, rooms and prepayments, and what was confirmed. */
const FIGURES: SealedPart = {
  name: "月结数字",
  from: "billing_period t",
  month: "t.period",
  columns: `t.id, t.period, t.closed_by, t.closed_by_name, t.snapshot, ${moment("t.closed_at")}, ${CREATED}`,
};

const NINTH: readonly SealedPart[] = [...SEVENTH, COLLECTED_BEFORE, FIGURES];

/**
 * What a seal of each version covers. A version is never edited: seals that were made with it are verified with it. Rows
 * of a new kind come with a new version.
 */
export const SCHEMES: Readonly<Record<number, readonly SealedPart[]>> = {
  1: FIRST,
  2: SECOND,
  // until which day late fees were booked on what a charge stands for
  3: THIRD,
  // and how much
  4: FOURTH,
  // and the batch it was entered with
  5: FIFTH,
  // and the money beside the bills, and what receipts and refunds have told since
  6: SIXTH,
  // and what it is for beside the room
  7: SEVENTH,
  // and what was brought over for others
  8: [...SEVENTH, COLLECTED_BEFORE],
  // and the figures it was closed with
  9: NINTH,
  // and where an entry that takes back or adjusts comes from
  10: withSources(NINTH),
};

/** The version that new seals are made with. */
export const CURRENT_SCHEME = Math.max(...Object.keys(SCHEMES).map(Number));

/**
 * One statement that counts and digests every part of a month: $1 project, $2 month. A row is hashed as a JSON array of
 * its columns, a part as its rows' hashes in the order of their ids, so memory grows by 32 bytes a row.
 */
export function digestSql(scheme: number): string {
  const parts = SCHEMES[scheme];
  if (!parts) throw new RangeError(`no seal scheme ${scheme}`);
  return parts
    .map(({ name, from, month, columns }) => {
      const row = `sha256(convert_to(jsonb_build_array(${columns})::text, 'UTF8'))`;
      return `SELECT '${name}' AS name, count(*)::int AS rows,
              encode(sha256(coalesce(string_agg(${row}, ''::bytea ORDER BY t.id), ''::bytea)), 'hex') AS digest
         FROM ${from} WHERE t.project_id = $1 AND ${month} = $2`;
    })
    .join("\nUNION ALL\n");
}
