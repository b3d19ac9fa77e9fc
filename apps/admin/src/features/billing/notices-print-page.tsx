import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useSearchParams } from "react-router";
import { QueryView } from "../../components/query-view";
import { useProjectId } from "../../lib/session";
import { noticeQueries } from "./collection.queries";
import { noticeScopeOf } from "./notice-scope";
import { NoticeSheet } from "./prints/notice-sheet";
import { PrintPage } from "../../components/print-page";

/** Sheets on one print page; more than that come as one PDF. */
const MOST_SHEETS = 100;

/** 收费通知单打印页: the sheets of a scope alone, printed by the browser. */
export function NoticesPrintPage() {
  const projectId = useProjectId();
  const [params] = useSearchParams();
  const scope = noticeScopeOf(params);
  const query = useQuery(noticeQueries.print(projectId, { ...scope, pageSize: MOST_SHEETS }));
  return (
    <QueryView query={query}>
      {({ items, nextCursor }) => (
        <PrintPage title={`收费通知单 ${scope.period}`}>
          {items.length === 0 && <Alert type="info" title="这个范围里没有要打印的通知单" showIcon />}
          {nextCursor && (
            <Alert type="warning" showIcon title={`这里只有前 ${MOST_SHEETS} 张，更多请在通知单页面打印成一个 PDF`} />
          )}
          {items.map((notice) => (
            <NoticeSheet key={notice.noticeNo} notice={notice} />
          ))}
        </PrintPage>
      )}
    </QueryView>
  );
}
