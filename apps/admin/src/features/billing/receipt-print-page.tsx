import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { QueryView } from "../../components/query-view";
import { useProjectId } from "../../lib/session";
import { countReceiptPrint, receiptQueries } from "./collection.queries";
import { PrintPage } from "../../components/print-page";
import { ReceiptSheet } from "./prints/receipt-sheet";

/** 收据打印页: the sheet alone, printed by the browser. Printing counts; the sheet stays as it was printed. */
export function ReceiptPrintPage() {
  const projectId = useProjectId();
  const { receiptId = "" } = useParams();
  const query = useQuery({ ...receiptQueries.print(projectId, receiptId), staleTime: Infinity });
  const count = useMutation(countReceiptPrint(projectId, receiptId));
  return (
    <QueryView query={query}>
      {(receipt) => (
        <PrintPage title={`收据 ${receipt.receiptNo}`} onPrint={count.mutateAsync}>
          <ReceiptSheet receipt={receipt} />
        </PrintPage>
      )}
    </QueryView>
  );
}
