import { Card } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import "./search.css";

/** One card of the overview with the list behind it. */
export function OverviewCard({
  title,
  to,
  more = "全部",
  empty,
  children,
}: {
  title: string;
  to?: string;
  more?: string;
  /** What is said when there is nothing. */
  empty: string | false;
  children: ReactNode;
}) {
  return (
    <Card
      size="small"
      title={<h2 className="query-title">{title}</h2>}
      extra={
        to && (
          <Link to={to} aria-label={`${title}：${more}`}>
            {more}
          </Link>
        )
      }
    >
      {empty === false ? children : <span className="query-hint">{empty}</span>}
    </Card>
  );
}
