import { Spin } from "antd";

/** While the first page is on its way. */
export function Splash() {
  return (
    <div className="splash">
      <Spin size="large" description="正在打开邻里物业…" />
    </div>
  );
}
