import { useQuery } from "@tanstack/react-query";
import type { RestructureKind } from "@linli/contracts/enums";
import { Card, Form, InputNumber, Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useSearchParams } from "react-router";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { roomQueries } from "./property.queries";
import { RestructureForm } from "./restructure-form";
import { RoomSelect } from "./room-select";
import { restructureQueries } from "./restructures.queries";

const MAX_PARTS = 20;

/** One room becomes several: choose it and into how many parts, then look through what is proposed. */
export function SplitPage() {
  const [params, setParams] = useSearchParams();
  const roomId = params.get("roomId");
  const count = Math.min(MAX_PARTS, Math.max(2, Number(params.get("count")) || 2));

  function show(next: { roomId?: string | null; count?: number | null }) {
    const room = next.roomId === undefined ? roomId : next.roomId;
    setParams({ ...(room && { roomId: room }), count: String(next.count ?? count) }, { replace: true });
  }

  return (
    <>
      <PageHeader
        title="拆分房间"
        back="property/restructures"
        help="restructures"
        description="一间拆成几间：面积相加必须等于原来的，客户关系和收费标准转到新房间，审批后生效。"
      />
      <Card size="small" title="拆哪一间" className="section-card">
        <Form layout="vertical" component="div" className="form-columns">
          <Form.Item label="房间" htmlFor="split-room">
            <RoomSelect id="split-room" value={roomId} autoFocus={!roomId} onChange={(id) => show({ roomId: id })} />
          </Form.Item>
          <Form.Item label="拆成几间" htmlFor="split-count" extra={`2 至 ${MAX_PARTS} 间；改动后按新的间数重新均分`}>
            <InputNumber
              id="split-count"
              min={2}
              max={MAX_PARTS}
              precision={0}
              value={count}
              onChange={(next) => show({ count: next })}
              style={{ width: "100%" }}
            />
          </Form.Item>
        </Form>
      </Card>
      {roomId && <Proposed key={`${roomId}${count}`} kind="SPLIT" roomIds={[roomId]} count={count} />}
    </>
  );
}

/** Several rooms of a building become one. */
export function MergePage() {
  const [params, setParams] = useSearchParams();
  const roomIds = params.getAll("roomId");
  return (
    <>
      <PageHeader
        title="合并房间"
        back="property/restructures"
        help="restructures"
        description="同一楼栋的几间合成一间：面积相加，业主相同的直接沿用，审批后生效。"
      />
      <Card size="small" title="合并哪些房间" className="section-card">
        <Form layout="vertical" component="div">
          <Form.Item label="房间" htmlFor="merge-rooms" extra={`2 至 ${MAX_PARTS} 间，须在同一楼栋`}>
            <RoomsSelect
              value={roomIds}
              onChange={(ids) => setParams(new URLSearchParams(ids.map((id) => ["roomId", id])), { replace: true })}
            />
          </Form.Item>
        </Form>
      </Card>
      {roomIds.length > 1 && <Proposed key={roomIds.join()} kind="MERGE" roomIds={roomIds} />}
    </>
  );
}

/** Picks several rooms; those chosen are shown by their codes. */
function RoomsSelect({ value, onChange }: { value: string[]; onChange: (roomIds: string[]) => void }) {
  const projectId = useProjectId();
  const [text, setText] = useState("");
  const [codes, setCodes] = useState<Record<string, string>>({});
  const q = useDeferredValue(text.trim()).slice(0, 50);
  const { data, isFetching } = useQuery(roomQueries.options(projectId, q, value[0]));
  const first = useQuery({
    ...restructureQueries.proposal(projectId, { kind: "MERGE", roomIds: value, effectiveOn: today() }),
    enabled: value.length > 1,
  });
  const known = { ...codes, ...Object.fromEntries((first.data?.rooms ?? []).map(({ id, code }) => [id, code])) };
  const found = data?.items ?? [];
  const options = found.map(({ id, code }) => ({ value: id, label: code }));
  const chosen = value
    .filter((id) => !found.some((room) => room.id === id))
    .map((id) => ({ value: id, label: known[id] ?? "…" }));
  return (
    <Select
      id="merge-rooms"
      mode="multiple"
      value={value}
      maxCount={MAX_PARTS}
      placeholder="输入房号或名称"
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={isFetching}
      notFoundContent={isFetching ? "正在查找…" : "没有这样的房间"}
      options={[...chosen, ...options]}
      onChange={(ids: string[]) => {
        setCodes({ ...known, ...Object.fromEntries(found.map(({ id, code }) => [id, code])) });
        setText("");
        onChange(ids);
      }}
      style={{ width: "100%" }}
    />
  );
}

function Proposed({ kind, roomIds, count }: { kind: RestructureKind; roomIds: string[]; count?: number }) {
  const query = useQuery(
    restructureQueries.proposal(useProjectId(), { kind, roomIds, effectiveOn: today(), ...(count && { count }) }),
  );
  return (
    <QueryView query={query}>
      {(proposal) => <RestructureForm proposal={proposal} initialValues={proposal.plan} />}
    </QueryView>
  );
}
