import { useQuery } from "@tanstack/react-query";
import type { FundAccountDto, FundAccountQueryDto, FundEntryDto } from "@linli/contracts";
import { fundEntryKindLabels } from "@linli/contracts/enums";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import {
  areaColumn,
  type Column,
  dateColumn,
  moneyColumn,
  statusColumn,
  textColumn,
} from "../../../components/columns";
import { DescriptionList } from "../../../components/description-list";
import { DownloadButton } from "../../../components/download-button";
import { ListPage } from "../../../components/list-page";
import { ListTable } from "../../../components/list-table";
import { Money } from "../../../components/money";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import type { ListFilter } from "../../../lib/list-filter";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { BuildingSelect } from "../../property/building-select";
import { fundQueries, fundWorkbookPath } from "./maintenance-fund.queries";
import { RecordStatement } from "./record-statement";
import { RecordUse } from "./record-use";

const filters = [
  { name: "q", label: "关键字", placeholder: "房号或业主", width: 180 },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect /> },
  { name: "low", label: "余额", labels: { true: "低于首期 30%", false: "不低于首期 30%" }, width: 170 },
] satisfies ListFilter<keyof FundAccountQueryDto & string>[];

const columns: Column<FundAccountDto>[] = [
  textColumn("roomCode", "房号"),
  textColumn("buildingName", "楼栋"),
  textColumn("ownerNames", "业主"),
  areaColumn("buildingArea", "建筑面积"),
  moneyColumn("firstDepositFen", "首期交存"),
  moneyColumn("topUpFen", "续交"),
  moneyColumn("interestFen", "利息收益"),
  moneyColumn("movedFen", "转入转出", { hidden: true }),
  moneyColumn("usedFen", "已使用"),
  moneyColumn("balanceFen", "余额（元）"),
  { key: "percent", title: "占首期", render: (_value, account) => <Percent {...account} /> },
];

function Percent({ percent, low }: FundAccountDto) {
  if (percent === null) return "—";
  return low ? <span className="tone tone-warning">{percent}%，应续交</span> : `${percent}%`;
}

/** 维修资金: what each household has in the maintenance fund (BIL-130). */
export function FundAccountsPage() {
  const projectId = useProjectId();
  const table = useListTable({ list: fundQueries.accounts(projectId), filters, paging: "cursor" });
  const [shown, setShown] = useState<FundAccountDto>();
  const linkTo = usePageLink();
  const [documents, report] = [
    linkTo("billing/maintenance-fund/documents"),
    linkTo("billing/reports/MAINTENANCE_FUND"),
  ];
  return (
    <>
      <ListPage
        name="fund-accounts"
        title="维修资金"
        help="maintenance-fund"
        description="专项维修资金归业主所有，由主管部门或业主的专户保管；这里按对账单登记分户账，不收款。"
        above={<Summary />}
        table={table}
        columns={columns}
        onRowClick={setShown}
        opener="roomCode"
        actions={
          <>
            {report && (
              <Link to={report}>
                <Button tabIndex={-1}>公示表</Button>
              </Link>
            )}
            {documents && (
              <Link to={documents}>
                <Button tabIndex={-1}>登记记录</Button>
              </Link>
            )}
            <DownloadButton path={fundWorkbookPath(projectId)}>导出 Excel</DownloadButton>
            <Can do="billing:maintenance-fund">
              <RecordStatement />
              <RecordUse />
            </Can>
          </>
        }
        empty="还没有分户账。导出 Excel，填上专户对账单的金额，再用“登记对账单”上传。"
      />
      <Drawer
        title={shown && `${shown.roomCode} 的维修资金`}
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
        size={640}
        styles={{ wrapper: { maxWidth: "100vw" } }}
        destroyOnHidden
      >
        {shown && <Account account={shown} />}
      </Drawer>
    </>
  );
}

function Summary() {
  const query = useQuery(fundQueries.summary(useProjectId()));
  return (
    <QueryView query={query}>
      {(sums) => (
        <div className="card-grid" style={{ marginBottom: 16 }}>
          <StatCard
            title="余额合计（元）"
            value={<Money fen={sums.balanceFen} />}
            hint={`交存 ${formatFen(sums.firstDepositFen + sums.topUpFen)} + 利息 ${formatFen(sums.interestFen)} + 转入转出 ${formatFen(sums.movedFen)} − 使用 ${formatFen(sums.usedFen)}`}
          />
          <StatCard
            title="分户账"
            value={`${sums.accountCount} 户`}
            tone={sums.missingCount > 0 ? "warning" : "plain"}
            hint={sums.missingCount > 0 ? `另有 ${sums.missingCount} 间在用房间没有分户账` : "在用房间都有分户账"}
          />
          <StatCard
            title="低于首期 30%"
            value={`${sums.lowCount} 户`}
            tone={sums.lowCount > 0 ? "warning" : "plain"}
            hint="应当通知业主续交"
          />
          <StatCard title="最近对账" value={sums.statedOn ?? "—"} hint="最近一次有效对账单的日期" />
        </div>
      )}
    </QueryView>
  );
}

const entryColumns: Column<FundEntryDto>[] = [
  dateColumn("bookedOn", "日期"),
  statusColumn("kind", "类别", fundEntryKindLabels),
  moneyColumn("amountFen", "增减（元）"),
  textColumn("documentTitle", "来源"),
  moneyColumn("selfPaidFen", "业主自付", { hidden: true }),
];

function Account({ account }: { account: FundAccountDto }) {
  const linkTo = usePageLink();
  const table = useListTable({
    list: fundQueries.entries(useProjectId(), account.roomId),
    filters: [],
    paging: "cursor",
  });
  const room = linkTo(`property/rooms/${account.roomId}`);
  return (
    <>
      <DescriptionList
        columns={2}
        items={[
          [
            "房号",
            room ? (
              <Link key="room" to={room}>
                {account.roomCode}
              </Link>
            ) : (
              account.roomCode
            ),
          ],
          ["业主", account.ownerNames || "—"],
          ["首期交存", <Money key="first" fen={account.firstDepositFen} />],
          ["续交", <Money key="topUp" fen={account.topUpFen} />],
          ["利息收益", <Money key="interest" fen={account.interestFen} />],
          ["转入转出", <Money key="moved" fen={account.movedFen} />],
          ["已使用", <Money key="used" fen={account.usedFen} />],
          ["余额", <Money key="balance" fen={account.balanceFen} strong unit />],
          ["占首期", <Percent key="percent" {...account} />],
        ]}
      />
      <h3>明细</h3>
      <ListTable name="fund-entries" table={table} columns={entryColumns} empty="没有明细" />
    </>
  );
}
