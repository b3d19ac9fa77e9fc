import { useQuery } from "@tanstack/react-query";
import type { SearchGroupDto, SearchHitDto, SearchResultDto } from "@linli/contracts";
import { type HitKind, hitKindLabels, inputKindLabels } from "@linli/contracts/enums";
import { Card, Empty, Input } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import "./search.css";
import { searchQueries } from "./search.queries";

/** One box for everything people ask for at the desk (QRY-02). What was asked stands in the address. */
export function SearchPage() {
  const [params, setParams] = useSearchParams();
  const q = params.get("q") ?? "";
  const [text, setText] = useState(q);
  const query = useQuery({ ...searchQueries.find(useProjectId(), q), enabled: q !== "" });
  return (
    <>
      <PageHeader title="综合查询" help="query" />
      <Input.Search
        autoFocus
        allowClear
        size="large"
        aria-label="查询内容"
        placeholder="房号、姓名、电话或后四位、证件号码、车牌、车位号、收据号"
        enterButton="查询"
        maxLength={60}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onSearch={(value) => setParams(value.trim() ? { q: value.trim() } : {})}
        className="query-box"
      />
      {q === "" ? (
        <p className="query-hint">
          输入后按 Enter。系统会认出输入的是什么，按房间、客户、车辆、车位、收据分组列出；号码只显示掩码。
        </p>
      ) : (
        <QueryView query={query}>{(result) => <Result q={q} result={result} />}</QueryView>
      )}
    </>
  );
}

function Result({ q, result: { recognised, groups } }: { q: string; result: SearchResultDto }) {
  const [likeliest] = recognised;
  if (groups.length === 0)
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={`没有找到“${q}”。可以换一部分再试，例如电话的后四位、车牌的几位。`}
      />
    );
  return (
    <>
      {likeliest && <p className="query-hint">按“{inputKindLabels[likeliest]}”查询，也列出其他可能</p>}
      <div className="query-groups">
        {groups.map((group) => (
          <Group key={group.kind} q={q} group={group} />
        ))}
      </div>
    </>
  );
}

/** Where a hit leads, and where all hits of its kind are listed. */
const places: Record<HitKind, { one: (id: string) => string; all: string }> = {
  ROOM: { one: (id) => `property/rooms/${id}`, all: "property/rooms?q=" },
  CUSTOMER: { one: (id) => `customer/customers/${id}`, all: "customer/customers?q=" },
  VEHICLE: { one: (id) => `parking/vehicles/${id}`, all: "parking/vehicles?q=" },
  SPACE: { one: () => "parking/spaces", all: "parking/spaces?q=" },
  RECEIPT: { one: (id) => `billing/receipts/${id}`, all: "billing/receipts?q=" },
};

function Group({ q, group: { kind, items, more } }: { q: string; group: SearchGroupDto }) {
  const linkTo = usePageLink();
  const all = linkTo(places[kind].all + encodeURIComponent(q));
  return (
    <Card
      size="small"
      title={<h2 className="query-title">{hitKindLabels[kind]}</h2>}
      extra={more && all ? <Link to={all}>全部</Link> : undefined}
    >
      <ul className="query-hits">
        {items.map((hit) => (
          <Hit key={hit.id} hit={hit} />
        ))}
      </ul>
      {more && <p className="query-hint">还有更多，这里只列前 {items.length} 条</p>}
    </Card>
  );
}

function Hit({ hit: { kind, id, title, detail } }: { hit: SearchHitDto }) {
  const path = kind === "SPACE" ? places.SPACE.all + encodeURIComponent(title) : places[kind].one(id);
  const to = usePageLink()(path);
  return (
    <li>
      <b className="figures">{to ? <Link to={to}>{title}</Link> : title}</b>{" "}
      <span className="option-hint">{detail}</span>
    </li>
  );
}
