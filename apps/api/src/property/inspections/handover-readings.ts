import { Injectable } from "@nestjs/common";
import type { MeterKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";

/** What the meters of a room showed when it was handed over (PRP-09). */
export interface Handover {
  projectId: string;
  roomId: string;
  /** Number of the inspection. */
  number: string;
  inspectedOn: string;
  readings: readonly { kind: MeterKind; meterNo: string; reading: string }[];
}

/** Who keeps the meters: takes the readings over in the transaction that completes the inspection. */
export abstract class HandoverReadingsTaker {
  abstract take(tx: EntityManager, actor: Actor, handover: Handover): Promise<void>;
}

/** Where the domain of the meters registers itself when it starts; property stands below it. */
@Injectable()
export class HandoverReadings {
  private readonly takers: HandoverReadingsTaker[] = [];

  register(taker: HandoverReadingsTaker): void {
    this.takers.push(taker);
  }

  async hand(tx: EntityManager, actor: Actor, handover: Handover): Promise<void> {
    for (const taker of this.takers) await taker.take(tx, actor, handover);
  }
}
