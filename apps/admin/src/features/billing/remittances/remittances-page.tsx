import { useQuery } from "@tanstack/react-query";
import type { RemittanceDto, RemittanceQueryDto } from "@linli/contracts";
import { remittanceFileLabels, remittanceMethodLabels } from "@linli/contracts/enums";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Attachments } from "../../../components/attachments";
import { Can } from "../../../components/can";
import { type Column, dateColumn, moneyColumn, momentColumn, textColumn } from "../../../components/columns";
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
import { RecordRemittance, ReverseRemittance } from "./remittance-forms";
import { remittanceQueries } from "./remittances.queries";

const filters = [
  { name: "q", label: "关键字", placeholder: "收款单位、凭证号或备注", width: 210 },
  {
    name: "feeItemId",
    label: "收费项目",
    input: <FeeItemSelect only={({ collectedForOthers }) => collectedForOthers} placeholder="全部项目" />,
  },
  { name: "from", to: "to", label: "日期", range: "dates" },
] satisfies ListFilter<keyof RemittanceQueryDto & string>[];

const columns: Column<RemittanceDto>[] = [
  dateColumn("bookedOn", "解缴日期"),
  textColumn("feeItemName", "收费项目"),
  textColumn("supplierName", "收款单位"),
  moneyColumn("amountFen", "金额（元）"),
  { key: "method", title: "付款方式", render: (_value, { method }) => remittanceMethodLabels[method] },
  textColumn("slipNo", "凭证号"),
  textColumn("remark", "备注"),
  { key: "state", title: "状态", render: (_value, entry) => <ReversalState {...entry} /> },
  textColumn("recordedByName", "登记人"),
  momentColumn("createdAt", "登记时间", { hidden: true }),
];

/** 代收代付: what was collected for others, and what was handed over to them (BIL-07). */
export function RemittancesPage() {
  const projectId = useProjectId();
  const table = useListTable({ list: remittanceQueries.list(projectId), filters, paging: "cursor" });
  const [shown, setShown] = useState<RemittanceDto>();
  const report = usePageLink()("billing/reports/REMITTANCES");
  return (
    <>
      <ListPage
        name="remittances"
        title="代收代付"
        help="remittances"
        above={<Items />}
        table={table}
        columns={columns}
        onRowClick={setShown}
        opener="bookedOn"
        actions={
          <>
            {report && (
              <Link to={report}>
                <Button tabIndex={-1}>汇缴表</Button>
              </Link>
            )}
            <Can do="billing:remit">
              <RecordRemittance />
            </Can>
          </>
        }
        empty="还没有解缴登记。代收的钱来自收费项目的收款，付给收款单位后在这里登记。"
      />
      <Drawer
        title="解缴登记"
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

/** What of each item is to be remitted today, and how that comes about. */
function Items() {
  const query = useQuery(remittanceQueries.items(useProjectId()));
  return (
    <QueryView query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p>还没有代收代付的收费项目。在“收费项目”里把代收水电费等项目勾选“代收代付”，并填写收款单位。</p>
        ) : (
          <div className="card-grid" style={{ marginBottom: 16 }}>
            {items.map(({ feeItemId, feeItemName, supplierName, keptAccount, ...sums }) => (
              <StatCard
                key={feeItemId}
                title={`${feeItemName} 应解缴`}
                value={<Money fen={sums.toRemitFen} />}
                tone={sums.toRemitFen < 0 ? "warning" : "plain"}
                hint={
                  <>
                    {sums.openingFen !== 0 && `期初 ${formatFen(sums.openingFen)} + `}代收{" "}
                    {formatFen(sums.collectedFen)} − 退还 {formatFen(sums.refundedFen)} − 解缴{" "}
                    {formatFen(sums.remittedFen)}
                    <br />
                    {supplierName ?? "未填收款单位"}
                    {keptAccount !== null && `，存放于 ${keptAccount}`}
                    {sums.toRemitFen < 0 && (
                      <>
                        <br />
                        解缴以后又退还了，从以后代收的钱里补足
                      </>
                    )}
                  </>
                }
              />
            ))}
          </div>
        )
      }
    </QueryView>
  );
}

function Entry({ entry, onReversed }: { entry: RemittanceDto; onReversed: () => void }) {
  const mayWrite = useCan("billing:remit");
  return (
    <>
      <DescriptionList
        columns={1}
        items={[
          ["状态", <ReversalState key="state" {...entry} />],
          ["收费项目", entry.feeItemName],
          ["收款单位", entry.supplierName],
          ["金额", <Money key="amount" fen={entry.amountFen} strong unit />],
          ["解缴日期", entry.bookedOn],
          ["付款方式", remittanceMethodLabels[entry.method]],
          ["凭证号", entry.slipNo],
          [entry.reversalOf === null ? "备注" : "红冲原因", entry.remark],
          ["登记人", `${entry.recordedByName}，${formatMoment(entry.createdAt)}`],
        ]}
      />
      <h3>凭证与对账单</h3>
      <Attachments
        ownerType="remittance"
        ownerId={entry.id}
        kinds={remittanceFileLabels}
        canWrite={mayWrite && stands(entry)}
      />
      {stands(entry) && (
        <Can do="billing:remit">
          <ReverseRemittance entry={entry} onReversed={onReversed} />
        </Can>
      )}
    </>
  );
}
