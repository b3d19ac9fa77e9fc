import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";

/** Answers in Chinese why a person must still be known, or what of him stays, or nothing; `idsOf` finds what lies under merged entries too. */
export type DeletionHold = (
  db: Pick<EntityManager, "query">,
  projectId: string,
  customerId: string,
) => Promise<string | undefined>;

/** Erases, in the transaction that makes a person nobody, what the law does not want kept of him; merged entries too. */
export type PersonEraser = (tx: EntityManager, projectId: string, customerId: string) => Promise<void>;

/** What keeps a person from being anonymised beyond this module, what stays of him after it, and what goes. Domains register theirs in `onModuleInit`. */
@Injectable()
export class DeletionHolds {
  private readonly all: DeletionHold[] = [];
  private readonly kept: DeletionHold[] = [];
  private readonly erasers: PersonEraser[] = [];

  register(hold: DeletionHold): void {
    this.all.push(hold);
  }

  /** What the law wants kept with his name. */
  registerKept(kept: DeletionHold): void {
    this.kept.push(kept);
  }

  registerEraser(erase: PersonEraser): void {
    this.erasers.push(erase);
  }

  /** Erases what other domains hold of him and need not keep. */
  async erase(tx: EntityManager, projectId: string, customerId: string): Promise<void> {
    for (const erase of this.erasers) await erase(tx, projectId, customerId);
  }

  of(db: Pick<EntityManager, "query">, projectId: string, customerId: string): Promise<string[]> {
    return answersOf(this.all, db, projectId, customerId);
  }

  keptOf(db: Pick<EntityManager, "query">, projectId: string, customerId: string): Promise<string[]> {
    return answersOf(this.kept, db, projectId, customerId);
  }
}

async function answersOf(asked: readonly DeletionHold[], ...about: Parameters<DeletionHold>): Promise<string[]> {
  const answers: string[] = [];
  for (const ask of asked) {
    const answer = await ask(...about);
    if (answer !== undefined) answers.push(answer);
  }
  return answers;
}
