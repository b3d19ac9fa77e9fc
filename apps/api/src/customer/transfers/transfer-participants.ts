import { Injectable } from "@nestjs/common";
import type {
  ArrearsHandling,
  CustomerKind,
  PrepaymentHandling,
  RelationChoice,
  RelationRole,
  TransferChoiceDto,
  TransferItemDto,
  TransferReason,
  TransferSectionDto,
  TransferStatus,
} from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";

/** A present relation of the room and what is to become of it. */
export interface TransferredRelation {
  id: string;
  customerId: string;
  customerName: string;
  customerNumber: string;
  role: RelationRole;
  share: string | null;
  isPrimaryContact: boolean;
  startsOn: string;
  endsOn: string | null;
  choice: RelationChoice;
}

export interface TransferNewOwner {
  customerId: string;
  customerName: string;
  customerNumber: string;
  kind: CustomerKind;
  share: string | null;
}

/** A transfer as the modules that take part in it read it. */
export interface TransferFacts {
  projectId: string;
  id: string;
  number: string;
  roomId: string;
  roomCode: string;
  status: TransferStatus;
  version: number;
  /** The day in the project's time zone. */
  today: string;
  /** First day of the new owners; null while it is not entered. */
  transferOn: string | null;
  reason: TransferReason | null;
  arrears: ArrearsHandling;
  prepayment: PrepaymentHandling;
  /** Relations that last on the transfer date or begin later. */
  relations: TransferredRelation[];
  owners: TransferNewOwner[];
  payerCustomerId: string | null;
  /** Customers who have nothing to do with the room from the transfer date on. */
  leavingIds: string[];
  /** What was chosen for the things modules asked to confirm, by their key. */
  confirmations: ReadonlyMap<string, string>;
}

/** A thing to be confirmed one by one: what may become of it. */
export interface TransferQuestion {
  /** Unique over all modules: `vehicle:<id>`. */
  key: string;
  label: string;
  detail: string | null;
  choices: TransferChoiceDto[];
}

/** What a module has to say of a transfer that is not done yet. */
export interface TransferSurvey {
  /** Shown first: the state of the room. */
  sections: TransferSectionDto[];
  /** Stands in the way, whatever anybody approves. */
  blocks: TransferItemDto[];
  /** Would stay open; with any of it a second person must approve. */
  open: TransferItemDto[];
  questions: TransferQuestion[];
}

/** A module that has a part in transfers of rooms. Modules above register theirs in `onModuleInit`. */
export abstract class TransferParticipant {
  /** Names its result in the transfer; never changes. */
  abstract readonly key: string;
  /** The smaller comes first: money 100, vehicles and passes 200. */
  abstract readonly order: number;

  /** What to show, what blocks and what stays open. Reads only; runs inside the completion, too. */
  abstract survey(db: EntityManager, transfer: TransferFacts): Promise<TransferSurvey>;

  /** Locks what `complete` will change, before the room is locked; always in the same order as the module's own verbs. */
  async lock(_tx: EntityManager, _transfer: TransferFacts): Promise<void> {}

  /** Does its part in the transaction of the completion, after owners and payers have changed; the result is kept. */
  abstract complete(tx: EntityManager, actor: Actor, transfer: TransferFacts): Promise<object | null>;
}

/** Who takes part in transfers. */
@Injectable()
export class TransferParticipants {
  private readonly all: TransferParticipant[] = [];

  register(participant: TransferParticipant): void {
    this.all.push(participant);
    this.all.sort((a, b) => a.order - b.order);
  }

  inOrder(): readonly TransferParticipant[] {
    return this.all;
  }
}
