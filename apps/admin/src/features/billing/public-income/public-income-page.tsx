import { useQuery } from "@tanstack/react-query";
import type { PublicEntryDto, PublicEntryQueryDto } from "@linli/contracts";
import { publicEntryFileLabels, publicEntryKindLabels } from "@linli/contracts/enums";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Attachments } from "../../../components/attachments";
import { Can } from "../../../components/can";
import {
  type Column,
  dateColumn,
  moneyColumn,
  momentColumn,
  statusColumn,
  textColumn,
} from "../../../components/columns";
import { DescriptionList } from "../../../components/description-list";
import { ListPage } from "../../../components/list-page";
import { Money } from "../../../components/money";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { formatMoment } from "../../../lib/dates";
import type { ListFilter } from "../../../lib/list-filter";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useListTable } from "../../../lib/use-list-table";
import { FeeItemSelect } from "../fee-item-select";
import { ReversalState, stands } from "../reversal";
import { RecordEntry, ReversePublicEntry } from "./entry-forms";
import { publicIncomeQueries } from "./public-income.queries";

const tones = { OPENING: "neutral", COST: "warning", USE: "good" } as const;

const filters = [
  { name: "q", label: "关键字", placeholder: "收款方、用途或凭证号", width: 210 },
  { name: "kind", label: "类别", labels: publicEntryKindLabels, width: 130 },
  {
    name: "feeItemId",
    label: "收益来源",
    input: <FeeItemSelect only={({ incomeClass }) => incomeClass === "PUBLIC"} placeholder="全部来源" />,
  },
  { name: "from", to: "to", label: "日期", range: "dates" },
] satisfies ListFilter<keyof PublicEntryQueryDto & string>[];

const columns: Column<PublicEntryDto>[] = [
  dateColumn("bookedOn", "日期"),
  statusColumn("kind", "类别", publicEntryKindLabels, tones),
  textColumn("feeItemName", "收益来源"),
  moneyColumn("amountFen", "金额（元）"),
  textColumn("party", "收款方或来源"),
  textColumn("purpose", "用途说明"),
  textColumn("referenceNo", "凭证号"),
  { key: "state", title: "状态", render: (_value, entry) => <ReversalState {...entry} /> },
  textColumn("recordedByName", "登记人"),
  momentColumn("createdAt", "登记时间", { hidden: true }),
];

/** 公共收益: what the owners' income from common parts holds, what it cost and what it was used for (LAW-21). */
export function PublicIncomePage() {
  const projectId = useProjectId();
  const table = useListTable({ list: publicIncomeQueries.entries(projectId), filters, paging: "cursor" });
  const [shown, setShown] = useState<PublicEntryDto>();
  const publicTable = usePageLink()("billing/reports/PUBLIC_INCOME");
  return (
    <>
      <ListPage
        name="public-income"
        title="公共收益"
        help="public-income"
        above={<Sources />}
        table={table}
        columns={columns}
        onRowClick={setShown}
        opener="bookedOn"
        actions={
          <>
            {publicTable && (
              <Link to={publicTable}>
                <Button tabIndex={-1}>收支表</Button>
              </Link>
            )}
            <Can do="billing:public-income">
              <RecordEntry />
            </Can>
          </>
        }
        empty="还没有登记。收入来自收费项目的收款，这里登记期初结余、合理成本和使用。"
      />
      <Drawer
        title="公共收益登记"
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
        size={480}
        styles={{ wrapper: { maxWidth: "100vw" } }}
        destroyOnHidden
      >
        {shown && <Entry entry={shown} onReversed={() => setShown(undefined)} />}
      </Drawer>
    </>
  );
}

/** What each source holds today, and how that comes about. */
function Sources() {
  const query = useQuery(publicIncomeQueries.sources(useProjectId()));
  return (
    <QueryView query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p>还没有公共收益的收费项目。在“收费项目”里把广告位、场地等项目的收入类别设为“公共收益”。</p>
        ) : (
          <div className="card-grid" style={{ marginBottom: 16 }}>
            {items.map(({ feeItemId, feeItemName, openingFen, incomeFen, costFen, usedFen, balanceFen }) => (
              <StatCard
                key={feeItemId}
                title={`${feeItemName} 结余`}
                value={<Money fen={balanceFen} />}
                tone={balanceFen < 0 ? "warning" : "plain"}
                hint={`期初 ${formatFen(openingFen)} + 收入 ${formatFen(incomeFen)} − 成本 ${formatFen(costFen)} − 使用 ${formatFen(usedFen)}`}
              />
            ))}
          </div>
        )
      }
    </QueryView>
  );
}

function Entry({ entry, onReversed }: { entry: PublicEntryDto; onReversed: () => void }) {
  const mayWrite = useCan("billing:public-income");
  return (
    <>
      <DescriptionList
        columns={1}
        items={[
          ["类别", publicEntryKindLabels[entry.kind]],
          ["状态", <ReversalState key="state" {...entry} />],
          ["收益来源", entry.feeItemName],
          ["金额", <Money key="amount" fen={entry.amountFen} strong unit />],
          ["日期", entry.bookedOn],
          ["收款方或来源", entry.party],
          [entry.reversalOf === null ? "用途说明" : "红冲原因", entry.purpose],
          ["凭证号", entry.referenceNo],
          ["登记人", `${entry.recordedByName}，${formatMoment(entry.createdAt)}`],
        ]}
      />
      <h3>凭证与决定</h3>
      <Attachments
        ownerType="public-income"
        ownerId={entry.id}
        kinds={publicEntryFileLabels}
        canWrite={mayWrite && stands(entry)}
      />
      {stands(entry) && (
        <Can do="billing:public-income">
          <ReversePublicEntry entry={entry} onReversed={onReversed} />
        </Can>
      )}
    </>
  );
}
