import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { PaymentMethod, TakingsDto, TakingsMethodDto, TakingsQueryDto, TakingsRowDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { addDays } from "../../common/calendar.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";

const MAX_DAYS = 366;

interface TakenRow {
  bookedOn: string;
  cashierName: string;
  method: PaymentMethod;
  receivedFen: number;
  reversedFen: number;
}

/** 收款日报: what came in (BIL-74, basic). */
@Injectable()
export class TakingsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Takings of a span of days, by method and by day and cashier. */
  async of(projectId: string, today: string, query: TakingsQueryDto): Promise<TakingsDto> {
    const from = query.from ?? today;
    const to = query.to ?? from;
    if (to < from) throw new InvalidInput({ to: ["结束日期不能早于开始日期"] });
    if (to > addDays(from, MAX_DAYS)) throw new InvalidInput({ to: ["一次最多看 366 天"] });
    const [taken, counts, refunds] = await Promise.all([
      this.taken(projectId, from, to, query.cashierId),
      this.counts(projectId, from, to, query.cashierId),
      this.refunded(projectId, from, to, query.cashierId),
    ]);
    const methods = methodsOf(taken, refunds);
    const moneyFen = sum(
      methods.filter(({ method }) => method !== "PREPAYMENT").map((m) => m.receivedFen + m.reversedFen),
    );
    return {
      from,
      to,
      methods,
      rows: counts.map((row) => withMethods(row, taken)),
      moneyFen,
      offsetFen: sum(methods.filter(({ method }) => method === "PREPAYMENT").map((m) => m.receivedFen + m.reversedFen)),
      refundedFen: sum(refunds.map(({ amountFen }) => amountFen)),
    };
  }

  private taken(projectId: string, from: string, to: string, cashierId?: string): Promise<TakenRow[]> {
    const where = spanOf("r", projectId, from, to).add("r.cashier_id = ?", cashierId);
    return this.db.query<TakenRow[]>(
      `SELECT r.booked_on AS "bookedOn", r.cashier_name AS "cashierName", m.method,
              coalesce(sum(m.amount_fen) FILTER (WHERE r.reversal_of IS NULL), 0)::bigint AS "receivedFen",
              coalesce(sum(m.amount_fen) FILTER (WHERE r.reversal_of IS NOT NULL), 0)::bigint AS "reversedFen"
         FROM receipt r JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id ${where.toString()}
        GROUP BY 1, 2, 3`,
      where.params,
    );
  }

  private counts(projectId: string, from: string, to: string, cashierId?: string) {
    const where = spanOf("r", projectId, from, to).add("r.cashier_id = ?", cashierId);
    return this.db.query<Omit<TakingsRowDto, "methods" | "totalFen">[]>(
      `SELECT r.booked_on AS "bookedOn", r.cashier_name AS "cashierName",
              count(*) FILTER (WHERE r.reversal_of IS NULL)::int AS receipts,
              count(*) FILTER (WHERE r.reversal_of IS NOT NULL)::int AS reds
         FROM receipt r ${where.toString()} GROUP BY 1, 2 ORDER BY 1 DESC, 2`,
      where.params,
    );
  }

  private refunded(projectId: string, from: string, to: string, paidBy?: string) {
    const where = spanOf("f", projectId, from, to).add("f.paid_by = ?", paidBy);
    return this.db.query<{ method: PaymentMethod; amountFen: number }[]>(
      `SELECT f.method, sum(f.amount_fen)::bigint AS "amountFen" FROM refund f ${where.toString()} GROUP BY 1`,
      where.params,
    );
  }
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

const spanOf = (table: string, projectId: string, from: string, to: string) =>
  new Where()
    .add(`${table}.project_id = ?`, projectId)
    .add(`${table}.booked_on >= ?::date`, from)
    .add(`${table}.booked_on <= ?::date`, to);

function methodsOf(taken: TakenRow[], refunds: { method: PaymentMethod; amountFen: number }[]): TakingsMethodDto[] {
  const names = [...new Set([...taken, ...refunds].map(({ method }) => method))].sort();
  return names.map((method) => {
    const rows = taken.filter((row) => row.method === method);
    return {
      method,
      receivedFen: sum(rows.map((row) => row.receivedFen)),
      reversedFen: sum(rows.map((row) => row.reversedFen)),
      refundedFen: -sum(refunds.filter((row) => row.method === method).map((row) => row.amountFen)),
    };
  });
}

function withMethods(row: Omit<TakingsRowDto, "methods" | "totalFen">, taken: TakenRow[]): TakingsRowDto {
  const methods = taken
    .filter(({ bookedOn, cashierName }) => bookedOn === row.bookedOn && cashierName === row.cashierName)
    .map(({ method, receivedFen, reversedFen }) => ({ method, amountFen: receivedFen + reversedFen }));
  return { ...row, methods, totalFen: sum(methods.map(({ amountFen }) => amountFen)) };
}
