import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { RestructureProblemDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { RestructurePlan } from "../../../property/restructures/restructure-plan.js";
import {
  type Choices,
  RestructureParticipant,
  RestructureParticipants,
  type Survey,
} from "../../../property/restructures/restructure-participants.js";
import { waitingOrders } from "./waiting-orders.sql.js";

/** Online payments in splits and merges: a link somebody may still pay blocks. */
@Injectable()
export class OnlineRestructures extends RestructureParticipant<Record<string, never>> implements OnModuleInit {
  readonly name = "online";
  readonly order = 125;

  constructor(private readonly participants: RestructureParticipants) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async propose(): Promise<Choices> {
    return {};
  }

  /** The money's participant holds the charges of the rooms already. */
  async hold(): Promise<void> {}

  async survey(tx: EntityManager, { projectId, olds }: RestructurePlan): Promise<Survey> {
    const ids = olds.map(({ id }) => id);
    const problems = (await waitingOrders(tx, projectId, ids)).map(
      ({ id, orderNo, roomCode, count }): RestructureProblemDto => ({
        code: "ONLINE_ORDER_WAITING",
        message: `${roomCode} 有 ${count} 笔应收在待支付的线上订单 ${orderNo} 中，请等它支付，或先关闭它`,
        blocking: true,
        field: null,
        link: `billing/online/orders/${id}`,
      }),
    );
    return { lines: [], problems, facts: {} };
  }

  async apply(): Promise<Record<string, never>> {
    return {};
  }

  async undoBlockers(): Promise<string[]> {
    return [];
  }

  async undo(): Promise<void> {}
}
