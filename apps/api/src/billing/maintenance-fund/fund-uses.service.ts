import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { FundUsePreviewDto, FundUseProposalDto, RecordFundUseDto, ReverseFundDocumentDto } from "@linli/contracts";
import { Decimal } from "decimal.js";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { entryInFuture, entryIsRed, entryReversed } from "../entries.errors.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { requestHash } from "../receipts/request-hash.js";
import { FundDocument } from "./fund-document.entity.js";
import { wasWritten } from "../entries.js";
import { bookFund, type FundMove, lockFund } from "./fund-ledger.js";
import { shareUse } from "./fund-shares.js";
import { decidedLater, short, usedSince } from "./fund.errors.js";

/** Shares of a preview that are shown; the rest is in its sums. */
const SHOWN = 100;

const sum = (fens: readonly number[]) => fens.reduce((total, fen) => total + fen, 0);

/** Uses of the maintenance fund, shared by area, and what takes documents back (BIL-130, LAW-15). */
@Injectable()
export class FundUsesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
  ) {}

  /** How a use would be shared; nothing is written. @throws INVALID_INPUT, FUND_NO_AREA */
  async preview(projectId: string, dto: FundUseProposalDto): Promise<FundUsePreviewDto> {
    const today = await projectToday(this.db, this.clock, projectId);
    const { shares } = await shareUse(this.db.manager, projectId, dto, today);
    const short = shares.filter(({ shortFen }) => shortFen > 0);
    return {
      roomCount: shares.length,
      area: shares.reduce((area, share) => area.plus(share.area), new Decimal(0)).toString(),
      amountFen: dto.amountFen,
      shortCount: short.length,
      shortFen: sum(short.map(({ shortFen }) => shortFen)),
      shares: [...short, ...shares.filter(({ shortFen }) => shortFen === 0)].slice(0, SHOWN),
    };
  }

  /**
   * Books a use on the accounts of its rooms; the same id again books nothing.
   * @throws INVALID_INPUT, ID_REUSED, FUND_NO_AREA, FUND_SHORT
   */
  record(actor: Actor, projectId: string, dto: RecordFundUseDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const hash = requestHash(dto);
      const today = await projectToday(tx, this.clock, projectId);
      if (dto.bookedOn > today) throw entryInFuture("bookedOn", today);
      if (dto.decidedOn > dto.bookedOn) throw decidedLater();
      const period = await this.periods.lockForKeeping(tx, projectId, dto.bookedOn);
      await lockFund(tx, projectId);
      if (await wasWritten(tx, FundDocument, projectId, dto.id, hash)) return;
      const { shares, scope } = await shareUse(tx, projectId, dto, dto.bookedOn);
      const lacking = shares.filter(({ shortFen }) => shortFen > 0);
      const shortFen = sum(lacking.map((share) => share.shortFen));
      if (shortFen > 0 && !dto.selfPay)
        throw short(
          lacking.map(({ roomCode }) => roomCode),
          shortFen,
        );
      const moves = shares
        .filter(({ shareFen }) => shareFen > 0)
        .map((share): FundMove => ({
          roomId: share.roomId,
          kind: "USE",
          amountFen: share.shortFen - share.shareFen,
          area: share.area,
          selfPaidFen: share.shortFen,
        }));
      const { title, bookedOn, decidedOn, party, referenceNo = null } = dto;
      const document = { projectId, id: dto.id, kind: "USE", title, bookedOn, decidedOn, scope, party, referenceNo };
      await bookFund(tx, { ...document, period, reversalOf: null, requestHash: hash, ...this.by(actor) }, moves);
      await this.audit.record(tx, actor, {
        projectId,
        action: "fund-document.record",
        entity: "fund-document",
        entityId: dto.id,
        summary: `登记维修资金使用：${title} ${formatFen(dto.amountFen)} 元，${scope} ${moves.length} 户按面积分摊`,
        after: {
          title,
          bookedOn,
          decidedOn,
          party,
          referenceNo,
          scope,
          amountFen: dto.amountFen,
          selfPaidFen: shortFen,
        },
      });
    });
  }

  /** Takes a statement or a use back. @throws NOT_FOUND, ID_REUSED, ENTRY_IS_RED, ENTRY_REVERSED, FUND_USED_SINCE */
  reverse(actor: Actor, projectId: string, documentId: string, dto: ReverseFundDocumentDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const hash = requestHash({ ...dto, documentId });
      const bookedOn = await projectToday(tx, this.clock, projectId);
      const period = await this.periods.lockForKeeping(tx, projectId, bookedOn);
      await lockFund(tx, projectId);
      if (await wasWritten(tx, FundDocument, projectId, dto.id, hash)) return;
      const original = await tx.findOneBy(FundDocument, { projectId, id: documentId });
      if (!original) throw notFound("维修资金登记");
      if (original.reversalOf) throw entryIsRed();
      if (await tx.existsBy(FundDocument, { projectId, reversalOf: documentId })) throw entryReversed();
      const moves = await redMoves(tx, projectId, documentId);
      const { kind, decidedOn, scope, party, referenceNo } = original;
      const document = {
        projectId,
        id: dto.id,
        kind,
        title: `红冲：${original.title}（${dto.reason}）`,
        bookedOn,
        period,
      };
      const facts = { decidedOn, scope, party, referenceNo, reversalOf: documentId, requestHash: hash };
      await bookFund(tx, { ...document, ...facts, ...this.by(actor) }, moves);
      await this.audit.record(tx, actor, {
        projectId,
        action: "fund-document.reverse",
        entity: "fund-document",
        entityId: documentId,
        summary: `红冲维修资金登记：${original.title}，原因：${dto.reason}`,
        after: { redId: dto.id },
      });
    });
  }

  private by(actor: Actor) {
    return { recordedBy: actor.userId, recordedByName: actor.name, createdAt: this.clock.now() };
  }
}

/** What takes the entries of a document back; no balance may go below zero by it. */
async function redMoves(tx: EntityManager, projectId: string, documentId: string): Promise<FundMove[]> {
  const below = await tx.query<{ code: string }[]>(
    `SELECT r.code FROM fund_entry e
       JOIN fund_account a ON a.project_id = e.project_id AND a.room_id = e.room_id
       JOIN room r ON r.project_id = e.project_id AND r.id = e.room_id
      WHERE e.project_id = $1 AND e.document_id = $2
      GROUP BY r.code, a.balance_fen HAVING a.balance_fen < sum(e.amount_fen) ORDER BY r.code`,
    [projectId, documentId],
  );
  if (below.length > 0) throw usedSince(below.map(({ code }) => code));
  return tx.query<FundMove[]>(
    `SELECT room_id AS "roomId", kind, (-amount_fen)::bigint AS "amountFen", area::text AS area, (-self_paid_fen)::bigint AS "selfPaidFen"
       FROM fund_entry WHERE project_id = $1 AND document_id = $2`,
    [projectId, documentId],
  );
}
