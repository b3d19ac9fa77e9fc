import { useQuery } from "@tanstack/react-query";
import { Card, Flex, Menu } from "antd";
import { Link, useParams } from "react-router";
import { Markdown } from "../components/markdown";
import { PageHeader } from "../components/page-header";
import { QueryView } from "../components/query-view";
import { helpQuery, helpTopicsQuery } from "../lib/help";

/** All help pages with their list. */
export function HelpPage() {
  const { topic = "start" } = useParams();
  const text = useQuery(helpQuery(topic));
  const { data: topics = [] } = useQuery(helpTopicsQuery);
  return (
    <>
      <PageHeader title="帮助" />
      <Flex gap={16} align="start" wrap>
        <Card size="small" className="help-topics">
          <Menu
            selectedKeys={[topic]}
            items={topics.map((one) => ({ key: one.topic, label: <Link to={`/help/${one.topic}`}>{one.title}</Link> }))}
          />
        </Card>
        <Card className="help-page">
          <QueryView query={text}>{(source) => <Markdown text={source} />}</QueryView>
        </Card>
      </Flex>
    </>
  );
}
