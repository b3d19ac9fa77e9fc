import { useQuery } from "@tanstack/react-query";
import type { OpeningComparisonDto, OpeningDto, OpeningSumDto, OpeningTieOutDto } from "@linli/contracts";
import { openingTotalKindLabels, openingTotalSourceLabels } from "@linli/contracts/enums";
import { Alert, Table, type TableColumnsType } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { Money } from "../../../components/money";
import { QueryView } from "../../../components/query-view";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { openingQueries } from "./openings.queries";
import { TypedTotals } from "./typed-totals";

/** The figures of the old list beside what was imported, down to the rows. */
export function OpeningTieOut({ opening }: { opening: OpeningDto }) {
  const query = useQuery(openingQueries.tieOut(useProjectId(), opening.id));
  return <QueryView query={query}>{(tieOut) => <TieOut opening={opening} tieOut={tieOut} />}</QueryView>;
}

function TieOut({ opening, tieOut }: { opening: OpeningDto; tieOut: OpeningTieOutDto }) {
  const { comparisons, sums, differences } = tieOut;
  const isOpen = opening.status !== "REVERSED" && opening.sign !== "PENDING" && opening.sign !== "SIGNED";
  return (
    <>
      <Alert
        type={comparisons.length === 0 ? "info" : differences === 0 ? "success" : "error"}
        showIcon
        title={outcomeOf(tieOut)}
        action={
          isOpen && (
            <Can do="billing:openings">
              <TypedTotals openingId={opening.id} comparisons={comparisons} />
            </Can>
          )
        }
      />
      {comparisons.length > 0 && (
        <section aria-label="与原清单合计比较" className="opening-part">
          <h2 className="section-title">与原清单合计比较</h2>
          <Table<OpeningComparisonDto>
            size="small"
            rowKey={(row) => `${row.source} ${keyOf(row)}`}
            pagination={false}
            scroll={{ x: "max-content" }}
            dataSource={comparisons}
            columns={[
              ...named<OpeningComparisonDto>("全部"),
              { title: "来源", render: (_v, { source }) => openingTotalSourceLabels[source] },
              amount("原清单（元）", ({ expectedFen }) => expectedFen),
              {
                title: "导入（元）",
                align: "right",
                render: (_v, row) => (
                  <Link to={rowsOf(row)}>
                    <Money fen={row.importedFen} />
                  </Link>
                ),
              },
              {
                title: "差额（元）",
                align: "right",
                render: (_v, { differenceFen }) =>
                  differenceFen === 0 ? "相符" : <b className="negative figures">{formatFen(differenceFen)}</b>,
              },
            ]}
          />
        </section>
      )}
      <section aria-label="导入的合计" className="opening-part">
        <h2 className="section-title">导入的合计</h2>
        <Table<OpeningSumDto>
          size="small"
          rowKey={keyOf}
          pagination={sums.length > 50 && { pageSize: 50 }}
          scroll={{ x: "max-content" }}
          dataSource={sums}
          columns={[
            ...named<OpeningSumDto>("通用预收"),
            { title: "行数", align: "right", className: "figures", render: (_v, { count }) => count },
            {
              title: "金额（元）",
              align: "right",
              render: (_v, row) => (
                <Link to={rowsOf(row)}>
                  <Money fen={row.amountFen} />
                </Link>
              ),
            },
          ]}
        />
      </section>
    </>
  );
}

type Named = Pick<OpeningComparisonDto, "kind" | "feeItemId" | "feeItemName" | "buildingId" | "buildingName">;

const keyOf = ({ kind, feeItemId, buildingId }: Named) => `${kind} ${feeItemId} ${buildingId}`;

/** The rows behind a figure. */
const rowsOf = ({ kind, feeItemId, buildingId }: Named): string =>
  `?${new URLSearchParams({ tab: "rows", kind, ...(feeItemId && { feeItemId }), ...(buildingId && { buildingId }) }).toString()}`;

const named = <Row extends Named>(withoutItem: string): TableColumnsType<Row> => [
  { title: "种类", render: (_v, { kind }) => openingTotalKindLabels[kind] },
  { title: "收费项目", render: (_v, { feeItemName }) => feeItemName ?? withoutItem },
  { title: "楼栋", render: (_v, { buildingName }) => buildingName ?? "全部" },
];

const amount = (title: string, fen: (row: OpeningComparisonDto) => number) => ({
  title,
  align: "right" as const,
  render: (_v: unknown, row: OpeningComparisonDto) => <Money fen={fen(row)} />,
});

function outcomeOf({ comparisons, differences }: OpeningTieOutDto): string {
  if (comparisons.length === 0) return "还没有原清单的合计：在工作表里加“合计”行，或在这里录入";
  if (differences > 0) return `${comparisons.length} 项合计中有 ${differences} 项与原清单不符`;
  return `${comparisons.length} 项合计都与原清单相符`;
}
