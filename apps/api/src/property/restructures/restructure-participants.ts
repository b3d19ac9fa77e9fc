import { Injectable } from "@nestjs/common";
import type { RestructureLineDto, RestructureProblemDto, RestructureProposalDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import type { NewRoom, OldRoom, RestructurePlan } from "./restructure-plan.js";

export const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** What a participant finds on the old rooms. */
export interface Survey {
  lines: RestructureLineDto[];
  problems: RestructureProblemDto[];
  /** The state the plan rests on, in words by subject: when one differs at the approval, it is refused and named. */
  facts: Record<string, string>;
}

/** The rooms a proposal is made for; `count` new rooms come of them. */
export interface ProposalSubject {
  projectId: string;
  kind: RestructurePlan["kind"];
  effectiveOn: string;
  lastDay: string;
  olds: OldRoom[];
  count: number;
}

/** Choices a participant adds to a proposal, and what it proposes. */
export type Choices = Partial<Omit<RestructureProposalDto, "plan" | "rooms">> &
  Partial<Pick<RestructureProposalDto["plan"], "payerId">> & { plan?: Partial<RestructureProposalDto["plan"]> };

/** A restructure that is being carried out: the approved one. */
export interface Carried {
  id: string;
  number: string;
  plan: RestructurePlan;
}

/** A restructure that was carried out. */
export interface Undoing<Memo = object> {
  projectId: string;
  id: string;
  number: string;
  lastDay: string;
  olds: Pick<OldRoom, "id" | "code">[];
  news: Pick<NewRoom, "id" | "code">[];
  /** What `apply` of the same participant answered. */
  memo: Memo;
}

/**
 * The part a domain above property has in splits and merges: what hangs on the rooms, and what becomes of it. All of them
 * work in one transaction.
 */
export abstract class RestructureParticipant<Memo extends object = object> {
  /** The name its memo is kept under. */
  abstract readonly name: string;
  /** Lower ones come first, and are undone last. */
  abstract readonly order: number;

  /** What the user may choose, with a proposal. */
  abstract propose(tx: EntityManager, subject: ProposalSubject): Promise<Choices>;

  /** Holds rows, in id order, that must not change between the survey and `apply`. The rooms are held already. */
  abstract hold(tx: EntityManager, plan: RestructurePlan): Promise<void>;

  /** What hangs on the rooms, what becomes of it, and what stands in the way. Writes nothing. */
  abstract survey(tx: EntityManager, plan: RestructurePlan): Promise<Survey>;

  /** Carries out its part; the new rooms exist by now. Answers what `undo` needs to know. */
  abstract apply(tx: EntityManager, actor: Actor, carried: Carried): Promise<Memo>;

  /** Sentences on what hangs on the new rooms and forbids undoing. */
  abstract undoBlockers(tx: EntityManager, undoing: Undoing<Memo>): Promise<string[]>;

  /** Puts its part back as it was. */
  abstract undo(tx: EntityManager, actor: Actor, undoing: Undoing<Memo>): Promise<void>;
}

/** The participants, where domains register theirs when they start. */
@Injectable()
export class RestructureParticipants {
  private readonly registered: RestructureParticipant[] = [];

  register<Memo extends object>(participant: RestructureParticipant<Memo>): void {
    this.registered.push(participant as RestructureParticipant);
    this.registered.sort((a, b) => a.order - b.order);
  }

  inOrder(): readonly RestructureParticipant[] {
    return this.registered;
  }
}
