import { useQuery } from "@tanstack/react-query";
import type { NoticeQueryDto, NoticeScopeDto } from "@linli/contracts";
import { noticeGroupingLabels } from "@linli/contracts/enums";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { Can } from "../../components/can";
import { actionsColumn, moneyColumn, textColumn, type Column } from "../../components/columns";
import { PeriodPicker } from "../../components/date-input";
import { ListPage } from "../../components/list-page";
import { Money } from "../../components/money";
import { PrintButton } from "../../components/print-button";
import { QueryView } from "../../components/query-view";
import { formatMoment } from "../../lib/dates";
import { yesNoLabels } from "../../lib/labels";
import type { ListFilter } from "../../lib/list-filter";
import { type LinkToPage, usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { BuildingSelect } from "../property/building-select";
import { RoomSelect } from "../property/room-select";
import { noticeQueries, type NoticeRow } from "./collection.queries";
import { noticeScopeOf } from "./notice-scope";
import { NoticeCodeSettings } from "./notices/notice-code-settings";
import { NoticeSheet } from "./prints/notice-sheet";
import "./desk.css";

const filters = [
  { name: "period", label: "月份", input: <PeriodPicker allowClear={false} style={{ width: 130 }} /> },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect /> },
  { name: "withArrears", label: "仅有往期欠费", labels: yesNoLabels, width: 110 },
  { name: "groupBy", label: "汇总方式", labels: noticeGroupingLabels },
  { name: "roomId", label: "房间", input: <RoomSelect allowClear style={{ width: 180 }} /> },
  { name: "includePaid", label: "含已缴清", labels: yesNoLabels, width: 110 },
  { name: "unprinted", label: "仅未打印", labels: yesNoLabels, width: 110 },
] satisfies ListFilter<keyof NoticeQueryDto & string>[];

/** 收费通知单: choose month and scope, look at one, print all as one PDF. */
export function NoticesPage() {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const [params] = useSearchParams();
  const [shown, setShown] = useState<NoticeRow>();
  const scope = noticeScopeOf(params);
  const table = useListTable({
    list: (query: NoticeQueryDto) => noticeQueries.list(projectId)({ ...query, period: scope.period }),
    filters,
    paging: "cursor",
  });
  const { data: totals } = useQuery(noticeQueries.totals(projectId, scope));
  return (
    <>
      <ListPage
        name="notices"
        title={`收费通知单 ${scope.period}`}
        help="notices"
        table={{ ...table, values: { period: scope.period, ...table.values } }}
        columns={columnsOf(linkTo, setShown)}
        onRowClick={setShown}
        summary={() =>
          totals && (
            <>
              共 {totals.notices} 张，往期欠费 <Money fen={totals.arrearsFen} />
              ，本期 <Money fen={totals.currentFen} />
              {totals.lateFeeFen > 0 && (
                <>
                  ，未入账违约金 <Money fen={totals.lateFeeFen} />
                </>
              )}
              ，应付合计 <Money fen={totals.payableFen} strong /> 元
            </>
          )
        }
        actions={
          <>
            <NoticeCodeSettings />
            <Can do="billing:print">
              <Button href={`/p/${projectId}/billing/notices/print?${params.toString()}`} target="_blank">
                预览打印
              </Button>
              <PrintButton
                path={`/projects/${projectId}/notices/print`}
                body={scope}
                type="primary"
                title={totals && totals.lateFeeFen > 0 ? "打印时把计至今日的违约金入账，再次打印不会重复" : undefined}
                disabled={!totals || totals.notices === 0}
              >
                {totals && totals.notices > 0 ? `打印 ${totals.notices} 张` : "打印"}
              </PrintButton>
            </Can>
          </>
        }
        empty="这个月份和范围没有要通知的费用。发布应收以后再打印通知单。"
      />
      <Drawer
        title={shown && `收费通知单 ${shown.noticeNo}`}
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
        size={880}
        styles={{ wrapper: { maxWidth: "100vw" } }}
        destroyOnHidden
        extra={
          shown && (
            <Can do="billing:print">
              <PrintButton path={`/projects/${projectId}/notices/print`} body={scopeOfRow(scope, shown)} type="primary">
                打印这一张
              </PrintButton>
            </Can>
          )
        }
      >
        {shown && <Preview key={shown.id} scope={scopeOfRow(scope, shown)} />}
      </Drawer>
    </>
  );
}

/**
 * The scope of one row: its payer, and its room unless it covers all of them. What names its room stays that room's
 * notice once it is printed.
 */
const scopeOfRow = ({ unprinted, ...scope }: NoticeScopeDto, row: NoticeRow): NoticeScopeDto => ({
  ...scope,
  ...(row.roomId === null && unprinted ? { unprinted } : {}),
  payerId: row.payerId,
  roomId: row.roomId ?? scope.roomId,
});

function Preview({ scope }: { scope: NoticeScopeDto }) {
  const projectId = useProjectId();
  const query = useQuery(noticeQueries.print(projectId, { ...scope, pageSize: 1 }));
  return (
    <QueryView query={query}>
      {({ items }) => (
        <div className="receipt-preview">
          {items.map((notice) => (
            <NoticeSheet key={notice.noticeNo} notice={notice} />
          ))}
        </div>
      )}
    </QueryView>
  );
}

const columnsOf = (linkTo: LinkToPage, show: (row: NoticeRow) => void): Column<NoticeRow>[] => [
  { key: "roomCodes", title: "房号", render: (_value, { roomCodes }) => roomCodes.join("、") },
  textColumn("payerName", "收费对象", { to: ({ payerId }) => linkTo(`customer/customers/${payerId}`) }),
  textColumn("mobileMasked", "电话"),
  moneyColumn("arrearsFen", "往期欠费"),
  moneyColumn("currentFen", "本期欠缴"),
  moneyColumn("lateFeeFen", "未入账违约金"),
  moneyColumn("payableFen", "应付合计"),
  {
    key: "printedAt",
    title: "上次打印",
    render: (_value, { prints, printedAt }) =>
      printedAt ? `${formatMoment(printedAt)}${prints > 1 ? `，${prints} 次` : ""}` : "—",
  },
  textColumn("noticeNo", "通知单号", { hidden: true }),
  actionsColumn(
    (row) => (
      <Button type="link" size="small" onClick={() => show(row)}>
        查看
      </Button>
    ),
    80,
  ),
];
