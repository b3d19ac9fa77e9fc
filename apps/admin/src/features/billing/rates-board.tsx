import { queryOptions, useQuery } from "@tanstack/react-query";
import type { PriceBoardDto, PriceBoardRowDto } from "@linli/contracts";
import { Empty, Flex } from "antd";
import { PrintButton } from "../../components/print-button";
import { QueryView } from "../../components/query-view";
import { api, bodyOf } from "../../lib/api-client";
import { useProjectId } from "../../lib/session";
import "./charging.css";

const boardQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["price-board", projectId],
    queryFn: () => bodyOf(api.GET("/projects/{projectId}/price-board", { params: { path: { projectId } } })),
  });

/** The prices in force, to be shown and printed (明码标价, LAW-16). */
export function PriceBoard() {
  const query = useQuery(boardQuery(useProjectId()));
  return <QueryView query={query}>{(board) => <Board board={board} />}</QueryView>;
}

function Board({ board }: { board: PriceBoardDto }) {
  const projectId = useProjectId();
  const { projectName, telephone, date, rows } = board;
  if (rows.length === 0) return <Empty description="没有今日有效的收费标准" />;
  const items = [...new Set(rows.map(({ feeItemName }) => feeItemName))].map((name) =>
    rows.filter(({ feeItemName }) => feeItemName === name),
  );
  return (
    <article className="price-board">
      <header>
        <h2>{projectName} 服务收费价目表</h2>
        <p>
          {date} 执行{telephone && `　咨询电话 ${telephone}`}
        </p>
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
        <tbody>{items.flatMap((own) => own.map((row, index) => rowOf(row, index, own.length)))}</tbody>
      </table>
      <Flex gap={8} className="no-print">
        <PrintButton path={`/projects/${projectId}/price-board/pdf`}>打印价目表</PrintButton>
      </Flex>
    </article>
  );
}

function rowOf(row: PriceBoardRowDto, index: number, count: number) {
  const { feeItemName, collectedForOthers, name, price, base, cycle, due, legalBasis } = row;
  return (
    <tr key={`${feeItemName}${index}`}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={count}>
          {feeItemName}
          {collectedForOthers && <small>（代收）</small>}
        </th>
      )}
      <td>{name ?? "—"}</td>
      <td className="figures">{price}</td>
      <td>{base}</td>
      <td>{cycle ?? "—"}</td>
      <td>{due ?? "—"}</td>
      <td>{legalBasis ?? "—"}</td>
    </tr>
  );
}
