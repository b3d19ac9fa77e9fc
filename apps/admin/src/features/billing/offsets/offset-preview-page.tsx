import { useMutation, useQuery } from "@tanstack/react-query";
import type { OffsetPreviewDto, OffsetScopeDto } from "@linli/contracts";
import { Alert, Button, Flex } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { ConfirmButton } from "../../../components/confirm-button";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { BuildingSelect } from "../../property/building-select";
import { RoomSelect } from "../../property/room-select";
import { OffsetRooms } from "./offset-rooms";
import { offsetQueries, startOffset } from "./offsets.queries";

/** 冲抵预览: who, what, in which order, and why not; nothing is booked before it is confirmed (BIL-61). */
export function OffsetPreviewPage() {
  const [buildingId, setBuildingId] = useState<string | null>();
  const [roomId, setRoomId] = useState<string | null>();
  const scope: OffsetScopeDto = {
    ...(buildingId && { buildingIds: [buildingId] }),
    ...(roomId && { roomIds: [roomId] }),
  };
  // Always as the books are now: an old preview would only be refused.
  const query = useQuery({ ...offsetQueries.preview(useProjectId(), scope), staleTime: 0, gcTime: 0 });
  return (
    <>
      <PageHeader
        title="预览冲抵"
        back="billing/offsets"
        help="prepayments"
        description="按使用方案试算，确认后才记账。"
        actions={query.data && <Confirm key={query.data.fingerprint} preview={query.data} scope={scope} />}
        figures={query.data && <Figures preview={query.data} />}
      />
      <Flex gap={8} wrap style={{ marginBottom: 12 }}>
        <BuildingSelect value={buildingId} onChange={setBuildingId} />
        <div style={{ width: 220 }}>
          <RoomSelect value={roomId} onChange={(id) => setRoomId(id)} />
        </div>
        <Button onClick={() => void query.refetch()}>重新预览</Button>
      </Flex>
      <QueryView query={query}>{(preview) => <Preview preview={preview} />}</QueryView>
    </>
  );
}

function Figures({ preview }: { preview: OffsetPreviewDto }) {
  return (
    <>
      <StatCard title="将冲抵（元）" value={<Money fen={preview.amountFen} />} />
      <StatCard title="应收笔数" value={preview.charges.toLocaleString("en-US")} />
      <StatCard title="房间" value={preview.rooms.toLocaleString("en-US")} />
      <StatCard title="冲抵单" value={preview.payers.toLocaleString("en-US")} hint="每位收费对象一张" />
      <StatCard
        title="预收余额（元）"
        value={<Money fen={preview.balanceFen} />}
        hint={`冲抵后 ${formatFen(preview.balanceFen - preview.amountFen)}`}
      />
    </>
  );
}

function Confirm({ preview, scope }: { preview: OffsetPreviewDto; scope: OffsetScopeDto }) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  // Chosen when the preview opens: a retry offsets once.
  const [id] = useState(newId);
  const { mutateAsync } = useMutation(startOffset(projectId));
  if (!useCan("billing:offset") || preview.amountFen === 0) return null;
  return (
    <ConfirmButton
      type="primary"
      title={`冲抵 ${formatFen(preview.amountFen)} 元？`}
      content={`${preview.rooms} 间房的 ${preview.charges} 笔应收，开 ${preview.payers} 张冲抵单，记在今天。`}
      okText="冲抵"
      onConfirm={async () => {
        await mutateAsync({ id, fingerprint: preview.fingerprint, ...scope });
        void navigate(`/p/${projectId}/billing/offsets/${id}`);
      }}
    >
      确认冲抵
    </ConfirmButton>
  );
}

function Preview({ preview }: { preview: OffsetPreviewDto }) {
  return (
    <>
      {preview.truncated && (
        <Alert
          type="info"
          showIcon
          className="form-note"
          title={`只列出前 ${preview.items.length} 户；上面的合计包括全部。可以按楼栋或房间查看其余。`}
        />
      )}
      <OffsetRooms rooms={preview.items} />
    </>
  );
}
