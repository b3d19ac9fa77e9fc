import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { TransferItemDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import {
  type TransferFacts,
  TransferParticipant,
  TransferParticipants,
  type TransferSurvey,
} from "../../../customer/transfers/transfer-participants.js";
import { casesOfRooms, historyOf } from "./open-cases.sql.js";

/**
 * Dunning in transfers: whoever takes the room over sees that its debts are demanded, and in court. Cases stay with the old
 * payer; what he passes on is a new debt of the new one.
 */
@Injectable()
export class DunningTransfers extends TransferParticipant implements OnModuleInit {
  readonly key = "dunning";
  readonly order = 130;

  constructor(private readonly participants: TransferParticipants) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async survey(db: EntityManager, { projectId, roomId, today }: TransferFacts): Promise<TransferSurvey> {
    const cases = await casesOfRooms(db, projectId, [roomId], today);
    const items = cases.map((one): TransferItemDto => ({
      label: `${one.payerName} 的欠费已催缴 ${one.steps} 次`,
      detail: historyOf(one),
      amountFen: one.openFen,
      link: `billing/dunning/cases/${roomId}/${one.payerId}`,
    }));
    const sections = items.length > 0 ? [{ key: this.key, title: "催缴", items }] : [];
    return { sections, blocks: [], open: [], questions: [] };
  }

  complete(): Promise<null> {
    return Promise.resolve(null);
  }
}
