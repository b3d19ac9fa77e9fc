import { Injectable } from "@nestjs/common";
import { receiptBookKindLabels, type NextPaperDto, type ReceiptBookKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { NumberSeriesService, type NumberedKind } from "../../numbering/number-series.service.js";
import { BookNumber } from "./book-number.entity.js";
import { bookExhausted, copyNotReturned } from "./receipt-books.errors.js";

/** A number drawn for a paper, and the book it came from. */
export interface Paper {
  text: string;
  book: { id: string; no: number } | null;
}

interface BookRow {
  id: string;
  prefix: string;
  width: number;
  no: number;
  left: number;
}

const series: Record<ReceiptBookKind, NumberedKind> = { RECEIPT: "receipt", REFUND: "refund" };

export const numberText = ({ prefix, width }: { prefix: string; width: number }, no: number): string =>
  prefix + String(no).padStart(width, "0");

/** Draws the numbers of papers: from the books of the project, or from its series when it has none (BIL-72). */
@Injectable()
export class PaperNumbers {
  constructor(
    private readonly numbers: NumberSeriesService,
    private readonly clock: Clock,
  ) {}

  /**
   * The next number: of the person's own book, the earliest first, else of one that is everybody's. The book stays locked
   * until the transaction ends.
   * @throws BOOK_EXHAUSTED when the project uses books and none has a number left for this person
   */
  async draw(tx: EntityManager, actor: Actor, projectId: string, kind: ReceiptBookKind): Promise<Paper> {
    // Whoever waited for a book that was used up meanwhile finds the next one in the second round.
    for (;;) {
      const [found] = await usableBooks(tx, actor, projectId, kind);
      if (!found) break;
      const [book] = await tx.query<BookRow[]>(
        `SELECT id, prefix, width, next_no AS no FROM receipt_book
          WHERE project_id = $1 AND id = $2 AND status = 'ACTIVE' AND next_no <= last_no FOR UPDATE`,
        [projectId, found.id],
      );
      if (!book) continue;
      await tx.query("UPDATE receipt_book SET next_no = $3 WHERE project_id = $1 AND id = $2", [
        projectId,
        book.id,
        book.no + 1,
      ]);
      return { text: numberText(book, book.no), book: { id: book.id, no: book.no } };
    }
    await refuseWithoutBook(tx, actor, projectId, kind);
    return { text: await this.numbers.draw(tx, projectId, series[kind]), book: null };
  }

  /** Writes what a number of a book stands on; nothing for numbers of the series. */
  async use(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    { book }: Paper,
    on: { receiptId?: string; refundId?: string; day: string },
  ): Promise<void> {
    if (!book) return;
    await tx.insert(BookNumber, {
      projectId,
      id: newId(),
      createdAt: this.clock.now(),
      bookId: book.id,
      no: book.no,
      state: "USED",
      ...on,
      createdBy: actor.userId,
      createdByName: actor.name,
    });
  }

  /** A reversed receipt of a book is void: its copy comes back when it was printed. @throws COPY_NOT_RETURNED */
  async voidReceipt(
    tx: EntityManager,
    projectId: string,
    { id, receiptNo }: { id: string; receiptNo: string },
    { reason, copyReturned }: { reason: string; copyReturned?: boolean | null },
  ): Promise<void> {
    const number = await tx.findOneBy(BookNumber, { projectId, receiptId: id });
    if (!number) return;
    const [{ printed } = { printed: false }] = await tx.query<{ printed: boolean }[]>(
      "SELECT EXISTS (SELECT 1 FROM receipt_print WHERE project_id = $1 AND receipt_id = $2) AS printed",
      [projectId, id],
    );
    if (printed && !copyReturned) throw copyNotReturned(receiptNo);
    await tx.update(BookNumber, { projectId, id: number.id }, { state: "VOID", reason });
  }

  /** Which paper a person's next receipt will have. */
  async next(db: EntityManager, actor: Actor, projectId: string): Promise<NextPaperDto> {
    const books = await usableBooks(db, actor, projectId, "RECEIPT");
    const [book] = books;
    if (book) {
      const left = books.reduce((sum, one) => sum + one.left, 0);
      return { text: numberText(book, book.no), left, problem: null };
    }
    try {
      await refuseWithoutBook(db, actor, projectId, "RECEIPT");
      return { text: null, left: null, problem: null };
    } catch (error) {
      return { text: null, left: 0, problem: (error as Error).message };
    }
  }
}

function usableBooks(tx: EntityManager, actor: Actor, projectId: string, kind: ReceiptBookKind): Promise<BookRow[]> {
  return tx.query<BookRow[]>(
    `SELECT id, prefix, width, next_no AS no, last_no - next_no + 1 AS left FROM receipt_book
      WHERE project_id = $1 AND kind = $2 AND status = 'ACTIVE' AND next_no <= last_no
        AND (issued_to_id IS NULL OR issued_to_id = $3)
      ORDER BY issued_to_id IS NULL, id LIMIT 20`,
    [projectId, kind, actor.userId],
  );
}

/** A project that has ever issued a book of the kind that is not checked yet takes numbers from books only. */
async function refuseWithoutBook(
  tx: EntityManager,
  actor: Actor,
  projectId: string,
  kind: ReceiptBookKind,
): Promise<void> {
  const [row] = await tx.query<{ any: boolean; mine: boolean }[]>(
    `SELECT count(*) > 0 AS any, coalesce(bool_or(issued_to_id = $3), false) AS mine FROM receipt_book
      WHERE project_id = $1 AND kind = $2 AND status = 'ACTIVE'`,
    [projectId, kind, actor.userId],
  );
  if (row!.any) throw bookExhausted(receiptBookKindLabels[kind], row!.mine);
}
