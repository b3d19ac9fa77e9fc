import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";

/** Answers in Chinese why a person must still be known, or what of him stays, or nothing; `idsOf` finds what lies under merged entries too. */
export type DeletionHold = (
  db: Pick<EntityManager, "query">,
  projectId: string,
  customerId: string,
) => Promise<string | undefined>;

/** What keeps a person from being anonymised beyond this module, and what stays of him after it. Domains register theirs in `onModuleInit`. */
@Injectable()
export class DeletionHolds {
  private readonly all: DeletionHold[] = [];
  private readonly kept: DeletionHold[] = [];

  register(hold: DeletionHold): void {
    this.all.push(hold);
  }

  /** What the law wants kept with his name. */
  registerKept(kept: DeletionHold): void {
    this.kept.push(kept);
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
