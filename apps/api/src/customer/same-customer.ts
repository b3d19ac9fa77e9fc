import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource, type EntityManager, QueryFailedError } from "typeorm";
import { sameCustomerExists } from "./customer.errors.js";

type Database = Pick<EntityManager, "query">;

/** Keeps one person from being entered twice: a document number belongs to one customer of a project. */
@Injectable()
export class SameCustomer {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Refuses a document that another customer of the project has. @throws CUSTOMER_EXISTS */
  async refuse(db: Database, projectId: string, idHash: string | null, exceptId: string | null = null): Promise<void> {
    if (!idHash) return;
    const [other] = await db.query<{ id: string; number: string; name: string }[]>(
      "SELECT id, number, name FROM customer WHERE project_id = $1 AND id_number_hash = $2 AND id IS DISTINCT FROM $3",
      [projectId, idHash, exceptId],
    );
    if (other) throw sameCustomerExists(other.number, other.name, other.id);
  }

  /**
   * A transaction that writes a customer. When somebody else enters the same document at the same moment, the unique
   * index lets one through; the other is told who it is, exactly as if he had come later.
   */
  async guard<T>(projectId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      if (isSameDocument(error)) await this.refuse(this.db, projectId, hashIn(error));
      throw error;
    }
  }
}

interface UniqueViolation {
  code?: string;
  constraint?: string;
  detail?: string;
}

const driverError = (error: unknown) =>
  error instanceof QueryFailedError ? (error.driverError as UniqueViolation) : {};

const isSameDocument = (error: unknown) => {
  const { code, constraint } = driverError(error);
  return code === "23505" && (constraint ?? "").startsWith("uq_customer_id_number");
};

/** The hash the index refused: `Key (project_id, id_number_hash)=(…, hash) already exists.` */
const hashIn = (error: unknown) => /, ([\w-]+)\) already exists/.exec(driverError(error).detail ?? "")?.[1] ?? null;
