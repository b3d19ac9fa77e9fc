import { Injectable } from "@nestjs/common";
import type { RestructureProblemDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { projectToday } from "../../property/project-today.js";
import type { RestructurePlan } from "../../property/restructures/restructure-plan.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { bookMovements, holds, lockAccounts, type WantedAccount } from "../prepayments/prepayment-ledger.js";
import type { HeldPrepayment } from "./rooms-money.js";

/** Money of a customer that goes from the account of one room to that of another, in fen. */
export interface PrepaymentMoveRow {
  customerId: string;
  fromRoomId: string;
  toRoomId: string;
  /** The item the money is for; null (and in moves of before: nothing) is general money. */
  feeItemId?: string | null;
  amountFen: number;
}

type Sink = (problem: Partial<RestructureProblemDto> & Pick<RestructureProblemDto, "code" | "message">) => void;

/** Where the balances go: to the merged room, or to the part that was chosen. What is asked back stays. Pure. */
export function movesOf(
  { dto, news }: RestructurePlan,
  held: readonly HeldPrepayment[],
  add: Sink,
): PrepaymentMoveRow[] {
  const chosen = new Map(dto.prepayments.map(({ accountId, part }) => [accountId, part]));
  return held.flatMap(({ id, roomId, roomCode, customerId, customerName, feeItemId, balanceFen, askedBackFen }) => {
    const amountFen = balanceFen - askedBackFen;
    if (amountFen === 0) return [];
    const part = news.length === 1 ? 0 : chosen.get(id);
    const room = part === undefined ? undefined : news[part];
    if (room) return [{ customerId, fromRoomId: roomId, toRoomId: room.id, feeItemId, amountFen }];
    add({
      code: "PREPAYMENT_OPEN",
      message: `请选择 ${roomCode} ${customerName} 的预收 ${formatFen(amountFen)} 元结转到哪个新房间`,
      field: "prepayments",
    });
    return [];
  });
}

/** Moves prepaid money between accounts of the same customer: what leaves one enters the other. */
@Injectable()
export class RestructurePrepayments {
  constructor(
    private readonly periods: PostingPeriod,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Books the moves today, in the open month. @throws PERIOD_CLOSED */
  async move(
    tx: EntityManager,
    actor: Actor,
    { projectId, moveId, reason }: { projectId: string; moveId: string; reason: string },
    moves: readonly PrepaymentMoveRow[],
  ): Promise<void> {
    if (moves.length === 0) return;
    const bookedOn = await projectToday(tx, this.clock, projectId);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    const createdAt = this.clock.now();
    for (const [customerId, own] of Map.groupBy(moves, (move) => move.customerId)) {
      const wanted = new Map<string, WantedAccount & { amountFen: number }>();
      const add = (roomId: string, feeItemId: string | null, amountFen: number) => {
        const key = `${roomId} ${feeItemId}`;
        wanted.set(key, { roomId, feeItemId, amountFen: (wanted.get(key)?.amountFen ?? 0) + amountFen });
      };
      for (const { fromRoomId, toRoomId, feeItemId = null, amountFen } of own) {
        add(fromRoomId, feeItemId, -amountFen);
        add(toRoomId, feeItemId, amountFen);
      }
      const effects = [...wanted.values()];
      const held = await lockAccounts(tx, projectId, customerId, effects, createdAt);
      const lines = held
        .filter(({ own: isOwn }) => isOwn)
        .map((account) => ({
          account,
          source: "MOVE" as const,
          amountFen: effects.find((effect) => holds(account, effect))!.amountFen,
        }));
      await bookMovements(tx, { projectId, receiptId: null, moveId, bookedOn, period, createdAt }, lines);
      await this.audit.record(
        tx,
        actor,
        ...lines.map(({ account, amountFen }) => ({
          projectId,
          action: "prepayment.move",
          entity: "room",
          entityId: account.roomId,
          summary: `${reason}：预收${amountFen > 0 ? "转入" : "转出"} ${formatFen(Math.abs(amountFen))} 元`,
        })),
      );
    }
  }
}
