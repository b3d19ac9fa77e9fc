import { ArrowLeftOutlined } from "@ant-design/icons";
import { Button, Flex, Typography } from "antd";
import { useEffect, type ReactNode } from "react";
import { Link } from "react-router";
import { usePageLink } from "../lib/page-links";
import { HelpLink } from "./help-link";

/**
 * The head of a page: title (also the browser tab's), state tags, what can be done here. A page about one thing passes
 * its identity as title and the three figures that matter as `figures`.
 */
export function PageHeader({
  title,
  tags,
  description,
  actions,
  figures,
  back,
  help,
}: {
  title: string;
  tags?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  figures?: ReactNode;
  /** The list this page belongs to: a page path ("property/rooms"), or an address (".." is one step up). */
  back?: string;
  /** Name of the help page (src/help/<name>.md). */
  help?: string;
}) {
  const linkTo = usePageLink();

  useEffect(() => {
    document.title = `${title} - 邻里物业`;
  }, [title]);

  return (
    <header className="page-header">
      <Flex justify="space-between" align="center" wrap gap={8}>
        <Flex align="center" gap={8} wrap>
          {back && (
            <Link to={linkTo(back) ?? back} relative="path" aria-label="返回列表">
              <Button type="text" size="small" icon={<ArrowLeftOutlined />} tabIndex={-1} aria-hidden />
            </Link>
          )}
          <Typography.Title level={1} className="page-title">
            {title}
          </Typography.Title>
          {tags}
          {help && <HelpLink topic={help} />}
        </Flex>
        {actions && (
          <Flex gap={8} wrap>
            {actions}
          </Flex>
        )}
      </Flex>
      {description && <Typography.Text type="secondary">{description}</Typography.Text>}
      {figures && <div className="page-figures">{figures}</div>}
    </header>
  );
}
