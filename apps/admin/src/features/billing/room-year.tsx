import { useQuery } from "@tanstack/react-query";
import type { RoomChargesDto } from "@linli/contracts";
import { Empty, Segmented, Select } from "antd";
import { useState } from "react";
import { Money } from "../../components/money";
import { QueryView } from "../../components/query-view";
import { optionsOf } from "../../lib/labels";
import { formatFen } from "../../lib/money";
import { useProjectId } from "../../lib/session";
import { chargeQueries } from "./charges.queries";
import "./charging.css";
import { cellOf, partsOf, type YearPart, type YearView, yearViewLabels } from "./year-cells";

const WHOLE_YEAR = { months: partsOf("months").flatMap(({ months }) => months) };

/** A year of a room by item and month or quarter (FEE-02): what was charged, what is still owed. */
export function RoomYear({ roomId }: { roomId: string }) {
  const [year, setYear] = useState<number>();
  const [view, setView] = useState<YearView>("months");
  const query = useQuery(chargeQueries.ofRoom(useProjectId(), roomId, year));
  return (
    <QueryView query={query}>
      {(charges) => (
        <>
          <div className="year-grid-head">
            <YearSelect charges={charges} onChange={setYear} />
            <Segmented<YearView>
              aria-label="按月或按季"
              value={view}
              onChange={setView}
              options={optionsOf(yearViewLabels)}
            />
            <Owed charges={charges} />
          </div>
          <Grid charges={charges} parts={partsOf(view)} />
        </>
      )}
    </QueryView>
  );
}

function YearSelect({
  charges: { year, years },
  onChange,
}: {
  charges: RoomChargesDto;
  onChange: (y: number) => void;
}) {
  const choices = [...new Set([year, ...years])].sort((a, b) => b - a);
  return (
    <Select
      aria-label="年份"
      value={year}
      onChange={onChange}
      options={choices.map((value) => ({ value, label: `${value} 年` }))}
      style={{ width: 110 }}
    />
  );
}

function Owed({ charges: { openFen, overdueFen, owedSince } }: { charges: RoomChargesDto }) {
  return (
    <span>
      欠费 <Money fen={openFen} strong unit />
      {overdueFen > 0 && <>，其中逾期 {formatFen(overdueFen)} 元</>}
      {owedSince && `，最早欠自 ${owedSince}`}
    </span>
  );
}

function Grid({ charges: { year, items, cells }, parts }: { charges: RoomChargesDto; parts: YearPart[] }) {
  if (items.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`${year} 年没有应收`} />;
  return (
    <div
      className={parts.length === 12 ? "year-grid year-grid-months" : "year-grid"}
      role="region"
      aria-label={`${year} 年应收`}
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">收费项目</th>
            {parts.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">全年</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ feeItemId, feeItemName }) => (
            <tr key={feeItemId}>
              <th scope="row">{feeItemName}</th>
              {parts.map((part) => {
                const cell = cellOf(cells, feeItemId, part);
                return (
                  <td key={part.title} className="figures">
                    {cell ? formatFen(cell.amountFen) : "—"}
                    {cell && cell.openFen > 0 && <small className="owed">欠 {formatFen(cell.openFen)}</small>}
                  </td>
                );
              })}
              <td className="figures strong">{formatFen(cellOf(cells, feeItemId, WHOLE_YEAR)?.amountFen ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
