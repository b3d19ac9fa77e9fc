import { useQuery } from "@tanstack/react-query";
import type { ArrearsFilterDto, ArrearsQueryDto, ArrearTotalsDto } from "@linli/contracts";
import { arrearsSortLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import { actionsColumn, countColumn, dateColumn, moneyColumn, textColumn, type Column } from "../../components/columns";
import { ListPage } from "../../components/list-page";
import { Money } from "../../components/money";
import { StatCard } from "../../components/stat-card";
import { yesNoLabels } from "../../lib/labels";
import type { ListFilter } from "../../lib/list-filter";
import { type LinkToPage, usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { BuildingSelect } from "../property/building-select";
import { type ArrearRow, arrearsQueries } from "./collection.queries";

const lateChoices = { "1": "全部逾期", "30": "30 天以上", "90": "90 天以上", "180": "180 天以上", "365": "1 年以上" };

const filters = [
  { name: "q", label: "关键字", placeholder: "房号、姓名或客户编号", width: 210 },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect /> },
  { name: "minDaysLate", label: "逾期", labels: lateChoices },
  { name: "sort", label: "排序", labels: arrearsSortLabels, placeholder: arrearsSortLabels.AMOUNT },
  { name: "notYetDue", label: "含未到期", labels: yesNoLabels },
  { name: "minMonths", label: "欠费月数不少于" },
] satisfies ListFilter<keyof ArrearsQueryDto & string>[];

const columnsOf = (linkTo: LinkToPage): Column<ArrearRow>[] => [
  textColumn("roomCode", "房号", { to: ({ roomId }) => linkTo(`property/rooms/${roomId}?tab=charges`) }),
  textColumn("payerName", "收费对象", { to: ({ payerId }) => linkTo(`customer/customers/${payerId}`) }),
  textColumn("mobileMasked", "电话"),
  moneyColumn("openFen", "欠费（元）", {
    to: ({ roomId, payerId }) => linkTo(`billing/charges?roomId=${roomId}&payerId=${payerId}&overdue=true`),
  }),
  {
    ...moneyColumn<ArrearRow>("excludedFen", "其中分期或争议（元）"),
    render: (_value, { excludedFen }) => (excludedFen > 0 ? <Money fen={excludedFen} /> : "—"),
  },
  {
    key: "months",
    title: "欠费月份",
    render: (_value, { months }) => (months.length === 1 ? months[0] : `${months[0]} 起 ${months.length} 个月`),
  },
  dateColumn("oldestDueOn", "最早应缴日"),
  countColumn("daysLate", "逾期天数"),
  {
    key: "jointlyLiable",
    title: "连带责任业主",
    render: (_value, { jointlyLiable }) => jointlyLiable.map(({ name }) => name).join("、") || "—",
  },
  countColumn("charges", "笔数", { hidden: true }),
  ...(linkTo("billing/desk")
    ? [
        actionsColumn<ArrearRow>(
          ({ roomId }) => <Link to={linkTo(`billing/desk?roomId=${roomId}`) ?? ""}>收款</Link>,
          80,
        ),
      ]
    : []),
];

/** 欠费: who owes what for which room, how long, and how old it is in all. */
export function ArrearsPage() {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const table = useListTable({ list: arrearsQueries.list(projectId), filters, paging: "cursor" });
  const { sort: _sort, ...scope } = table.values as ArrearsFilterDto & { sort?: string };
  const { data: totals } = useQuery(arrearsQueries.totals(projectId, scope));
  const notices = linkTo("billing/notices?withArrears=true");
  const dunning = linkTo("billing/dunning");
  return (
    <ListPage
      name="arrears"
      title="欠费"
      help="arrears"
      table={table}
      columns={columnsOf(linkTo)}
      above={totals && <Ageing totals={totals} />}
      actions={
        <>
          {notices && (
            <Link to={notices}>
              <Button tabIndex={-1}>打印通知单</Button>
            </Link>
          )}
          {dunning && (
            <Link to={dunning}>
              <Button tabIndex={-1}>催缴</Button>
            </Link>
          )}
        </>
      }
      empty="没有欠费。"
    />
  );
}

function Ageing({ totals }: { totals: ArrearTotalsDto }) {
  return (
    <div className="card-grid" style={{ marginBottom: 12 }}>
      <StatCard
        title="欠费合计"
        value={<Money fen={totals.openFen} />}
        hint={`${totals.rooms} 户，${totals.charges} 笔`}
        tone={totals.openFen > 0 ? "bad" : "plain"}
      />
      {totals.ageing
        .filter(({ charges }) => charges > 0)
        .map(({ label, openFen, charges }) => (
          <StatCard
            key={label}
            title={label === "未到期" ? label : `逾期 ${label}`}
            value={<Money fen={openFen} />}
            hint={`${charges} 笔，占 ${((openFen / Math.max(1, totals.openFen)) * 100).toFixed(1)}%`}
          />
        ))}
    </div>
  );
}
