import { Card, Typography } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";

/** A figure that opens the list behind it. */
export function StatCard({
  title,
  value,
  hint,
  to,
  loading = false,
  tone = "plain",
}: {
  title: string;
  value: ReactNode;
  hint?: ReactNode;
  to?: string;
  loading?: boolean;
  tone?: "plain" | "warning" | "bad";
}) {
  const card = (
    <Card size="small" loading={loading} hoverable={to !== undefined} className={`stat-card stat-${tone}`}>
      <Typography.Text type="secondary">{title}</Typography.Text>
      <div className="stat-value figures">{value}</div>
      {hint && <div className="stat-hint">{hint}</div>}
    </Card>
  );
  return to === undefined ? card : <Link to={to}>{card}</Link>;
}
