import { useQuery } from "@tanstack/react-query";
import { transferSideLabels, type TransferSide } from "@linli/contracts/enums";
import { useParams } from "react-router";
import { PrintPage } from "../../components/print-page";
import { QueryView } from "../../components/query-view";
import { useProjectId } from "../../lib/session";
import { TransferSheet } from "./transfer-sheet";
import { transferQueries } from "./transfers.queries";

/** 过户结算单打印页: the sheet of one side. */
export function TransferPrintPage() {
  const { transferId = "", side = "OLD" } = useParams();
  const query = useQuery(transferQueries.sheet(useProjectId(), transferId, side as TransferSide));
  return (
    <QueryView query={query}>
      {(sheet) => (
        <PrintPage title={`过户结算单 ${sheet.number} ${transferSideLabels[sheet.side]}`}>
          <TransferSheet sheet={sheet} />
        </PrintPage>
      )}
    </QueryView>
  );
}
