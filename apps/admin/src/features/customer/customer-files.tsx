import type { CustomerDetailDto } from "@linli/contracts";
import { customerFileLabels } from "@linli/contracts/enums";
import { Attachments } from "../../components/attachments";
import { useCan } from "../../lib/use-can";

/** Copies of documents, contracts and other papers of a customer. */
export function CustomerFiles({ customer: { id } }: { customer: CustomerDetailDto }) {
  return (
    <Attachments ownerType="customer" ownerId={id} kinds={customerFileLabels} canWrite={useCan("customer:write")} />
  );
}
