import { useQuery } from "@tanstack/react-query";
import type { DebitHouseholdDto, DebitPromotionDto, DebitPromotionRowDto } from "@linli/contracts";
import { Progress, Table } from "antd";
import { type Column, moneyColumn, textColumn } from "../../../components/columns";
import { ListTable } from "../../../components/list-table";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { debitQueries } from "./debit.queries";

const share = ({ rooms, debited }: { rooms: number; debited: number }) =>
  rooms === 0 ? 0 : Math.round((debited * 1000) / rooms) / 10;

/** 托收推广: the share of households on debit, and whom to ask (FEE-11). */
export function PromotionPage() {
  const query = useQuery(debitQueries.promotion(useProjectId()));
  return (
    <>
      <PageHeader
        title="托收推广"
        help="debit"
        description="有业主或收费对象的房间中，有一份有效划款协议的算已办理。"
      />
      <QueryView query={query}>{(promotion) => <Share promotion={promotion} />}</QueryView>
      <h2 className="section-title">还没有办理的住户</h2>
      <Households />
    </>
  );
}

function Share({ promotion }: { promotion: DebitPromotionDto }) {
  return (
    <>
      <div className="card-grid">
        <StatCard
          title="托收户数占比"
          value={`${share(promotion)}%`}
          hint={`${promotion.debited} / ${promotion.rooms} 户`}
        />
        <StatCard title="协议待签或暂停" value={promotion.waiting} hint="户" />
      </div>
      <Table<DebitPromotionRowDto>
        size="small"
        rowKey="buildingId"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={promotion.rows}
        locale={{ emptyText: "还没有业主入住的房间" }}
        columns={[
          { title: "楼栋", dataIndex: "buildingName" },
          { title: "户数", align: "right", dataIndex: "rooms" },
          { title: "已办理", align: "right", dataIndex: "debited" },
          { title: "待签或暂停", align: "right", dataIndex: "waiting" },
          {
            title: "占比",
            width: 200,
            render: (_v, row) => (
              <Progress percent={share(row)} size="small" aria-label={`${row.buildingName}托收占比`} />
            ),
          },
        ]}
      />
    </>
  );
}

function Households() {
  const linkTo = usePageLink();
  const table = useListTable({ list: debitQueries.households(useProjectId()), paging: "cursor", keep: "memory" });
  const columns: Column<DebitHouseholdDto>[] = [
    textColumn("roomCode", "房号", { to: ({ id }) => linkTo(`property/rooms/${id}`) }),
    { key: "payers", title: "业主或收费对象", render: (_v, { payerNames }) => payerNames.join("、") },
    moneyColumn("openFen", "欠费（元）"),
  ];
  return <ListTable name="debit-households" table={table} columns={columns} empty="所有住户都办理了托收。" />;
}
