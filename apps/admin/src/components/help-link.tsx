import { QuestionCircleOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Tooltip } from "antd";
import { useState } from "react";
import { helpQuery } from "../lib/help";
import { Markdown } from "./markdown";
import { QueryView } from "./query-view";

/** Opens the help page of a module beside the work. */
export function HelpLink({ topic }: { topic: string }) {
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({ ...helpQuery(topic), enabled: isOpen });
  return (
    <>
      <Tooltip title="帮助">
        <Button
          type="text"
          size="small"
          icon={<QuestionCircleOutlined />}
          aria-label="打开帮助"
          onClick={() => setOpen(true)}
        />
      </Tooltip>
      <Drawer
        title="帮助"
        open={isOpen}
        onClose={() => setOpen(false)}
        size={520}
        mask={false}
        styles={{ wrapper: { maxWidth: "100vw" } }}
      >
        <QueryView query={query}>{(text) => <Markdown text={text} />}</QueryView>
      </Drawer>
    </>
  );
}
