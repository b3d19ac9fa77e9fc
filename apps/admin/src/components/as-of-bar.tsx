import { HistoryOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { dateText, today } from "../lib/dates";
import "./as-of-bar.css";
import { DateInput } from "./date-input";

/** Asks a page about another day, and says loudly when it shows one. */
export function AsOfBar({ on, onChange }: { on: string | undefined; onChange: (on: string | undefined) => void }) {
  const field = (
    <label className="as-of-field">
      <HistoryOutlined aria-hidden /> 截至日期
      <DateInput
        value={on ?? null}
        onChange={(day) => onChange(day ?? undefined)}
        placeholder="今天"
        style={{ width: 140 }}
      />
    </label>
  );
  if (on === undefined) return <div className="as-of-bar">{field}</div>;
  const when = on < today() ? "过去" : on > today() ? "将来" : "今天";
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="as-of-banner"
      title={`以下是截至 ${dateText(on)}（${when}）的情况，不是现在的资料`}
      description={
        <div className="as-of-tools">
          {field}
          <Button onClick={() => onChange(undefined)}>返回今天</Button>
        </div>
      }
    />
  );
}
