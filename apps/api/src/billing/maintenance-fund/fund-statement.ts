import { type FundEntryKind, fundEntryKindLabels, type FundRowFaultDto } from "@linli/contracts";
import { formatFen } from "../../common/money.js";
import type { FundMove } from "./fund-ledger.js";

/** The sums of an account by kind, in fen; what was used is positive. */
export type FundSums = Record<FundEntryKind, number>;

/** A row of a statement: what has come together up to its day, in fen; null is not said and stays as it is. */
export interface StatementRow {
  rowNo: number;
  roomCode: string;
  sums: Record<FundEntryKind, number | null>;
  /** The balance as the statement says it, against which the sums are checked. */
  balanceFen: number | null;
}

/** A room with what its account holds here. */
export interface StatedRoom extends FundSums {
  roomId: string;
  hasAccount: boolean;
}

/** What a statement would change. */
export interface StatementPlan {
  moves: FundMove[];
  faults: FundRowFaultDto[];
  changedCount: number;
  newCount: number;
  differenceFen: number;
  balanceFen: number;
}

const KINDS = Object.keys(fundEntryKindLabels) as FundEntryKind[];

/** Compares a statement with the accounts kept here: the differences are what is to be booked (BIL-130). */
export function planStatement(rows: readonly StatementRow[], rooms: ReadonlyMap<string, StatedRoom>): StatementPlan {
  const plan: StatementPlan = {
    moves: [],
    faults: [],
    changedCount: 0,
    newCount: 0,
    differenceFen: 0,
    balanceFen: 0,
  };
  const seen = new Map<string, number>();
  for (const row of rows) {
    const room = rooms.get(row.roomCode);
    const before = seen.get(row.roomCode);
    seen.set(row.roomCode, before ?? row.rowNo);
    const fault = before === undefined ? faultOf(row, room) : `房间“${row.roomCode}”与第 ${before} 行重复`;
    if (fault !== null || !room) {
      plan.faults.push({ rowNo: row.rowNo, roomCode: row.roomCode, message: fault ?? "" });
      continue;
    }
    const moves = KINDS.flatMap((kind): FundMove[] => {
      const more = (row.sums[kind] ?? room[kind]) - room[kind];
      return more === 0 ? [] : [{ roomId: room.roomId, kind, amountFen: kind === "USE" ? -more : more }];
    });
    plan.moves.push(...moves);
    plan.changedCount += Number(moves.length > 0);
    plan.newCount += Number(moves.length > 0 && !room.hasAccount);
    plan.differenceFen += moves.reduce((sum, { amountFen }) => sum + amountFen, 0);
    plan.balanceFen += balanceOf(sumsOf(row, room));
  }
  return plan;
}

function faultOf(row: StatementRow, room: StatedRoom | undefined): string | null {
  if (!room) return `没有房间“${row.roomCode}”`;
  const sums = sumsOf(row, room);
  const balanceFen = balanceOf(sums);
  if (!room.hasAccount && row.sums.FIRST_DEPOSIT === null) return "这个房间还没有分户账，请填写首期交存";
  if (balanceFen < 0) return `各项合计为 ${formatFen(balanceFen)} 元，余额不能为负`;
  if (row.balanceFen !== null && row.balanceFen !== balanceFen)
    return `余额 ${formatFen(row.balanceFen)} 元与各项合计 ${formatFen(balanceFen)} 元不符`;
  return null;
}

const sumsOf = (row: StatementRow, room: StatedRoom): FundSums =>
  Object.fromEntries(KINDS.map((kind) => [kind, row.sums[kind] ?? room[kind]])) as FundSums;

const balanceOf = ({ FIRST_DEPOSIT, TOP_UP, INTEREST, MOVED, USE }: FundSums): number =>
  FIRST_DEPOSIT + TOP_UP + INTEREST + MOVED - USE;
