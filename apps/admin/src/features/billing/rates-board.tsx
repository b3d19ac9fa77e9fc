import { useQuery } from "@tanstack/react-query";
import type { RateDto } from "@linli/contracts";
import { cycleLabels } from "@linli/contracts/enums";
import { Button, Empty } from "antd";
import { QueryView } from "../../components/query-view";
import { today } from "../../lib/dates";
import { useProject, useProjectId } from "../../lib/session";
import "./charging.css";
import { baseInWords, dueInWords, priceInWords } from "./rate-words";
import { rateQueries } from "./rates.queries";

/** The prices in force, to be shown and printed (明码标价, LAW-16). */
export function PriceBoard() {
  const query = useQuery(rateQueries.all(useProjectId()));
  return (
    <QueryView query={query}>
      {({ items }) => <Board rates={items.filter(({ active, current }) => active && current !== null)} />}
    </QueryView>
  );
}

function Board({ rates }: { rates: RateDto[] }) {
  const project = useProject();
  if (rates.length === 0) return <Empty description="没有今日有效的收费标准" />;
  const items = [...new Set(rates.map(({ feeItemName }) => feeItemName))];
  return (
    <article className="price-board">
      <header>
        <h2>{project.name} 服务收费价目表</h2>
        <p>{today()} 执行</p>
      </header>
      <table>
        <thead>
          <tr>
            {["收费项目", "收费标准", "价格", "计费方式", "缴费周期", "应缴日", "定价依据"].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.flatMap((item) => {
            const own = rates.filter(({ feeItemName }) => feeItemName === item);
            return own.map((rate, index) => (
              <tr key={rate.id}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={own.length}>
                    {item}
                    {rate.collectedForOthers && <small>（代收）</small>}
                  </th>
                )}
                <td>{rate.name}</td>
                <td className="figures">{priceInWords(rate)}</td>
                <td>{baseInWords(rate)}</td>
                <td>{cycleLabels[rate.cycle]}</td>
                <td>{dueInWords(rate)}</td>
                <td>{rate.legalBasis ?? "—"}</td>
              </tr>
            ));
          })}
        </tbody>
      </table>
      <Button className="no-print" onClick={() => window.print()}>
        打印
      </Button>
    </article>
  );
}
