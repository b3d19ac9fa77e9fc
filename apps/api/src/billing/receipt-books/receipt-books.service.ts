import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type BookLayoutDto,
  type CreateReceiptBookDto,
  receiptLayoutLabels,
  type SpoilNumberDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { seriesPrefixes } from "../../numbering/number-series.service.js";
import { projectToday } from "../../property/project-today.js";
import { cashiersOf } from "../shifts/cashiers.js";
import { BookNumber } from "./book-number.entity.js";
import { numberText } from "./paper-numbers.js";
import { ReceiptBook } from "./receipt-book.entity.js";
import {
  bookChecked,
  bookInUse,
  bookNotActive,
  bookOverlaps,
  copiesMissing,
  notNextNumber,
  ownBook,
} from "./receipt-books.errors.js";

/** Issues, spoils, takes back and checks books of numbered papers (BIL-72). */
@Injectable()
export class ReceiptBooksService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Registers a book; returns its id. @throws InvalidInput, NOT_FOUND, BOOK_OVERLAPS */
  create(actor: Actor, projectId: string, dto: CreateReceiptBookDto): Promise<string> {
    refuseBadRange(dto);
    return this.db.transaction(async (tx) => {
      // Two books of one range at once queue here, and the second is refused.
      const known = await tx.query<object[]>("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
      if (known.length === 0) throw notFound("管理区");
      await refuseOverlap(tx, projectId, dto);
      const issuedToName = dto.issuedToId ? await nameOf(tx, projectId, dto.issuedToId) : null;
      const id = newId();
      const { issuedToId = null, layout, ...range } = dto;
      await tx.insert(ReceiptBook, {
        projectId,
        id,
        createdAt: this.clock.now(),
        ...range,
        layout: layout ?? "A5",
        status: "ACTIVE",
        nextNo: dto.firstNo,
        issuedToId,
        issuedToName,
        createdBy: actor.userId,
      });
      const summary = `登记票据本 ${rangeText(dto)}，${issuedToName ? `由 ${issuedToName} 领用` : "收款点共用"}`;
      await this.record(tx, actor, projectId, id, "create", summary, { ...dto });
      return id;
    });
  }

  /** Prints of its receipts come out on another paper from now on, those of earlier ones too (BIL-76). @throws NOT_FOUND */
  setLayout(actor: Actor, projectId: string, bookId: string, { layout }: BookLayoutDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const book = await lockBook(tx, projectId, bookId);
      if (book.layout === layout) return;
      await tx.update(ReceiptBook, { projectId, id: bookId }, { layout });
      const summary = `票据本 ${rangeText(book)} 的打印版式改为 ${receiptLayoutLabels[layout]}`;
      await this.record(tx, actor, projectId, bookId, "layout", summary, { layout });
    });
  }

  /** Takes the next blank paper out of use. @throws COPIES_MISSING, BOOK_NOT_ACTIVE, NOT_NEXT_NUMBER */
  spoil(actor: Actor, projectId: string, bookId: string, dto: SpoilNumberDto): Promise<void> {
    if (!dto.copiesKept) throw copiesMissing();
    return this.db.transaction(async (tx) => {
      const book = await lockBook(tx, projectId, bookId);
      if (book.status !== "ACTIVE") throw bookNotActive();
      const nextText = book.nextNo <= book.lastNo ? numberText(book, book.nextNo) : null;
      if (nextText === null || dto.no !== book.nextNo) throw notNextNumber(nextText);
      await tx.update(ReceiptBook, { projectId, id: bookId }, { nextNo: book.nextNo + 1 });
      await tx.insert(BookNumber, {
        projectId,
        id: newId(),
        createdAt: this.clock.now(),
        bookId,
        no: dto.no,
        state: "SPOILED",
        day: await projectToday(tx, this.clock, projectId),
        createdBy: actor.userId,
        createdByName: actor.name,
        reason: dto.reason,
      });
      const summary = `空白票据 ${nextText} 作废：${dto.reason}`;
      await this.record(tx, actor, projectId, bookId, "spoil", summary, { no: dto.no });
    });
  }

  /** What is left of a book is not used any more. @throws BOOK_NOT_ACTIVE */
  return(actor: Actor, projectId: string, bookId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const book = await lockBook(tx, projectId, bookId);
      if (book.status !== "ACTIVE") throw bookNotActive();
      await tx.update(ReceiptBook, { projectId, id: bookId }, { status: "RETURNED" });
      const left = book.lastNo - book.nextNo + 1;
      const summary = `交回票据本 ${rangeText(book)}，未用 ${left} 张`;
      await this.record(tx, actor, projectId, bookId, "hand-back", summary, { left });
    });
  }

  /** Checks a book that is used up or handed back (核销). @throws BOOK_CHECKED, BOOK_IN_USE, SAME_PERSON */
  check(actor: Actor, projectId: string, bookId: string, note: string | null): Promise<void> {
    return this.db.transaction(async (tx) => {
      const book = await lockBook(tx, projectId, bookId);
      if (book.status === "CHECKED") throw bookChecked();
      if (book.status === "ACTIVE" && book.nextNo <= book.lastNo) throw bookInUse();
      if (book.issuedToId === actor.userId) throw ownBook();
      const checked = { checkedBy: actor.userId, checkedByName: actor.name, checkedAt: this.clock.now() };
      await tx.update(ReceiptBook, { projectId, id: bookId }, { status: "CHECKED", ...checked, checkNote: note });
      const summary = `核销票据本 ${rangeText(book)}${note ? `：${note}` : ""}`;
      await this.record(tx, actor, projectId, bookId, "write-off", summary, { note });
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    entityId: string,
    verb: string,
    summary: string,
    after: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      projectId,
      action: `receipt-book.${verb}`,
      entity: "receipt-book",
      entityId,
      summary,
      after,
    });
  }
}

type Range = Pick<ReceiptBook, "prefix" | "width" | "firstNo" | "lastNo">;

const rangeText = (range: Range) => `${numberText(range, range.firstNo)} 至 ${numberText(range, range.lastNo)}`;

/** The longest book: a range typed wrongly would otherwise reserve millions of numbers. */
const MOST_NUMBERS = 100_000;

function refuseBadRange({ prefix, width, firstNo, lastNo }: CreateReceiptBookDto): void {
  const fields: Record<string, string[]> = {};
  if (lastNo < firstNo) fields.lastNo = ["截止号码不能小于起始号码"];
  else if (String(lastNo).length > width) fields.lastNo = [`截止号码超过 ${width} 位`];
  else if (lastNo - firstNo + 1 > MOST_NUMBERS) fields.lastNo = [`一本最多 ${MOST_NUMBERS} 张`];
  if (seriesPrefixes.includes(prefix)) fields.prefix = [`前缀 ${prefix} 由系统自动编号使用，请换一个`];
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
}

async function refuseOverlap(tx: EntityManager, projectId: string, dto: CreateReceiptBookDto): Promise<void> {
  const [other] = await tx.query<Range[]>(
    `SELECT prefix, width, first_no AS "firstNo", last_no AS "lastNo" FROM receipt_book
      WHERE project_id = $1 AND kind = $2 AND prefix = $3 AND width = $4 AND first_no <= $6 AND last_no >= $5 LIMIT 1`,
    [projectId, dto.kind, dto.prefix, dto.width, dto.firstNo, dto.lastNo],
  );
  if (other) throw bookOverlaps(rangeText(other));
}

async function nameOf(tx: EntityManager, projectId: string, userId: string): Promise<string> {
  const user = (await cashiersOf(tx, projectId)).find(({ id }) => id === userId);
  if (!user) throw new InvalidInput({ issuedToId: ["领用人没有本管理区的收款权限"] });
  return user.name;
}

async function lockBook(tx: EntityManager, projectId: string, id: string): Promise<ReceiptBook> {
  const book = await tx.findOne(ReceiptBook, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!book) throw notFound("票据本");
  return book;
}
