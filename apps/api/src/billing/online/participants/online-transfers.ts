import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { TransferItemDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import {
  type TransferFacts,
  TransferParticipant,
  TransferParticipants,
  type TransferSurvey,
} from "../../../customer/transfers/transfer-participants.js";
import { waitingOrders } from "./waiting-orders.sql.js";

/** Online payments in transfers: a link somebody may still pay blocks, for the money would find other charges than it was for. */
@Injectable()
export class OnlineTransfers extends TransferParticipant implements OnModuleInit {
  readonly key = "online";
  // before the money, like what is out with a bank
  readonly order = 95;

  constructor(private readonly participants: TransferParticipants) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async survey(db: EntityManager, { projectId, roomId }: TransferFacts): Promise<TransferSurvey> {
    const blocks = (await waitingOrders(db, projectId, [roomId])).map(
      ({ id, orderNo, count, fen }): TransferItemDto => ({
        label: `线上订单 ${orderNo} 等待支付`,
        detail: `${count} 笔应收，请等它支付，或先关闭它`,
        amountFen: fen,
        link: `billing/online/orders/${id}`,
      }),
    );
    return { sections: [], blocks, open: [], questions: [] };
  }

  async complete(): Promise<null> {
    return null;
  }
}
