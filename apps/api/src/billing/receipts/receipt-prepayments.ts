import type { PostReceiptDto, PostReceiptPrepaymentDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import {
  holds,
  lockAccounts,
  type CustomersAccount,
  type LockedAccount,
  type PrepaymentMove,
  type WantedAccount,
} from "../prepayments/prepayment-ledger.js";
import { noPrepaidDeposit, prepaymentAskedBack, prepaymentShort } from "./receipts.errors.js";
import { isPrepayment, type Settlement } from "./settlement.js";

/** The accounts a receipt draws on and pays into, locked. @throws NOT_FOUND, FEE_ITEM_KIND */
export async function lockPrepayments(
  tx: EntityManager,
  projectId: string,
  dto: PostReceiptDto,
  now: Date,
): Promise<CustomersAccount[]> {
  const wanted = dto.methods
    .filter(isPrepayment)
    .map(({ roomId, feeItemId }) => ({ roomId: roomId!, feeItemId: feeItemId ?? null }));
  if (dto.prepayment) wanted.push(topUpOf(dto.prepayment));
  if (wanted.length === 0) return [];
  await refuseUnknown(tx, projectId, wanted);
  return lockAccounts(tx, projectId, dto.payerId, wanted, now);
}

/**
 * What a receipt takes out of the locked accounts and puts into them (BIL-60).
 * @param askedBack by account, what is to be paid back of it and is left alone
 * @throws PREPAYMENT_SHORT
 */
export function prepaymentMoves(
  dto: PostReceiptDto,
  { tenders }: Settlement,
  accounts: readonly CustomersAccount[],
  askedBack: ReadonlyMap<string, number>,
): PrepaymentMove[] {
  const freeOf = ({ id, balanceFen }: LockedAccount) => Math.max(0, balanceFen - (askedBack.get(id) ?? 0));
  const moves = tenders.filter(isPrepayment).flatMap(({ roomId, feeItemId, amountFen }) => {
    const ofRoom = accounts.filter((account) => holds(account, { roomId: roomId!, feeItemId }));
    const balanceFen = ofRoom.reduce((sum, account) => sum + account.balanceFen, 0);
    const freeFen = ofRoom.reduce((sum, account) => sum + freeOf(account), 0);
    const { roomCode } = ofRoom[0]!;
    if (amountFen > balanceFen) throw prepaymentShort(roomCode, balanceFen, amountFen);
    if (amountFen > freeFen) throw prepaymentAskedBack(roomCode, { balanceFen, freeFen }, amountFen);
    return drawn(ofRoom, amountFen, freeOf);
  });
  if (dto.prepayment) {
    const wanted = topUpOf(dto.prepayment);
    const account = accounts.find((one) => one.own && holds(one, wanted))!;
    moves.push({ account, source: "TOP_UP", amountFen: dto.prepayment.amountFen });
  }
  return moves;
}

/** What is drawn from each of the accounts of a room: the customer's own first, then those of entries merged into his. */
function drawn(
  accounts: readonly LockedAccount[],
  amountFen: number,
  freeOf: (account: LockedAccount) => number,
): PrepaymentMove[] {
  let left = amountFen;
  const moves = accounts.map((account): PrepaymentMove => {
    const part = Math.min(left, freeOf(account));
    left -= part;
    return { account, source: "OFFSET", amountFen: -part };
  });
  return moves.filter((move) => move.amountFen !== 0);
}

const topUpOf = ({ roomId, feeItemId = null }: PostReceiptPrepaymentDto): WantedAccount => ({ roomId, feeItemId });

/** Rooms are of the project; money is kept for fee items in use, never for a deposit. @throws NOT_FOUND, FEE_ITEM_KIND */
async function refuseUnknown(tx: EntityManager, projectId: string, wanted: readonly WantedAccount[]): Promise<void> {
  const rooms = new Set(wanted.map(({ roomId }) => roomId));
  const [known] = await tx.query<{ rooms: number }[]>(
    "SELECT count(*)::int AS rooms FROM room WHERE project_id = $1 AND id = ANY($2)",
    [projectId, [...rooms]],
  );
  if (known!.rooms < rooms.size) throw notFound("房间");
  const items = new Set(wanted.flatMap(({ feeItemId }) => feeItemId ?? []));
  if (items.size === 0) return;
  const found = await tx.query<{ name: string; kind: string }[]>(
    "SELECT name, kind FROM fee_item WHERE project_id = $1 AND id = ANY($2)",
    [projectId, [...items]],
  );
  if (found.length < items.size) throw notFound("专用预收的收费项目");
  const deposit = found.find(({ kind }) => kind === "DEPOSIT");
  if (deposit) throw noPrepaidDeposit(deposit.name);
}
