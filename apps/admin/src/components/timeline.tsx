import { Empty, Timeline as AntTimeline, Typography } from "antd";
import type { ReactNode } from "react";
import { formatMomentExact } from "../lib/dates";

/** One thing that happened. */
export interface TimelineEntry {
  id: string;
  /** ISO moment. */
  at: string;
  who: string;
  what: ReactNode;
  /** Field by field, before and after, already in words. */
  changes?: readonly { label: string; before?: string | null; after?: string | null }[];
  note?: ReactNode;
  color?: string;
}

/** Everything that happened to a thing: who, when, what changed. Newest first, as given. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  if (entries.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有记录" />;
  return (
    <AntTimeline
      items={entries.map((entry) => ({
        key: entry.id,
        color: entry.color,
        content: (
          <div>
            <div>
              <Typography.Text strong>{entry.who}</Typography.Text> {entry.what}{" "}
              <Typography.Text type="secondary" className="figures">
                {formatMomentExact(entry.at)}
              </Typography.Text>
            </div>
            {entry.changes?.map((change) => (
              <div key={change.label} className="timeline-change">
                {change.label}：<del>{change.before || "（空）"}</del> → <ins>{change.after || "（空）"}</ins>
              </div>
            ))}
            {entry.note && <Typography.Text type="secondary">{entry.note}</Typography.Text>}
          </div>
        ),
      }))}
    />
  );
}
