import { Card, Typography } from "antd";
import { useEffect, type ReactNode } from "react";
import { Logo } from "../../app/logo";

/** The card of the pages before the shell: sign-in, application, first password. */
export function EntryCard({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} - 邻里物业`;
  }, [title]);

  return (
    <main className="entry">
      <div className="entry-brand">
        <Logo size={44} />
        <div>
          <div className="entry-name">邻里物业</div>
          <div className="entry-slogan">物业管理系统</div>
        </div>
      </div>
      <Card className="entry-card">
        <Typography.Title level={1} className="page-title">
          {title}
        </Typography.Title>
        {intro && <Typography.Paragraph type="secondary">{intro}</Typography.Paragraph>}
        {children}
      </Card>
    </main>
  );
}
