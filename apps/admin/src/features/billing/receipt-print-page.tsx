import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { type ReceiptLayout, receiptLayoutLabels } from "@linli/contracts/enums";
import { Select } from "antd";
import { useParams, useSearchParams } from "react-router";
import { QueryView } from "../../components/query-view";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { countReceiptPrint, receiptQueries } from "./collection.queries";
import { PrintPage } from "../../components/print-page";
import { ReceiptPaper } from "./prints/receipt-paper";

/**
 * 收据打印页: the sheet alone, printed by the browser. Printing counts; the sheet stays as it was printed. Another layout
 * than that of the receipt's book is chosen above it.
 */
export function ReceiptPrintPage() {
  const projectId = useProjectId();
  const { receiptId = "" } = useParams();
  const [params, setParams] = useSearchParams();
  const wished = params.get("layout");
  const chosen = isLayout(wished) ? wished : undefined;
  const query = useQuery({
    ...receiptQueries.print(projectId, receiptId, chosen),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  const count = useMutation(countReceiptPrint(projectId, receiptId));
  return (
    <QueryView query={query}>
      {(receipt) => (
        <PrintPage
          title={`收据 ${receipt.receiptNo}`}
          onPrint={count.mutateAsync}
          tools={
            <Select
              aria-label="打印版式"
              style={{ width: 220 }}
              value={receipt.layout}
              onChange={(layout) => setParams({ layout }, { replace: true })}
              options={optionsOf(receiptLayoutLabels)}
            />
          }
        >
          <ReceiptPaper receipt={receipt} />
        </PrintPage>
      )}
    </QueryView>
  );
}

const isLayout = (value: string | null): value is ReceiptLayout => value !== null && value in receiptLayoutLabels;
