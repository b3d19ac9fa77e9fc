import type { EntityManager } from "typeorm";
import { type BulkColumns, nameKey } from "./bulk-customer.js";

/** A customer who is in the database, or will be at the end of the write. */
export interface KnownCustomer {
  id: string;
  /** Empty until drawn. */
  number: string;
  columns: BulkColumns;
  /** Known by the data of an entry that was merged into his: found, and left as he is. */
  merged?: boolean;
}

/** By what somebody was found again. */
export type FoundBy = "NUMBER" | "ID_NUMBER" | "NAME_AND_PHONE";

/** Finds customers again by document, else by name and telephone; knows those of the database and those of the same batch. */
export class KnownCustomers {
  private readonly byNumber = new Map<string, KnownCustomer>();
  private readonly byHash = new Map<string, KnownCustomer>();
  private readonly byName = new Map<string, KnownCustomer[]>();

  /** Everybody of the project whom one of the rows could be, read at one go. */
  static async load(
    tx: Pick<EntityManager, "query">,
    projectId: string,
    rows: readonly BulkColumns[],
    numbers: readonly string[],
  ): Promise<KnownCustomers> {
    // the first import of a project need not ask for each of its people
    const some = await tx.query<object[]>("SELECT 1 FROM customer WHERE project_id = $1 LIMIT 1", [projectId]);
    if (some.length === 0) return new KnownCustomers();
    const hashes = rows.flatMap(({ idNumberHash }) => idNumberHash ?? []);
    const names = [...new Set(rows.map(({ name }) => name))];
    const stored = await tx.query<(BulkColumns & { id: string; number: string; merged_into_id: string | null })[]>(
      `SELECT COALESCE(merged_into_id, id) AS id, merged_into_id, number, name, kind, sex, id_type AS "idType", id_number_cipher AS "idNumberCipher", id_number_hash AS "idNumberHash",
              id_number_masked AS "idNumberMasked", birthday, registered_place AS "registeredPlace", mobile, home_phone AS "homePhone",
              other_phones AS "otherPhones", emergency_name AS "emergencyName", emergency_phone AS "emergencyPhone",
              address, remark,
              (SELECT k.name FROM customer_contact k WHERE k.project_id = c.project_id AND k.customer_id = c.id AND k.is_main) AS "contactName"
         FROM customer c WHERE project_id = $1 AND (id_number_hash = ANY($2) OR name = ANY($3) OR number = ANY($4)) ORDER BY id`,
      [projectId, hashes, names, numbers],
    );
    const known = new KnownCustomers();
    for (const { id, number, merged_into_id, ...columns } of stored)
      known.add({ id, number, columns, ...(merged_into_id && { merged: true }) });
    return known;
  }

  /** Puts somebody where later rows find him. */
  add(customer: KnownCustomer): void {
    const { columns } = customer;
    if (customer.number) this.byNumber.set(customer.number, customer);
    if (columns.idNumberHash) this.byHash.set(columns.idNumberHash, customer);
    const key = nameKey(columns);
    const namesakes = this.byName.get(key);
    if (!namesakes) this.byName.set(key, [customer]);
    else if (!namesakes.includes(customer)) namesakes.push(customer);
  }

  /** Whom a row means. Two different documents are two people, even of one name and telephone. */
  find(row: BulkColumns, number?: string | null): { customer: KnownCustomer; by: FoundBy } | undefined {
    const numbered = number ? this.byNumber.get(number) : undefined;
    if (numbered) return { customer: numbered, by: "NUMBER" };
    const holder = row.idNumberHash ? this.byHash.get(row.idNumberHash) : undefined;
    if (holder) return { customer: holder, by: "ID_NUMBER" };
    const namesake = this.byName.get(nameKey(row))?.find(({ columns }) => !row.idNumberHash || !columns.idNumberHash);
    return namesake && { customer: namesake, by: "NAME_AND_PHONE" };
  }

  /** Who holds the document of a row. */
  holderOf({ idNumberHash }: BulkColumns): KnownCustomer | undefined {
    return idNumberHash ? this.byHash.get(idNumberHash) : undefined;
  }
}
