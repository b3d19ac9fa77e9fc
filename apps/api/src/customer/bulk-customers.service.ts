import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { type AuditEntry, AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { PersonalData } from "../common/crypto.js";
import { newId } from "../common/ids.js";
import { clientOf } from "../database/copy.js";
import { NumberSeriesService } from "../numbering/number-series.service.js";
import { auditColumns, type BulkColumns, type BulkCustomer, columnsOf, mergeColumns, sealed } from "./bulk-customer.js";
import { copyCustomers, copyPhones, updateCustomers } from "./bulk-customer-rows.js";
import { canonicalIdNumber } from "./customer-data.js";
import { documentOfAnother } from "./customer.errors.js";
import { mainContactsNamed } from "./details/main-contacts.js";
import { phonesFromColumns } from "./details/customer-phones.js";
import { missingInNew, refreshIncomplete } from "./incomplete.js";
import { type FoundBy, type KnownCustomer, KnownCustomers } from "./known-customers.js";
import { projectToday } from "../property/project-today.js";

/** What became of one row. */
export interface UpsertedCustomer {
  id: string;
  number: string;
  outcome: "CREATED" | "CHANGED" | "UNCHANGED";
}

/** Whom one row means, if anybody is there already. */
export interface FoundCustomer {
  id: string;
  number: string;
  name: string;
  by: FoundBy;
  /** Another customer who holds the document the row names. */
  documentOf: { name: string; number: string } | null;
  /** Whether the row would change what identifies him: name, document, main telephone (SCN-06). */
  keyData: boolean;
  /** Known by an entry that was merged into his: he stays as he is. */
  isMerged: boolean;
  /** Whether the row would change him. */
  changes: boolean;
  /** His data before and after, every number masked. */
  before: object;
  after: object;
}

type Written = KnownCustomer & { before: BulkColumns | null };

/** Writes customers by the thousand, for imports and demonstration data. Values must have been checked; statements are set-based. */
@Injectable()
export class BulkCustomersService {
  private readonly columns = new WeakMap<BulkCustomer, BulkColumns>();

  constructor(
    private readonly audit: AuditService,
    private readonly numbers: NumberSeriesService,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** For a dry run: whom each row means, in the order of the rows. Rows of the same batch do not count. */
  async find(
    db: Pick<EntityManager, "query">,
    projectId: string,
    rows: readonly Readonly<BulkCustomer>[],
  ): Promise<(FoundCustomer | null)[]> {
    const columns = rows.map((row) => this.columnsOf(row));
    const known = await KnownCustomers.load(db, projectId, columns, numbersOf(rows));
    return rows.map((row, index) => {
      const found = known.find(columns[index]!, row.number);
      if (!found) return null;
      const { id, number, columns: stored } = found.customer;
      const merged = mergeColumns(stored, columns[index]!, row);
      const holder = known.holderOf(columns[index]!);
      return {
        id,
        number,
        name: stored.name,
        by: found.by,
        documentOf: holder && holder.id !== id ? { name: holder.columns.name, number: holder.number } : null,
        keyData: changesKeyData(stored, merged),
        isMerged: found.customer.merged === true,
        changes: !found.customer.merged && differs(stored, merged),
        before: auditColumns(stored),
        after: auditColumns(merged),
      };
    });
  }

  /**
   * Creates or completes customers; answers in the order of the rows. Somebody is found again by his document, else by
   * name and telephone; rows that mean the same person become one. Empty values of a row leave what is stored.
   *
   * @throws DOCUMENT_OF_ANOTHER when a document belongs to somebody of another name
   */
  async upsertCustomers(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    rows: readonly BulkCustomer[],
  ): Promise<UpsertedCustomer[]> {
    const columns = rows.map((row) => this.columnsOf(row));
    const known = await KnownCustomers.load(tx, projectId, columns, numbersOf(rows));
    const written = new Map<string, Written>();
    const ids = rows.map((row, index) => place(known, written, columns[index]!, row));
    const documents = documentsOf(rows, columns);
    const all = [...written.values()];
    const fresh = all.filter(({ before }) => before === null);
    const changed = all.filter(({ before }) => before !== null);
    const now = this.clock.now();
    const today = await projectToday(tx, this.clock, projectId);
    await this.insert(tx, projectId, fresh, documents, today);
    await this.update(tx, projectId, changed, documents);
    await phonesFromColumns(
      tx,
      projectId,
      changed.map(({ id }) => id),
      now,
    );
    await mainContactsNamed(
      tx,
      projectId,
      all.flatMap(({ id, columns: { contactName } }) => (contactName ? { customerId: id, name: contactName } : [])),
      now,
    );
    if (changed.length > 0)
      await refreshIncomplete(
        tx,
        projectId,
        changed.map(({ id }) => id),
        today,
      );
    await this.audit.recordMany(tx, actor, entriesOf(projectId, all));
    return ids.map(({ id, number }) => {
      const write = written.get(id);
      return {
        id,
        number: write?.number ?? number,
        outcome: write ? (write.before ? "CHANGED" : "CREATED") : "UNCHANGED",
      };
    });
  }

  /** The columns of a row; one that was looked for is written as it was found. */
  private columnsOf(row: BulkCustomer): BulkColumns {
    const known = this.columns.get(row) ?? columnsOf(this.personal, row);
    this.columns.set(row, known);
    return known;
  }

  private *sealedOnes(customers: Written[], documents: ReadonlyMap<string, string>): Generator<KnownCustomer> {
    for (const customer of customers) yield this.sealed(customer, documents);
  }

  private sealed(customer: Written, documents: ReadonlyMap<string, string>): KnownCustomer {
    return { ...customer, columns: sealed(this.personal, customer.columns, documents) };
  }

  private async insert(
    tx: EntityManager,
    projectId: string,
    customers: Written[],
    documents: ReadonlyMap<string, string>,
    today: string,
  ): Promise<void> {
    if (customers.length === 0) return;
    const numbers = await this.numbers.drawMany(tx, projectId, "customer", customers.length);
    customers.forEach((customer, index) => (customer.number = numbers[index]!));
    const missing = await missingInNew(tx, projectId, today);
    // Encrypted while the database writes those before them.
    const sealedOnes = this.sealedOnes(customers, documents);
    const client = await clientOf(tx);
    const createdAt = this.clock.now().toISOString();
    await copyCustomers(client, projectId, createdAt, sealedOnes, missing);
    await copyPhones(client, projectId, createdAt, customers);
  }

  private async update(
    tx: EntityManager,
    projectId: string,
    customers: Written[],
    documents: ReadonlyMap<string, string>,
  ): Promise<void> {
    if (customers.length === 0) return;
    await updateCustomers(
      tx,
      projectId,
      customers.map((one) => this.sealed(one, documents)),
    );
  }
}

const numbersOf = (rows: readonly BulkCustomer[]): string[] => rows.flatMap(({ number }) => number ?? []);

/** Finds whom a row means, or makes him new, and notes what is to be written. */
function place(
  known: KnownCustomers,
  written: Map<string, Written>,
  columns: BulkColumns,
  row: BulkCustomer,
): { id: string; number: string } {
  const found = known.find(columns, row.number);
  if (!found) {
    const customer = { id: newId(), number: "", columns, before: null };
    known.add(customer);
    written.set(customer.id, customer);
    return customer;
  }
  const { customer, by } = found;
  const holder = known.holderOf(columns);
  if (by === "ID_NUMBER" && customer.columns.name !== columns.name)
    throw documentOfAnother(columns.name, customer.columns.name);
  if (holder && holder.id !== customer.id) throw documentOfAnother(columns.name, holder.columns.name);
  const merged = mergeColumns(customer.columns, columns, row);
  if (customer.merged || !differs(customer.columns, merged)) return customer;
  const earlier = written.get(customer.id);
  const before = earlier ? earlier.before : customer.columns;
  customer.columns = merged;
  known.add(customer);
  written.set(customer.id, Object.assign(customer, { before }));
  return customer;
}

const withoutCipher = ({ idNumberCipher: _cipher, ...columns }: BulkColumns) => columns;
const differs = (a: BulkColumns, b: BulkColumns) =>
  JSON.stringify(Object.entries(withoutCipher(a)).toSorted()) !==
  JSON.stringify(Object.entries(withoutCipher(b)).toSorted());

/** A document or telephone that was missing and is now known is not a change of who he is. */
const changesKeyData = (before: BulkColumns, after: BulkColumns): boolean =>
  before.name !== after.name ||
  (before.idNumberHash !== null && before.idNumberHash !== after.idNumberHash) ||
  (before.mobile !== null && before.mobile !== after.mobile);

/** The documents of the rows in plain text by their hash. */
function documentsOf(rows: readonly BulkCustomer[], columns: readonly BulkColumns[]): Map<string, string> {
  const numbers = new Map<string, string>();
  columns.forEach(({ idNumberHash }, index) => {
    const idNumber = rows[index]?.idNumber;
    if (idNumberHash && idNumber) numbers.set(idNumberHash, canonicalIdNumber(idNumber));
  });
  return numbers;
}

function* entriesOf(projectId: string, customers: readonly Written[]): Generator<AuditEntry> {
  for (const customer of customers) yield entryOf(projectId, customer);
}

function entryOf(projectId: string, { id, number, columns, before }: Written): AuditEntry {
  const action = before ? "customer.update" : "customer.create";
  const verb = before ? "修改" : "新建";
  return {
    projectId,
    action,
    entity: "customer",
    entityId: id,
    summary: `导入${verb}客户 ${columns.name}（${number}）`,
    before: before && auditColumns(before),
    after: auditColumns(columns),
  };
}
