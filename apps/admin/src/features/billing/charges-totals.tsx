import { useQuery } from "@tanstack/react-query";
import type { ChargeFilterDto } from "@linli/contracts";
import { Button } from "antd";
import { useState } from "react";
import { formatFen } from "../../lib/money";
import { useProjectId } from "../../lib/session";
import { chargeQueries } from "./charges.queries";

/** Sums of everything the filters find; computed when asked for, since a list may have millions of rows. */
export function ChargeTotals({ query }: { query: ChargeFilterDto }) {
  const [asked, setAsked] = useState<string>();
  const key = JSON.stringify(query);
  const { data, isFetching } = useQuery({ ...chargeQueries.totals(useProjectId(), query), enabled: asked === key });
  if (asked !== key || !data) {
    return (
      <Button size="small" loading={isFetching} onClick={() => setAsked(key)}>
        合计
      </Button>
    );
  }
  return (
    <span className="list-summary figures">
      {data.count.toLocaleString("en-US")} 笔　应收 {formatFen(data.amountFen)}　已收{" "}
      {formatFen(data.receivedFen + data.offsetFen)}　减免及红冲 {formatFen(data.reducedFen + data.reversedFen)}　未收{" "}
      {formatFen(data.openFen)}
    </span>
  );
}
