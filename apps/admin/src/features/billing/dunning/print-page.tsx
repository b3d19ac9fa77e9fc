import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useSearchParams } from "react-router";
import { PrintPage } from "../../../components/print-page";
import { QueryView } from "../../../components/query-view";
import { useProjectId } from "../../../lib/session";
import { dunningQueries } from "./dunning.queries";
import { DunningSheet } from "./dunning-sheet";

/** Sheets on one print page; more than that come as one PDF. */
const MOST_SHEETS = 100;

/** 催款单打印页: the sheets of a batch, or one, printed by the browser. */
export function DunningPrintPage() {
  const [params] = useSearchParams();
  const batchId = params.get("batchId") ?? undefined;
  const stepId = params.get("stepId") ?? undefined;
  const query = useQuery(dunningQueries.notices(useProjectId(), { batchId, stepId, pageSize: MOST_SHEETS }));
  return (
    <QueryView query={query}>
      {({ items, nextCursor }) => (
        <PrintPage title="催款单">
          {items.length === 0 && <Alert type="info" title="没有要打印的催款单" showIcon />}
          {nextCursor && (
            <Alert type="warning" showIcon title={`这里只有前 ${MOST_SHEETS} 份，更多请在催缴批次页面打印成一个 PDF`} />
          )}
          {items.map((notice) => (
            <DunningSheet key={notice.stepNo} notice={notice} />
          ))}
        </PrintPage>
      )}
    </QueryView>
  );
}
