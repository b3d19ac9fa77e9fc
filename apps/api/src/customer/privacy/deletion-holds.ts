import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";

/** Answers in Chinese why a person must still be known, or nothing; `idsOf` finds what lies under merged entries too. */
export type DeletionHold = (
  db: Pick<EntityManager, "query">,
  projectId: string,
  customerId: string,
) => Promise<string | undefined>;

/** What keeps a person from being anonymised beyond this module. Domains register theirs in `onModuleInit`. */
@Injectable()
export class DeletionHolds {
  private readonly all: DeletionHold[] = [];

  register(hold: DeletionHold): void {
    this.all.push(hold);
  }

  async of(db: Pick<EntityManager, "query">, projectId: string, customerId: string): Promise<string[]> {
    const reasons: string[] = [];
    for (const hold of this.all) {
      const reason = await hold(db, projectId, customerId);
      if (reason !== undefined) reasons.push(reason);
    }
    return reasons;
  }
}
