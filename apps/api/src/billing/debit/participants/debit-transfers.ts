import { Injectable, type OnModuleInit } from "@nestjs/common";
import { type DebitAgreementStatus, debitAgreementStatusLabels, type TransferItemDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import {
  type TransferFacts,
  TransferParticipant,
  TransferParticipants,
  type TransferSurvey,
} from "../../../customer/transfers/transfer-participants.js";
import { chargesOut } from "./charges-out.sql.js";

/** What a transfer did to the agreements of a room. */
interface Done {
  /** Numbers of agreements that no longer pay for the room. */
  released: string[];
  /** Of these, those that paid for no other room. */
  ended: string[];
}

/** Direct debit in transfers: agreements are shown, what is out with a bank blocks, who leaves pays no longer. */
@Injectable()
export class DebitTransfers extends TransferParticipant implements OnModuleInit {
  readonly key = "debit";
  // before the money: what is out with a bank is neither cut nor offset
  readonly order = 90;

  constructor(
    private readonly participants: TransferParticipants,
    private readonly audit: AuditService,
  ) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async survey(db: EntityManager, { projectId, roomId }: TransferFacts): Promise<TransferSurvey> {
    const agreements = await db.query<{ no: string; status: DebitAgreementStatus; name: string; masked: string }[]>(
      `SELECT a.agreement_no AS no, a.status, c.name, a.account_masked AS masked FROM debit_agreement a
         JOIN customer c ON c.project_id = a.project_id AND c.id = a.customer_id
        WHERE a.project_id = $1 AND a.status <> 'ENDED'
          AND EXISTS (SELECT 1 FROM debit_cover v WHERE v.project_id = a.project_id AND v.agreement_id = a.id AND v.room_id = $2)
        ORDER BY a.agreement_no`,
      [projectId, roomId],
    );
    const items = agreements.map(({ no, status, name, masked }): TransferItemDto => ({
      label: `${no}（${debitAgreementStatusLabels[status]}）`,
      detail: `${name}，${masked}`,
      amountFen: null,
      link: `billing/debit/agreements?roomId=${roomId}`,
    }));
    const blocks = (await chargesOut(db, projectId, [roomId])).map(
      ({ batchId, batchNo, count, fen }): TransferItemDto => ({
        label: `托收批次 ${batchNo} 没有回盘`,
        detail: `${count} 笔应收正在扣款`,
        amountFen: fen,
        link: `billing/debit/batches/${batchId}`,
      }),
    );
    return { sections: [{ key: "debit", title: "划款协议", items }], blocks, open: [], questions: [] };
  }

  /** The agreements of who leaves pay for the room no longer; one that paid for nothing else is over. */
  async complete(tx: EntityManager, actor: Actor, facts: TransferFacts): Promise<Done> {
    const { projectId, roomId, number, leavingIds } = facts;
    const leaving = await tx.query<{ id: string; no: string }[]>(
      `SELECT a.id, a.agreement_no AS no FROM debit_agreement a
        WHERE a.project_id = $1 AND a.customer_id = ANY ($3) AND a.status <> 'ENDED'
          AND EXISTS (SELECT 1 FROM debit_cover v WHERE v.project_id = a.project_id AND v.agreement_id = a.id AND v.room_id = $2)
        ORDER BY a.id FOR UPDATE OF a`,
      [projectId, roomId, leavingIds],
    );
    if (leaving.length === 0) return { released: [], ended: [] };
    const ids = leaving.map(({ id }) => id);
    await tx.query("DELETE FROM debit_cover WHERE project_id = $1 AND room_id = $2 AND agreement_id = ANY ($3)", [
      projectId,
      roomId,
      ids,
    ]);
    const [over] = await tx.query<[{ id: string }[], number]>(
      `UPDATE debit_agreement a SET status = 'ENDED', status_reason = $3
        WHERE a.project_id = $1 AND a.id = ANY ($2)
          AND NOT EXISTS (SELECT 1 FROM debit_cover v WHERE v.project_id = a.project_id AND v.agreement_id = a.id)
        RETURNING a.id`,
      [projectId, ids, `房屋过户 ${number}`],
    );
    const ended = new Set(over.map(({ id }) => id));
    await this.audit.record(
      tx,
      actor,
      ...leaving.map(({ id, no }) => ({
        projectId,
        action: ended.has(id) ? "debit-agreement.end" : "debit-agreement.update",
        entity: "debit-agreement",
        entityId: id,
        summary: ended.has(id)
          ? `终止划款协议 ${no}，原因：房屋过户 ${number}`
          : `划款协议 ${no} 不再包含 ${facts.roomCode}，原因：房屋过户 ${number}`,
      })),
    );
    return {
      released: leaving.map(({ no }) => no),
      ended: leaving.filter(({ id }) => ended.has(id)).map(({ no }) => no),
    };
  }
}
