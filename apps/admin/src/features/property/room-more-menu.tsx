import type { RoomDto } from "@linli/contracts";
import { DownOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { Link } from "react-router";
import { roomActions } from "../../app/room-actions";
import { isAllowed } from "../../lib/rights";
import { useProject, useProjectId, useSession } from "../../lib/session";

/** The further things that can be done with a room; nothing when there are none for this user. */
export function RoomMoreMenu({ room }: { room: RoomDto }) {
  const projectId = useProjectId();
  const session = useSession();
  const project = useProject();
  const items = roomActions
    .filter(
      ({ anyOf, module, applies }) =>
        isAllowed(session, project, anyOf) &&
        (module === undefined || project.modules.includes(module)) &&
        (applies === undefined || applies(room)),
    )
    .map(({ key, title, to }) => ({ key, label: <Link to={`/p/${projectId}/${to(room)}`}>{title}</Link> }));
  if (items.length === 0) return null;
  return (
    <Dropdown menu={{ items }} trigger={["click"]}>
      <Button icon={<DownOutlined />} iconPlacement="end">
        更多
      </Button>
    </Dropdown>
  );
}
