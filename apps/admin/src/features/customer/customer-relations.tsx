import type { CustomerDetailDto } from "@linli/contracts";
import { RelationsTable } from "./relations-table";

/** What a customer is and was to rooms. */
export function CustomerRelations({ customer: { relations } }: { customer: CustomerDetailDto }) {
  return <RelationsTable side="customer" relations={relations} />;
}
