import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";

/** A publication whose charges are written but not committed yet. */
export interface PublishedRun {
  projectId: string;
  runId: string;
  /** Month billed, YYYY-MM. */
  period: string;
}

type Listener = (tx: EntityManager, actor: Actor, run: PublishedRun) => Promise<void>;

/** Tells those who act at generation of charges (BIL-61) that a run was published, in its transaction. */
@Injectable()
export class PublishedRuns {
  private readonly listeners: Listener[] = [];

  /** Registers what follows a publication; it may only queue work, the publication must stay quick. */
  register(listener: Listener): void {
    this.listeners.push(listener);
  }

  async tell(tx: EntityManager, actor: Actor, run: PublishedRun): Promise<void> {
    for (const listener of this.listeners) await listener(tx, actor, run);
  }
}
